import type { Installation } from "../agents/installation";
import type { AgentKind } from "../network/spec/shape";
import type { Metric } from "./metrics";

/** What an agent tells of itself, and how it is asked. */
export interface AgentMetrics {
  /** Of the release of that name, what switches its metrics on. */
  release: string;
  values: Record<string, unknown>;
  /** Where its pods are, and their port. */
  pods: { namespace: string; labels: Record<string, string>; port: string };
  metrics: readonly Metric[];
}

const CILIUM_METRICS = "Cilium docs, Documentation/observability/metrics.rst @ 011e15e3, 2026";

const cilium: AgentMetrics = {
  release: "cilium",
  // The ServiceMonitor of the chart is left off: the agent comes first, and the kind is known to a cluster only with Prometheus' operator.
  values: { prometheus: { enabled: true } },
  pods: { namespace: "kube-system", labels: { "k8s-app": "cilium" }, port: "prometheus" },
  metrics: [
    metric("cilium_clustermesh_remote_clusters", []),
    metric("cilium_clustermesh_remote_cluster_readiness_status", ["target_cluster"]),
    metric("cilium_clustermesh_remote_cluster_failures", ["target_cluster"]),
    metric("cilium_clustermesh_remote_cluster_nodes", ["target_cluster"]),
    metric("cilium_clustermesh_remote_cluster_services", ["target_cluster"]),
    metric("cilium_unreachable_nodes", []),
    metric("cilium_unreachable_health_endpoints", []),
    metric("cilium_drop_count_total", ["reason", "direction"]),
    metric("cilium_forward_bytes_total", ["direction"]),
    metric("cilium_controllers_failing", []),
    metric("cilium_bpf_map_pressure", ["map_name"]),
    metric("cilium_ipsec_xfrm_error", ["error", "type"]),
  ],
};

function metric(name: string, labels: string[]): Metric {
  return { name, labels, source: CILIUM_METRICS };
}

/** One row a kind; an agent without one is watched by probes alone. */
const AGENT_METRICS: Record<AgentKind, AgentMetrics | undefined> = {
  cilium,
  calico: undefined,
  flannel: undefined,
  weave: undefined,
  docker: undefined,
};

export function agentMetrics(kind: AgentKind): AgentMetrics | undefined {
  return AGENT_METRICS[kind];
}

/** An installation whose agent tells of itself. Values are added, and none that the driver gave is changed. */
export function withMetrics(installation: Installation, kind: AgentKind): Installation {
  const metrics = agentMetrics(kind);
  if (!metrics) return installation;
  return {
    ...installation,
    releases: installation.releases.map((release) =>
      release.name === metrics.release
        ? { ...release, values: underneath(metrics.values, release.values) }
        : release,
    ),
  };
}

/** `base` with everything of `over` laid over it, section by section. */
function underneath(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...over };
  for (const [key, value] of Object.entries(base)) {
    const given = over[key];
    if (given === undefined) merged[key] = value;
    else if (isSection(given) && isSection(value)) merged[key] = underneath(value, given);
  }
  return merged;
}

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
