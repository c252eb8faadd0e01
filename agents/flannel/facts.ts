import { type AgentLimits, VXLAN_OVERHEAD } from "../../network/agent-facts";
import type { Encryption } from "../../network/spec/shape";
import type { ChartPin } from "../driver";

/** Flannel's Helm chart (chart/kube-flannel of flannel-io/flannel at v0.28.9). */
export const flannelChart = {
  name: "flannel",
  repository: "https://flannel-io.github.io/flannel/",
  version: "v0.28.9",
  source: "flannel-io/flannel, 2026-08-07",
} as const satisfies ChartPin;

/** What gives nodes their pod ranges where the cloud does not: the first release that is published, as an OCI chart (its release page, as read 2026-11-24). */
export const nodeIpamChart = {
  name: "node-ipam-controller",
  repository: "oci://registry.k8s.io/networking/charts",
  version: "0.3.0",
  source: "kubernetes-sigs/node-ipam-controller, 2026-11-24",
} as const satisfies ChartPin;

export const flannelNamespace = "kube-flannel";
export const nodeIpamNamespace = "nodeipam";

/** Oldest minor version whose chart takes our values: the first with `flannel.healthz` (chart/kube-flannel/values.yaml@07274bb7). */
export const oldestChart = { major: 0, minor: 28 } as const;

/**
 * Flannel knows one cluster, and Submariner states no limit: these are ours. Gateways are joined each to each, so 255 is many; ids are
 * not used; names are DNS labels.
 */
export const flannelLimits: AgentLimits = {
  clusters: 255,
  clusterId: { first: 1, portable: 127, last: 255 },
  clusterName: { longest: 32, pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/ },
};

/** The chart's template writes no key for the backend `ipsec` (chart/kube-flannel/templates/config.yaml@0373f88d), so it is left out. */
export const BACKENDS: Partial<Record<Encryption, "vxlan" | "wireguard">> = {
  none: "vxlan",
  wireguard: "wireguard",
};

/** Bytes that a backend takes (pkg/backend/vxlan and pkg/backend/wireguard, flannel-io/flannel v0.28). */
const BACKEND_OVERHEAD: Record<Encryption, number> = { none: VXLAN_OVERHEAD, wireguard: 80, ipsec: 80 };

/** What Flannel gives pods when `flannel.mtu` is the underlay's. Between clusters Submariner's cable takes as much, or less. */
export function flannelPodMtu(underlay: number, encryption: Encryption): number {
  return underlay - BACKEND_OVERHEAD[encryption];
}
