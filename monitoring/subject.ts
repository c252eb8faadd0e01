import type { AgentPlan, MemberPlan, MonitoringPlan } from "../network/plan/shape";

/** What is watched from one cluster: all that rules, probes and dashboards are made of. */
export interface Subject extends Pick<MonitoringPlan, "probes" | "links"> {
  /** The member's name. */
  cluster: string;
  agent: Pick<AgentPlan, "kind" | "encryption">;
  /** Where the alerts' pages are: a URL, or a folder, without a slash at its end. */
  runbooks: string;
  /** The other clusters of the agent's mesh. Sorted. */
  others: string[];
}

/** The pages in this package, where nobody says where else they can be read. */
export const OWN_RUNBOOKS = "docs/runbooks";

/** Of a member's plan; nothing where it is not watched. */
export function subjectOf({
  name,
  agent,
  monitoring,
}: Pick<MemberPlan, "name" | "agent" | "monitoring">): Subject | undefined {
  if (!monitoring) return undefined;
  const { probes, links, runbooks = OWN_RUNBOOKS } = monitoring;
  const others = agent.mesh.map((cluster) => cluster.name).filter((other) => other !== agent.clusterName);
  return {
    cluster: name,
    agent,
    probes,
    links,
    runbooks: runbooks.replace(/\/+$/, ""),
    others: others.sort(),
  };
}
