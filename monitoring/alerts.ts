import { agentMetrics } from "./agent-metrics";
import { AGENT_JOB, PROBE_JOB } from "./names";
import type { Subject } from "./subject";

/** What somebody is told of. */
export interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: Severity };
  annotations: { summary: string; description: string; runbook_url: string };
}

/** `critical`: traffic stands still. `warning`: a promise is broken, or what is left is less than was planned. `info`: look when there is time. */
export type Severity = "critical" | "warning" | "info";

/** Lost probes from which a path counts as lossy: two of the ninety in fifteen minutes. */
const LOSS = 0.02;

/** Lossy, and not down. It must last longer than the fifteen minutes in which one outage that is over still counts. */
const LOSSY = `mesh:loss:ratio_15m > ${LOSS} unless on (from, to) max_over_time(mesh:reached[2m]) == 0`;

/** Packets a second that an agent drops for other reasons than policies. No document names a figure; what is normal is far under one. */
const DROPS = 10;

/** Every alert that a cluster has, and no alert on a series that nothing there tells. */
export function alerts(subject: Subject): Alert[] {
  return [...probeAlerts(subject), ...agentAlerts(subject)].map(
    ({ name, severity, lasting, expr, ...text }): Alert => ({
      alert: name,
      expr,
      for: lasting,
      labels: { severity },
      annotations: { ...text, runbook_url: `${subject.runbooks}/${name}.md` },
    }),
  );
}

/** An alert before it knows where its page is. */
interface Draft {
  name: string;
  severity: Severity;
  lasting: string;
  expr: string;
  summary: string;
  description: string;
}

function probeAlerts({ probes }: Subject): Draft[] {
  if (probes.length === 0) return [];
  const promised = probes.some(({ budget }) => budget);
  return [
    draft("MeshPathDown", "critical", "2m", "mesh:reached == 0", {
      summary: "{{ $labels.from }} does not reach {{ $labels.to }}",
      description: "No probe has come through for two minutes: nothing between the two clusters' nodes does.",
    }),
    draft(
      "MeshProbeMissing",
      "warning",
      "10m",
      "mesh:rtt_estimate_seconds unless on (from, to) mesh:reached",
      {
        summary: "{{ $labels.from }} does not probe {{ $labels.to }}",
        description: "Planned and not measured, so nobody would be told if the path went down.",
      },
    ),
    draft(
      "MeshProbeTargetDown",
      "warning",
      "10m",
      `probe_success{job="${PROBE_JOB}"} == 0 and on (from, to) mesh:reached == 1`,
      {
        summary: "{{ $labels.instance }} of {{ $labels.to }} does not answer {{ $labels.from }}",
        description: "Others of the same member do: one way in of several is lost.",
      },
    ),
    ...(promised
      ? [
          draft(
            "MeshRoundTripOverBudget",
            "warning",
            "10m",
            "mesh:rtt_seconds:p50_10m > on (from, to) group_left (tier) mesh:rtt_budget_seconds",
            {
              summary:
                "{{ $labels.from }} to {{ $labels.to }} takes longer than tier {{ $labels.tier }} promises",
              description: "The median round trip is {{ $value | humanizeDuration }}.",
            },
          ),
        ]
      : []),
    draft(
      "MeshRoundTripAboveEstimate",
      "info",
      "30m",
      "mesh:rtt_seconds:p50_10m > on (from, to) mesh:rtt_estimate_high_seconds",
      {
        summary: "{{ $labels.from }} to {{ $labels.to }} takes longer than the plan thought possible",
        description:
          "The median round trip is {{ $value | humanizeDuration }}: a detour after a link failed, or an estimate to mend.",
      },
    ),
    draft("MeshPacketLoss", "warning", "20m", LOSSY, {
      summary: "Packets are lost between {{ $labels.from }} and {{ $labels.to }}",
      description: "{{ $value | humanizePercentage }} of the probes of fifteen minutes did not come through.",
    }),
  ];
}

function agentAlerts({ agent, others }: Subject): Draft[] {
  if (!agentMetrics(agent.kind)) return [];
  const unseen = draft(
    "MeshAgentUnseen",
    "warning",
    "10m",
    `up{job="${AGENT_JOB}"} == 0 or absent(up{job="${AGENT_JOB}"})`,
    {
      summary: "A network agent does not answer Prometheus",
      description: "What it does not tell nobody is warned of.",
    },
  );
  return [unseen, ...(agent.kind === "cilium" ? ciliumAlerts(agent.encryption === "ipsec", others) : [])];
}

function ciliumAlerts(ipsec: boolean, others: string[]): Draft[] {
  return [
    ...(others.length > 0
      ? [
          draft(
            "MeshRemoteClusterNotReady",
            "critical",
            "5m",
            "min by (target_cluster) (cilium_clustermesh_remote_cluster_readiness_status) == 0",
            {
              summary: "An agent here is not joined to {{ $labels.target_cluster }}",
              description: "It does not learn of new pods and Services there; what it knows goes stale.",
            },
          ),
          draft(
            "MeshRemoteClusterMissing",
            "warning",
            "10m",
            `min(cilium_clustermesh_remote_clusters) < ${others.length}`,
            {
              summary: "An agent here knows fewer clusters than the mesh has",
              description: `It knows {{ $value }} of ${others.length}.`,
            },
          ),
        ]
      : []),
    draft("MeshNodesUnreachable", "warning", "10m", "max(cilium_unreachable_nodes) > 0", {
      summary: "Nodes do not reach one another",
      description: "An agent here does not reach {{ $value }} nodes, of this cluster or another.",
    }),
    draft("MeshPodNetworkUnreachable", "warning", "10m", "max(cilium_unreachable_health_endpoints) > 0", {
      summary: "Pods' network does not reach all nodes",
      description: "From a node here {{ $value }} nodes cannot be reached through the overlay.",
    }),
    draft(
      "MeshAgentDrops",
      "warning",
      "15m",
      `sum by (reason, direction) (rate(cilium_drop_count_total{reason!~"Policy denied.*|Unsupported.*"}[5m])) > ${DROPS}`,
      {
        summary: "Agents drop packets: {{ $labels.reason }}",
        description: "{{ $value | humanize }} a second, {{ $labels.direction }}; no policy asks for it.",
      },
    ),
    ...(ipsec
      ? [
          draft(
            "MeshIpsecErrors",
            "warning",
            "5m",
            "sum by (error, type) (increase(cilium_ipsec_xfrm_error[10m])) > 0",
            {
              summary: "IPsec between nodes fails: {{ $labels.error }}",
              description: "{{ $value | humanize }} packets in ten minutes.",
            },
          ),
        ]
      : []),
  ];
}

function draft(
  name: string,
  severity: Severity,
  lasting: string,
  expr: string,
  text: Pick<Draft, "summary" | "description">,
): Draft {
  return { name, severity, lasting, expr, ...text };
}
