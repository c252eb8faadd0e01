import type { WatchedLinkPlan } from "../../network/plan/shape";
import type { Subject } from "../subject";
import { type Dashboard, dashboard, type Panel } from "./panel";

/** A link is what the paths over it are: their round trips and losses, beside what was planned of the link. */
export function links({ cluster, links: watched, probes }: Subject): Dashboard {
  return dashboard(
    "isthmus-links",
    "Mesh: links",
    [],
    [
      {
        title: `Links of ${cluster}, as planned`,
        type: "text",
        size: { width: 24, height: 8 },
        queries: [],
        content: [
          "| link | kind | tunnels | MTU | Mbit/s | round trip, ms | paths over it |",
          "|---|---|---|---|---|---|---|",
          ...watched.map((link) => `| ${row(link, reachedOver(link, cluster, probes)).join(" | ")} |`),
          "",
          "State of tunnels and BGP sessions: the clouds' own alarms (docs/monitoring.md).",
        ].join("\n"),
      },
      ...watched.flatMap((link) => linkPanels(link, cluster, reachedOver(link, cluster, probes))),
    ],
  );
}

function row({ name, kind, tunnels, mtu, capacity, p50 }: WatchedLinkPlan, over: string[]): string[] {
  return [
    name,
    kind,
    String(tunnels.length),
    String(mtu),
    capacity === undefined ? "as the nodes" : String(capacity),
    p50.toFixed(1),
    over.length > 0 ? over.join(", ") : "none is probed",
  ];
}

/** The members whose probes from here leave over a link. */
function reachedOver({ peer }: WatchedLinkPlan, cluster: string, probes: Subject["probes"]): string[] {
  return probes.filter(({ path }) => path[0] === cluster && path[1] === peer).map(({ to }) => to);
}

function linkPanels({ name }: WatchedLinkPlan, cluster: string, over: string[]): Panel[] {
  if (over.length === 0) return [];
  const chosen = `{from="${cluster}", to=~"${over.join("|")}"}`;
  return [
    {
      title: `${name}: round trips`,
      type: "timeseries",
      size: { width: 12, height: 8 },
      unit: "s",
      queries: [
        { expr: `mesh:rtt_seconds${chosen}`, legend: "{{to}}" },
        { expr: `mesh:rtt_estimate_seconds${chosen}`, legend: "{{to}}, estimate" },
      ],
    },
    {
      title: `${name}: loss`,
      type: "timeseries",
      size: { width: 12, height: 8 },
      unit: "percentunit",
      queries: [{ expr: `mesh:loss:ratio_15m${chosen}`, legend: "{{to}}" }],
    },
  ];
}
