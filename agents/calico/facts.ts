import { type AgentLimits, VXLAN_OVERHEAD } from "../../network/agent-facts";
import type { AgentPort } from "../../network/model/agent-port";
import type { Datapath, Encryption } from "../../network/spec/shape";
import type { ChartPin } from "../driver";
import { submarinerPodMtu, submarinerPorts } from "../submariner/facts";

const REPOSITORY = "https://docs.tigera.io/calico/charts";

/** The operator's chart, which makes Calico out of an `Installation` (projectcalico/calico @ v3.32.1, `charts/tigera-operator`). */
export const calicoChart = {
  name: "tigera-operator",
  repository: REPOSITORY,
  version: "v3.32.1",
  source: "projectcalico/calico, 2026-06-24",
} as const satisfies ChartPin;

/**
 * The kinds that the operator and Calico know: from v3.32 a chart of their own, which comes first ("Install using Helm", Calico docs 3.32).
 * Its kinds are too large for `kubectl apply`, which writes each whole into an annotation of at most 256 KiB; a Helm release creates
 * them without one.
 */
export const calicoCrdChart = {
  name: "crd.projectcalico.org.v1",
  repository: REPOSITORY,
  version: calicoChart.version,
  source: calicoChart.source,
} as const satisfies ChartPin;

/** First minor version whose kinds are in a chart of their own: another chart's values and order. */
export const oldestChart = { major: 3, minor: 32 } as const;

/** Where the operator is installed; it makes `calico-system` for what it runs. */
export const operatorNamespace = "tigera-operator";

/**
 * Calico knows one cluster only, so it sets no bound of its own; ids and names are what every agent's are, so that a mesh can change to
 * another agent's.
 */
export const calicoLimits: AgentLimits = {
  clusters: 255,
  clusterId: { first: 1, portable: 127, last: 255 },
  clusterName: { longest: 32, pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/ },
};

/** Outer IP 20, UDP 8, WireGuard 32 ("Configure MTU to maximize network performance", Calico docs 3.32, 2026-06). */
const WIREGUARD_OVERHEAD = 60;

/**
 * What the underlay of AKS carries, though interfaces say 1500: WireGuard's packets may not be cut ("Configure MTU", as above; "TCP/IP
 * performance tuning for Azure VMs", azure-docs).
 */
export const AKS_UNDERLAY = 1400;

/**
 * Bytes that Calico's own encapsulation takes: between two nodes with WireGuard nothing else encapsulates (the same page). Pods that are
 * routed have none but within their own cluster.
 */
export function calicoOverhead(encryption: Encryption, datapath: Datapath): number {
  if (encryption === "wireguard") return WIREGUARD_OVERHEAD;
  return datapath === "overlay" ? VXLAN_OVERHEAD : 0;
}

export function calicoPodMtu(underlay: number, encryption: Encryption, datapath: Datapath): number {
  return underlay - calicoOverhead(encryption, datapath);
}

/** What a pod's packet may measure on its way to another cluster: through Submariner's cable too where that joins overlays. */
export function calicoMeshPodMtu(underlay: number, encryption: Encryption, datapath: Datapath): number {
  const within = calicoPodMtu(underlay, encryption, datapath);
  return datapath === "routed" ? within : Math.min(within, submarinerPodMtu(underlay, encryption));
}

/**
 * Calico's nodes speak to those of their own cluster only. Pods that are routed come under their own addresses; overlays are joined by
 * Submariner.
 */
export function calicoPorts(encryption: Encryption, datapath: Datapath): AgentPort[] {
  return datapath === "routed" ? [] : submarinerPorts(encryption);
}

/** Calico's API, which serves `projectcalico.org/v3` through the cluster's own ("Google Kubernetes Engine", Calico Enterprise 3.23, 2026). */
export const calicoApi: AgentPort & { port: number } = { port: 5443, protocol: "tcp", purpose: "Calico API" };

/** How the kinds that people write are called. */
export const calicoKinds = { apiVersion: "projectcalico.org/v3" } as const;
