import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { agentMeshes } from "./agent-meshes";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const AGENT_CLUSTER_ID_UNIQUE = "agent-cluster-id-unique";

const NEEDED = "whether two clusters of its mesh share an id or a name";

/**
 * Largest cluster id, with `clustermesh.maxConnectedClusters: 511`; 255 without ("Setting up Cluster Mesh", Cilium docs 1.19, 2026-08-03).
 */
const MOST_CLUSTERS = 511;

/**
 * Clusters whose agents join each other have ids and names of their own, and none has the id 0, which means "alone". Clusters that
 * join nobody may share an id: nothing compares them.
 */
export function agentClusterIdUnique(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const { meshes, unplaced } = agentMeshes(network);
  for (const { agent, what } of unplaced) judgement.unknowns.push(unknownAt(agent.origin, what, NEEDED));
  for (const mesh of meshes) {
    for (const agent of mesh) {
      if (isUnknown(agent.clusterId))
        judgement.unknowns.push(unknownAt({ urn: agent.origin.urn }, "the agent's cluster id", NEEDED));
    }
    const numbered = mesh.filter(({ clusterId }) => !isUnknown(clusterId) && clusterId !== 0);
    shared(numbered, "id", ({ clusterId }) => String(clusterId), judgement);
    shared(mesh, "name", ({ clusterName }) => String(clusterName), judgement);
    for (const agent of mesh.filter(({ clusterId }) => !isUnknown(clusterId) && clusterId > MOST_CLUSTERS)) {
      judgement.problems.push({
        rule: AGENT_CLUSTER_ID_UNIQUE,
        message:
          `${agentName(agent)} has the cluster id ${String(agent.clusterId)}, and Cilium takes none above ${MOST_CLUSTERS}, so the agent does not ` +
          "start; give it an id from 1 to 255.",
        subjects: [agent.origin.urn],
      });
    }
    for (const agent of mesh.filter(({ clusterId }) => clusterId === 0)) {
      judgement.problems.push({
        rule: AGENT_CLUSTER_ID_UNIQUE,
        message:
          `${agentName(agent)} joins other clusters with the cluster id 0, which means a cluster alone, so the others cannot tell its ` +
          "pods from their own; give it an id of its own, from 1 to 255.",
        subjects: [agent.origin.urn],
      });
    }
  }
  return judgement;
}

function shared(mesh: AgentFact[], what: string, of: (agent: AgentFact) => string, judgement: Judgement) {
  const first = new Map<string, AgentFact>();
  for (const agent of mesh) {
    const known = first.get(of(agent));
    if (!known) {
      first.set(of(agent), agent);
      continue;
    }
    judgement.problems.push({
      rule: AGENT_CLUSTER_ID_UNIQUE,
      message:
        `${agentName(known)} and ${agentName(agent)} both say cluster ${what} ${of(agent)} in one mesh, so each takes the other's pods ` +
        `for its own; give one of them another ${what}.`,
      subjects: [agent.origin.urn, known.origin.urn],
    });
  }
}
