import type { Inventory } from "../model/inventory";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";

export const AGENT_ARCHIVED_NAMED = "agent-archived-named";

/** Agents that nobody maintains, and since when. */
const ARCHIVED: Record<string, string> = {
  // weaveworks/weave: last release 2.8.1 of 2021-01-25, last commit 2022-11-23, repository archived (kubespray#11328,
  // cncf/landscape#4023); the company closed in February 2024. Looked up 2026-11-23.
  weave: "Weave Net had its last release on 2021-01-25, and its repository is archived",
};

/** No cluster runs an agent that nobody mends any more. */
export function agentArchivedNamed(network: Inventory): Judgement {
  const problems = network.agents.flatMap((agent) => {
    const since = Object.hasOwn(ARCHIVED, agent.kind) ? ARCHIVED[agent.kind] : undefined;
    if (since === undefined) return [];
    const message = `${agentName(agent)} is of a project that has ended: ${since}, so its faults stay; move to Cilium, Calico or Flannel.`;
    return [{ rule: AGENT_ARCHIVED_NAMED, message, subjects: [agent.origin.urn] }];
  });
  return { problems, unknowns: [] };
}
