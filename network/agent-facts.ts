import type { Fault } from "./errors";
import type { AgentPort } from "./model/agent-port";
import type { AgentPlan, MemberPlan } from "./plan/shape";
import type { Cloud, Datapath, Encryption, ServiceAffinity } from "./spec/shape";

/**
 * What the plan must know of a network agent, as data: each agent's room provides one in its `facts.ts`, and `agents/index.ts` puts
 * them in a table. So the plan stays free of any agent's particulars, and a new one is one entry more.
 */
export interface AgentFacts {
  /** Version of its chart, or of its images where it has none, that this release of isthmus pins. Example `"1.19.6"`. */
  version: string;
  /** Versions that this release of isthmus was tested with; of others a plan warns. Absent: whoever describes the agent answers for it. */
  tested?: readonly string[];
  limits: AgentLimits;
  /** What a pod's packet may measure, in bytes, on a network that carries packets of `underlay` bytes. */
  podMtu(underlay: number, encryption: Encryption, datapath: Datapath): number;
  /** What firewalls between members let through from node range to node range. */
  ports(encryption: Encryption, datapath: Datapath): AgentPort[];
  /** What the cluster's control plane opens on its nodes and pods besides the kubelet's port. Absent: nothing. */
  served?: (AgentPort & { port: number })[];
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
  /** What joins its clusters, where it knows one cluster only. Absent: it joins them itself. */
  across?: AcrossFacts;
  /** What is wrong with a member's agent, beyond what the types say; empty where nothing is. */
  faults(member: AgentMember): Fault[];
  /** What works and is not what one would expect; empty or absent where nothing is. */
  warnings?(member: AgentMember): Fault[];
}

/** What joins clusters whatever agents they have. */
export interface AcrossFacts {
  by: "submariner";
  /** The datapath whose clusters it joins. Absent: any. */
  datapath?: Datapath;
  /** Why a member cannot be the broker, at whose API all clusters meet, as a clause; `undefined` where it can. */
  noBroker(member: BrokerCandidate): string | undefined;
}

/** As much of a member as a broker is chosen by. */
export interface BrokerCandidate {
  cloud: Cloud;
  /** Whether its API server has a public endpoint. */
  publicApi: boolean;
  /** Whether its cluster was there before. */
  existing: boolean;
  /** Whether it uses another member's gateway. */
  behind: boolean;
}

/** As much of a member as an agent is judged by. */
export type AgentMember = Pick<MemberPlan, "name" | "cloud" | "agent"> &
  Partial<Pick<MemberPlan, "isolation">>;

/** Which agent: its kind, and of one of no kind of ours what its user says of it. */
export type AgentChoice = Pick<AgentPlan, "kind" | "custom">;

export interface AgentEntry {
  /** At the load balancer. */
  port: AgentPort & { port: number };
  /** At the nodes behind it, where the load balancer is not the cluster's own. */
  nodePort: number;
}

export interface AgentLimits {
  /** Most clusters of one mesh. */
  clusters: number;
  /** Why no more, and what to choose instead, as a clause. Absent: more meshes are what is left. */
  reason?: string;
  /** `first` to `last` are valid; above `portable` not with every datapath, so nothing above it is allocated. */
  clusterId: { first: number; portable: number; last: number };
  /** Longest cluster name, and the form of the whole. */
  clusterName: { longest: number; pattern: RegExp };
}

/**
 * The facts of an agent.
 *
 * @throws InputError where it is not built yet, or not described
 */
export type AgentCatalogue = (agent: AgentChoice) => AgentFacts;

/** VXLAN over IPv4: outer IP 20, UDP 8, VXLAN 8, inner Ethernet 14 (RFC 7348 §5). */
export const VXLAN_OVERHEAD = 50;
