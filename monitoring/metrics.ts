import { agentMetrics } from "./agent-metrics";
import { recordings } from "./recordings";
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

/** Every series that there is where a cluster is watched: what alerts and dashboards may speak of, and nothing else. */
export function metricsOf(subject: Subject): Metric[] {
  return [
    ...PROBE_METRICS,
    ...SCRAPE_METRICS,
    ...(agentMetrics(subject.agent.kind)?.metrics ?? []),
    ...recordings(subject).map(({ record, labels = {} }) => ({
      name: record,
      labels: [...new Set([...PAIR, ...Object.keys(labels)])],
      source: "recorded here (recordings.ts)",
    })),
  ];
}
