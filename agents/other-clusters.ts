import type { AgentPlan } from "../network/plan/shape";

/** The clusters of the agent's mesh besides its own. */
export function otherClusters(agent: AgentPlan): AgentPlan["mesh"] {
  return agent.mesh.filter(({ name }) => name !== agent.clusterName);
}
