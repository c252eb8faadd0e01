import type { Fault } from "../network/errors";
import type { AgentPort } from "../network/model/agent-port";
import type { AgentPlan } from "../network/plan/shape";
import type { AgentKind, Cloud, Encryption } from "../network/spec/shape";
import type { PolicyManifest, StrictCluster } from "./policy";

/** All that the plan and the components must know of a network agent: each agent's room provides one. */
export interface AgentDriver {
  kind: AgentKind;
  /** The Helm chart, and the version that this release of isthmus pins. */
  chart: { name: string; repository: string; namespace: string; pinnedVersion: string };
  limits: AgentLimits;
  /** What firewalls between members let through from node range to node range. */
  ports(encryption: Encryption): AgentPort[];
  /** What is wrong with a member's agent, beyond what the types say; empty where nothing is. */
  faults(agent: AgentPlan): Fault[];
  /** The chart's values: plain, known at preview, without any secret. */
  values(agent: AgentPlan, cloud: Cloud): Record<string, unknown>;
  /** What keeps out pods of other clusters that are not admitted; absent where strict isolation is not built for the agent. */
  policy?(cluster: StrictCluster): PolicyManifest;
}

export interface AgentLimits {
  /** Most clusters of one mesh. */
  clusters: number;
  /** `first` to `last` are valid; above `portable` not with every datapath, so nothing above it is allocated. */
  clusterId: { first: number; portable: number; last: number };
  /** Longest cluster name, and the form of the whole. */
  clusterName: { longest: number; pattern: RegExp };
}
