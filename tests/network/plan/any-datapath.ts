import { SOURCES } from "../../../components/plan-sources";
import type { PlanSources } from "../../../network/plan/sources";

/** An agent that refuses nothing, for what a plan says of routed pods: of the real ones only some can have them. */
export const ANY_DATAPATH: PlanSources = {
  ...SOURCES,
  agents: (kind) => ({ ...SOURCES.agents(kind), faults: () => [] }),
};
