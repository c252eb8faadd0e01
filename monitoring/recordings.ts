import { PROBE_JOB } from "./names";
import type { Subject } from "./subject";

/** A series that Prometheus works out and keeps. */
export interface Recording {
  record: string;
  expr: string;
  labels?: Record<string, string>;
}

const job = `job="${PROBE_JOB}"`;

/**
 * What is measured, by pair, and beside it what the plan says of the pair: so that one rule holds every pair against its own figures,
 * and a dashboard draws both.
 *
 * Of several targets of a pair the best counts: each is one more way into the same cluster.
 */
export function recordings({ cluster, probes }: Subject): Recording[] {
  return [
    { record: "mesh:reached", expr: `max by (from, to) (probe_success{${job}})` },
    {
      record: "mesh:rtt_seconds",
      expr: `min by (from, to) (probe_duration_seconds{${job}} and on (from, to, instance) probe_success{${job}} == 1)`,
    },
    { record: "mesh:rtt_seconds:p50_10m", expr: "quantile_over_time(0.5, mesh:rtt_seconds[10m])" },
    { record: "mesh:rtt_seconds:p99_10m", expr: "quantile_over_time(0.99, mesh:rtt_seconds[10m])" },
    { record: "mesh:loss:ratio_15m", expr: "1 - avg_over_time(mesh:reached[15m])" },
    ...probes.flatMap(({ to, expected, budget }): Recording[] => {
      const pair = { from: cluster, to };
      return [
        { record: "mesh:rtt_estimate_seconds", expr: seconds(expected.p50), labels: pair },
        { record: "mesh:rtt_estimate_high_seconds", expr: seconds(expected.hi), labels: pair },
        ...(budget
          ? [
              {
                record: "mesh:rtt_budget_seconds",
                expr: seconds(budget.rtt),
                labels: { ...pair, tier: budget.tier },
              },
            ]
          : []),
      ];
    }),
  ];
}

/** A number of milliseconds as a series of one sample, to the microsecond. */
function seconds(milliseconds: number): string {
  return `vector(${Math.round(milliseconds * 1000) / 1e6})`;
}
