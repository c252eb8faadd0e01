import type { Fault } from "./errors";
import type { AgentPort } from "./model/agent-port";
import type { MemberPlan } from "./plan/shape";
import type { AgentKind, Encryption, ServiceAffinity } from "./spec/shape";

/**
 * What the plan must know of a network agent, as data: each agent's room provides one in its `facts.ts`, and `agents/index.ts` puts
 * them in a table. So the plan stays free of any agent's particulars, and a new one is one entry more.
 */
export interface AgentFacts {
  /** Version of its chart, or of its images where it has none, that this release of isthmus pins. Example `"1.19.6"`. */
  version: string;
  limits: AgentLimits;
  /** What a pod's packet may measure, in bytes, on a network that carries packets of `underlay` bytes. */
  podMtu(underlay: number, encryption: Encryption): number;
  /** What firewalls between members let through from node range to node range. */
  ports(encryption: Encryption): AgentPort[];
  /** Where agents of other clusters knock: an internal load balancer with fixed addresses. Absent: nowhere. */
  entry?: AgentEntry;
  /** On every new node until its agent runs, so that no pod starts without a network. Absent: the agent takes none off. */
  startupTaint?: { key: string; value: string; effect: "NoExecute" | "NoSchedule" };
  /** How Services are exported to other clusters (Multi-Cluster Services API). Absent: not at all. */
  services?: {
    /** Whether the agent brings what answers for `clusterset.local`. */
    ownDns: boolean;
    affinities: ServiceAffinity[];
  };
  /** What is wrong with a member's agent, beyond what the types say; empty where nothing is. */
  faults(member: AgentMember): Fault[];
}

/** As much of a member as an agent is judged by. */
export type AgentMember = Pick<MemberPlan, "name" | "cloud" | "agent">;

export interface AgentEntry {
  /** At the load balancer. */
  port: AgentPort & { port: number };
  /** At the nodes behind it, where the load balancer is not the cluster's own. */
  nodePort: number;
}

export interface AgentLimits {
  /** Most clusters of one mesh. */
  clusters: number;
  /** `first` to `last` are valid; above `portable` not with every datapath, so nothing above it is allocated. */
  clusterId: { first: number; portable: number; last: number };
  /** Longest cluster name, and the form of the whole. */
  clusterName: { longest: number; pattern: RegExp };
}

/**
 * The facts of an agent.
 *
 * @throws InputError where it is not built yet
 */
export type AgentCatalogue = (kind: AgentKind) => AgentFacts;

/** VXLAN over IPv4: outer IP 20, UDP 8, VXLAN 8, inner Ethernet 14 (RFC 7348 §5). */
export const VXLAN_OVERHEAD = 50;
