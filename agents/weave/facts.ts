import type { AgentLimits } from "../../network/agent-facts";

/**
 * The maintained fork of Weave Net: 2.9.0 (2024-12-22, rajch/weave). Weaveworks' own had its last release on 2021-01-25. Images by tag:
 * the fork publishes no digests, and its manifest says `latest` ("Integrating Kubernetes via the Addon", rajch.github.io/weave).
 */
export const weaveVersion = "2.9.0";

export const weaveImages = {
  weave: "docker.io/rajchaudhuri/weave-kube",
  npc: "docker.io/rajchaudhuri/weave-npc",
} as const;

/** Where Weave is installed. */
export const weaveNamespace = "kube-system";

/** Secret that holds the network's password; names as kops has them. */
export const weaveSecret = { name: "weave-net", key: "network-password" } as const;

/**
 * One cluster. Weave joins nodes to one network, and its peers must have the same range of addresses for all pods: another is refused
 * by `Incompatible IP allocation ranges` (weaveworks/weave 2.8.1, `ipam/allocator.go` and `ipam/ring`). Clusters of a mesh have ranges
 * of their own, so that each address says whose pod it is.
 */
export const weaveLimits: AgentLimits = {
  clusters: 1,
  reason:
    "peers of one Weave network share one pod range, and clusters of a mesh have a range each; choose cilium",
  clusterId: { first: 1, portable: 255, last: 255 },
  clusterName: { longest: 32, pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/ },
};

/** VXLAN 50 and ESP 34 ("Weave Net Performance: Encrypted Fast Datapath", weave.works, 2017: of 1500 bytes pods get 1416). */
const OVERHEAD = 84;

/** An encrypted packet's length is divisible by four (same place). */
const MULTIPLE = 4;

/** The same encrypted or not: a network whose password is set later would otherwise lose its largest packets. */
export function weavePodMtu(underlay: number): number {
  return Math.floor((underlay - OVERHEAD) / MULTIPLE) * MULTIPLE;
}

/** What nodes must carry for pods' packets of a size. */
export function weaveUnderlay(podMtu: number): number {
  return podMtu + OVERHEAD;
}

/** Pods' packets where WEAVE_MTU is not set, in bytes ("Integrating Kubernetes via the Addon"). */
export const weaveDefaultMtu = 1376;
