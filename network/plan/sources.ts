import type { AgentCatalogue } from "../agent-facts";
import type { Catalogue } from "../catalogue";

/** What the plan takes from the rooms outside `network`. */
export interface PlanSources {
  clouds: Catalogue;
  agents: AgentCatalogue;
}
