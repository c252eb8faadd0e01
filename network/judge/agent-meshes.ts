import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { DisjointSets } from "../topology/disjoint-sets";

/** Agents that join each other's clusters, directly or through others. */
export interface AgentMeshes {
  /** Groups in the order of their first agents; of some only one agent is among the resources. */
  meshes: AgentFact[][];
  /** Agents of which it is not known whom they join, or by which name others would call them. */
  unplaced: { agent: AgentFact; what: string }[];
}

/** Gathers agents by whom they name as peers. One pass over agents and peers. */
export function agentMeshes({ agents }: Inventory): AgentMeshes {
  const unplaced: AgentMeshes["unplaced"] = [];
  const names = new Set<string>();
  for (const { clusterName, peers } of agents) {
    if (!isUnknown(clusterName)) names.add(clusterName);
    if (!isUnknown(peers)) for (const name of Object.keys(peers)) names.add(name);
  }
  const groups = new DisjointSets([...names]);
  const joined = new Set<string>();
  for (const agent of agents) {
    const { clusterName, peers } = agent;
    if (isUnknown(peers)) unplaced.push({ agent, what: "the agent's peers" });
    const known = isUnknown(peers) ? [] : Object.keys(peers);
    if (isUnknown(clusterName)) {
      unplaced.push({ agent, what: "the agent's cluster name" });
      continue;
    }
    for (const name of known) {
      groups.join(clusterName, name);
      joined.add(clusterName).add(name);
    }
  }
  const byRoot = new Map<string, AgentFact[]>();
  for (const agent of agents) {
    if (isUnknown(agent.clusterName) || !joined.has(agent.clusterName)) continue;
    const root = groups.rootOf(agent.clusterName);
    const mesh = byRoot.get(root);
    if (mesh) mesh.push(agent);
    else byRoot.set(root, [agent]);
  }
  return { meshes: [...byRoot.values()], unplaced };
}
