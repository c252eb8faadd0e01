import { agentMetrics } from "./agent-metrics";
import type { Subject } from "./subject";

/** A series that something which is installed is documented to tell. */
export interface Metric {
  name: string;
  /** Beside those that Prometheus adds (`job`, `instance`). */
  labels: string[];
  /** Document or source, and its date. */
  source: string;
}

const BLACKBOX = "prometheus/blackbox_exporter v0.28.0, prober/handler.go, 2026-08";

/** Labels that a `Probe` gives every series of its targets (`staticConfig.labels`). */
const PAIR = ["from", "to"];

/** The exporter's, of every kind of probe. */
export const PROBE_METRICS: readonly Metric[] = [
  { name: "probe_success", labels: PAIR, source: BLACKBOX },
  { name: "probe_duration_seconds", labels: PAIR, source: BLACKBOX },
];

/** Prometheus' own, of everything that it asks. */
export const SCRAPE_METRICS: readonly Metric[] = [
  { name: "up", labels: [], source: "Prometheus docs, concepts/jobs_instances, 2026" },
];

const RECORDED_HERE = "recorded here (recordings.ts)";

/** What rules record, here or in another cluster of those that one Grafana looks at. */
export const RECORDED_METRICS: readonly Metric[] = [
  ...[
    "mesh:reached",
    "mesh:rtt_seconds",
    "mesh:rtt_seconds:p50_10m",
    "mesh:rtt_seconds:p99_10m",
    "mesh:loss:ratio_15m",
    "mesh:rtt_estimate_seconds",
    "mesh:rtt_estimate_high_seconds",
  ].map((name) => ({ name, labels: PAIR, source: RECORDED_HERE })),
  { name: "mesh:rtt_budget_seconds", labels: [...PAIR, "tier"], source: RECORDED_HERE },
];

/** Every series that there is where a cluster is watched: what alerts and dashboards may speak of, and nothing else. */
export function metricsOf({ agent }: Pick<Subject, "agent">): Metric[] {
  return [
    ...PROBE_METRICS,
    ...SCRAPE_METRICS,
    ...(agentMetrics(agent.kind)?.metrics ?? []),
    ...RECORDED_METRICS,
  ];
}
