import { type Dashboard, dashboard } from "./panel";

const CHOSEN = '{from=~"$from", to=~"$to"}';

/** Every pair with what is measured beside what the plan says. */
export function pairs(): Dashboard {
  return dashboard(
    "isthmus-pairs",
    "Mesh: pairs",
    [
      { name: "from", metric: "mesh:reached", label: "from" },
      { name: "to", metric: "mesh:reached", label: "to" },
    ],
    [
      {
        title: "Who reaches whom",
        type: "table",
        size: { width: 12, height: 9 },
        queries: [{ expr: `mesh:reached${CHOSEN}`, legend: "", instant: true }],
      },
      {
        title: "Round trip, median of ten minutes",
        type: "table",
        size: { width: 12, height: 9 },
        unit: "s",
        queries: [{ expr: `mesh:rtt_seconds:p50_10m${CHOSEN}`, legend: "", instant: true }],
      },
      {
        title: "Round trip beside estimate and tier",
        type: "timeseries",
        size: { width: 24, height: 10 },
        unit: "s",
        queries: [
          { expr: `mesh:rtt_seconds:p50_10m${CHOSEN}`, legend: "{{from}} → {{to}}" },
          { expr: `mesh:rtt_seconds:p99_10m${CHOSEN}`, legend: "{{from}} → {{to}}, p99" },
          { expr: `mesh:rtt_estimate_seconds${CHOSEN}`, legend: "{{from}} → {{to}}, estimate" },
          { expr: `mesh:rtt_budget_seconds${CHOSEN}`, legend: "{{from}} → {{to}}, {{tier}}" },
        ],
      },
      {
        title: "Loss",
        type: "timeseries",
        size: { width: 12, height: 9 },
        unit: "percentunit",
        queries: [{ expr: `mesh:loss:ratio_15m${CHOSEN}`, legend: "{{from}} → {{to}}" }],
      },
      {
        title: "Targets",
        type: "timeseries",
        size: { width: 12, height: 9 },
        queries: [{ expr: `probe_success${CHOSEN}`, legend: "{{to}} {{instance}}" }],
      },
    ],
  );
}
