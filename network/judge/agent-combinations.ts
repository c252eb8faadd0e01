import type { AgentFact, ClusterFact } from "../model/network";
import { isKnown, isUnknown } from "../model/resource";

/** One cluster, the agents that run in it, and what is known to go wrong there. */
export interface AgentsOfCluster {
  /** Absent where the cluster is not among the resources. */
  cluster?: ClusterFact;
  /** In the order of registration, at least one. */
  agents: AgentFact[];
}

/** A combination that is known not to work. */
export interface BadCombination {
  /** Why not, as a clause, and what to do instead. */
  reason: string;
  remedy: string;
  /** Where the reason is from, and when it was looked up. */
  source: string;
  /** The agents that are part of it; none where it does not apply. */
  of(place: AgentsOfCluster): AgentFact[];
  /** Values that would decide, and that are not known, in words. */
  unknown?(place: AgentsOfCluster): { agent: AgentFact; what: string }[];
}

/** Agents that give pods their interfaces: of two on one cluster the one that a node finds last wins. */
const PLUGINS = ["cilium", "calico", "flannel", "weave"];

const plugins = ({ agents }: AgentsOfCluster) => agents.filter(({ kind }) => PLUGINS.includes(kind));
const ofKind = ({ agents }: AgentsOfCluster, kind: string) => agents.filter((agent) => agent.kind === kind);

const givesNoNodeRanges = ({ cluster }: AgentsOfCluster) =>
  cluster?.cloud === "aws" || cluster?.cloud === "azure";

/** Whether an agent keeps policy only and another is meant to stand beside it: Canal, and Cilium that says so. */
const meantTogether = (agents: AgentFact[]): boolean => {
  const kinds = new Set(agents.map(({ kind }) => kind));
  if (kinds.size === 2 && kinds.has("calico") && kinds.has("flannel")) return true;
  return agents.some(({ chaining }) => chaining !== undefined && isKnown(chaining) && chaining !== "none");
};

export const BAD_COMBINATIONS: BadCombination[] = [
  {
    reason: "Submariner needs kube-proxy's iptables and routes of its own, which Cilium takes no part in",
    remedy: "join Cilium's clusters with ClusterMesh, or give the cluster Calico or Flannel",
    source: "submariner-io/submariner#3168; Submariner docs, 2026-11-23",
    of: (place) =>
      ofKind(place, "submariner").length > 0 && ofKind(place, "cilium").length > 0
        ? [...ofKind(place, "submariner"), ...ofKind(place, "cilium")]
        : [],
  },
  {
    reason: "both set up the interfaces of the same pods, so which of the two a pod gets is chance",
    remedy:
      "keep one of them, or chain Cilium behind the other with `cni.chainingMode` and `cni.exclusive: false`",
    source: '"CNI Chaining", Cilium docs 1.19, 2026-08-03',
    of: (place) => {
      const found = plugins(place);
      const kinds = new Set(found.map(({ kind }) => kind));
      if (kinds.size < 2 || meantTogether(found)) return [];
      return found.some(({ chaining }) => isUnknown(chaining)) ? [] : found;
    },
    unknown: (place) => {
      const found = plugins(place);
      if (new Set(found.map(({ kind }) => kind)).size < 2 || meantTogether(found)) return [];
      return found
        .filter(({ chaining }) => isUnknown(chaining))
        .map((agent) => ({ agent, what: "the agent's chaining mode" }));
    },
  },
  {
    reason: "Calico's WireGuard does not run on GKE's nodes, so pods' traffic stays in clear",
    remedy: "use Cilium there, or rely on Calico for policy only",
    source: "tigera/docs@f2a27624, Calico v3.32, encrypt-cluster-pod-traffic, 2026-06",
    of: (place) =>
      place.cluster?.cloud === "gcp"
        ? ofKind(place, "calico").filter(({ encryption }) => encryption === "wireguard")
        : [],
    unknown: (place) =>
      place.cluster?.cloud === "gcp"
        ? ofKind(place, "calico")
            .filter(({ encryption }) => isUnknown(encryption))
            .map((agent) => ({ agent, what: "the agent's encryption" }))
        : [],
  },
  {
    reason:
      "Flannel needs each node's pod range (`spec.podCIDR`), which EKS, and AKS without a network plugin, give to none, so no node becomes ready",
    remedy:
      "install kubernetes-sigs' node-ipam-controller beside it, or use Cilium with `ipam.mode: cluster-pool`, or Calico with a pool of its own",
    source:
      "flannel-io/flannel Documentation/kubernetes.md@cdf76059; aws/containers-roadmap#315; azure-aks-docs use-byo-cni.md; 2026-11-24",
    of: (place) =>
      givesNoNodeRanges(place)
        ? ofKind(place, "flannel").filter(({ nodeRanges }) => nodeRanges === false)
        : [],
    unknown: (place) =>
      givesNoNodeRanges(place)
        ? ofKind(place, "flannel")
            .filter(({ nodeRanges }) => nodeRanges === undefined || isUnknown(nodeRanges))
            .map((agent) => ({ agent, what: "what gives nodes their pod ranges" }))
        : [],
  },
];
