import { type AgentLimits, VXLAN_OVERHEAD } from "../../network/agent-facts";
import type { AgentPort } from "../../network/model/agent-port";
import type { Encryption } from "../../network/spec/shape";
import type { ChartPin } from "../driver";

/**
 * Cilium's Helm chart. 1.19.6 (2026-07-16) of the supported lines: 1.18 takes `clustermesh.config.clusters` only as a list,
 * where adding a cluster moves the others, and makes its certificates in a Helm hook, which waits for nodes that are not
 * there yet; 1.20.0 (2026-07-29) is the first of its line. Values are those of charts 1.19 and 1.20 (cilium/charts, 2026-08-03).
 */
export const ciliumChart = {
  name: "cilium",
  repository: "https://helm.cilium.io",
  version: "1.19.6",
  source: "cilium/charts, 2026-07-16",
} as const satisfies ChartPin;

/** Oldest minor version whose chart takes our values: the first with the map form of `clustermesh.config.clusters`. */
export const oldestChart = { major: 1, minor: 19 } as const;

/** Where the chart is installed. */
export const ciliumNamespace = "kube-system";

/**
 * ClusterMesh joins 255 clusters (`clustermesh.maxConnectedClusters`; 511 costs identities and can never be changed). The
 * chart refuses ids from 128 under ENI or AWS chaining (cilium#21330, and the chart's `validate.yaml`), so ids up to 127
 * fit every datapath. Names: the same file, and "Setting up Cluster Mesh".
 */
export const ciliumLimits: AgentLimits = {
  clusters: 255,
  clusterId: { first: 1, portable: 127, last: 255 },
  clusterName: { longest: 32, pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/ },
};

/** The chart's own name for "no name given": refused beside a cluster id (chart's `validate.yaml`). */
export const unnamedCluster = "default";

/** Node port of the ClusterMesh API server (the chart's default), behind a load balancer that is not the cluster's own. */
export const clusterMeshNodePort = 32379;

/** Where other clusters' agents knock: the load balancer of the ClusterMesh API server. */
export const clusterMeshPort: AgentPort & { port: number } = {
  port: 2379,
  protocol: "tcp",
  purpose: "ClusterMesh API server",
};

/** On every new node until its agent runs, so that no pod starts without a network ("Taint effects", Cilium docs). */
export const startupTaint = {
  key: "node.cilium.io/agent-not-ready",
  value: "true",
  effect: "NoExecute",
} as const;

/** Secret that the agent reads its IPsec keys from (`encryption.ipsec.secretName` and `.keyFile`, chart defaults). */
export const ipsecSecret = { name: "cilium-ipsec-keys", key: "keys" } as const;

/** The agent's own network policy for pods of every namespace. Its kind is known to a cluster once the operator has run there. */
export const clusterwidePolicy = {
  apiVersion: "cilium.io/v2",
  kind: "CiliumClusterwideNetworkPolicy",
} as const;

/** Label that every pod has for policies: its cluster's name in the mesh ("Network Policy", Cluster Mesh, Cilium docs 1.19). */
export const clusterLabel = "io.cilium.k8s.policy.cluster";

/** Pod range of the chart where none is given (`ipam.operator.clusterPoolIPv4PodCIDRList`). */
export const defaultPodRanges = ["10.0.0.0/8"];

const vxlan: AgentPort = { port: 8472, protocol: "udp", purpose: "VXLAN" };
const wireguard: AgentPort = { port: 51871, protocol: "udp", purpose: "WireGuard" };
const esp: AgentPort = { protocol: "esp", purpose: "IPsec" };

/**
 * Ports between the nodes of two clusters ("System Requirements", Firewall Rules, Cilium docs 2026).
 * Under WireGuard the VXLAN port stays shut: since 1.15 all overlay traffic goes inside WireGuard (cilium#29000), and the
 * network need not let it through (cilium#36208). So what should ever leave a node unencrypted goes no further than its
 * own cluster. IPsec needs both: which of the two is outside depends on the version.
 */
export function ciliumPorts(encryption: Encryption): AgentPort[] {
  const datapath = { wireguard: [wireguard], ipsec: [vxlan, esp], none: [vxlan] }[encryption];
  return [
    ...datapath,
    { port: 4240, protocol: "tcp", purpose: "Agent health" },
    { protocol: "icmp", purpose: "Agent health" },
    clusterMeshPort,
  ];
}

/** Bytes that encryption takes outside the VXLAN (cilium `pkg/mtu`; WireGuard 95 since cilium/cilium#45940, 2026, and 80 before). */
const ENCRYPTION_OVERHEAD: Record<Encryption, number> = { none: 0, wireguard: 95, ipsec: 77 };

export function ciliumPodMtu(underlay: number, encryption: Encryption): number {
  return underlay - VXLAN_OVERHEAD - ENCRYPTION_OVERHEAD[encryption];
}
