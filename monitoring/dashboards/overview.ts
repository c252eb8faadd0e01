import { type Dashboard, dashboard, type Panel } from "./panel";

const PAIR = "{{from}} → {{to}}";

/** Whether everybody reaches everybody, and keeps what was promised. */
export function overview(agents: boolean): Dashboard {
  const panels: Panel[] = [
    {
      title: "Paths",
      type: "stat",
      size: { width: 6, height: 4 },
      queries: [{ expr: "count(mesh:reached == 1) or vector(0)", legend: "up", instant: true }],
    },
    {
      title: "Paths down",
      type: "stat",
      size: { width: 6, height: 4 },
      thresholds: [
        { color: "green", from: null },
        { color: "red", from: 1 },
      ],
      queries: [{ expr: "count(mesh:reached == 0) or vector(0)", legend: "down", instant: true }],
    },
    {
      title: "Round trips over their tier",
      type: "stat",
      size: { width: 6, height: 4 },
      thresholds: [
        { color: "green", from: null },
        { color: "orange", from: 1 },
      ],
      queries: [
        {
          expr: "count(mesh:rtt_seconds:p50_10m > on (from, to) mesh:rtt_budget_seconds) or vector(0)",
          legend: "over",
          instant: true,
        },
      ],
    },
    {
      title: "Planned and not measured",
      type: "stat",
      size: { width: 6, height: 4 },
      thresholds: [
        { color: "green", from: null },
        { color: "orange", from: 1 },
      ],
      queries: [
        {
          expr: "count(mesh:rtt_estimate_seconds unless on (from, to) mesh:reached) or vector(0)",
          legend: "missing",
          instant: true,
        },
      ],
    },
    {
      title: "Round trip, median",
      type: "timeseries",
      size: { width: 12, height: 9 },
      unit: "s",
      queries: [{ expr: "mesh:rtt_seconds:p50_10m", legend: PAIR }],
    },
    {
      title: "Loss",
      type: "timeseries",
      size: { width: 12, height: 9 },
      unit: "percentunit",
      queries: [{ expr: "mesh:loss:ratio_15m", legend: PAIR }],
    },
    ...(agents
      ? [
          {
            title: "Agents joined to other clusters",
            type: "timeseries",
            size: { width: 24, height: 8 },
            queries: [
              {
                expr: "sum by (target_cluster) (cilium_clustermesh_remote_cluster_readiness_status)",
                legend: "{{target_cluster}}",
              },
            ],
          } satisfies Panel,
        ]
      : []),
  ];
  return dashboard("isthmus-mesh", "Mesh", [], panels);
}
