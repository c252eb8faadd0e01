import { agentFacts } from "../agents";
import { CATALOGUE } from "../clouds/catalogue";
import type { PlanSources } from "../network/plan/sources";

/** What a plan is made from besides spec and lock: the facts of the clouds and of the network agents. */
export const SOURCES: PlanSources = { clouds: CATALOGUE, agents: agentFacts };
