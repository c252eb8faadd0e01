import type { Catalogue } from "../catalogue";
import type { AgentKind } from "../spec/shape";

/** What the plan takes from the rooms outside `network`. */
export interface PlanSources {
  clouds: Catalogue;
  agents: AgentLimits;
}

/** What the plan must know of the network agents. */
export interface AgentLimits {
  /**
   * Chart version that this release pins.
   *
   * @throws InputError where the agent is not built yet
   */
  version(kind: AgentKind): string;
  /** Most clusters of one mesh. */
  maxMembers(kind: AgentKind): number;
}
