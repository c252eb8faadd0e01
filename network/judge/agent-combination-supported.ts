import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { type AgentsOfCluster, BAD_COMBINATIONS } from "./agent-combinations";
import { agentMeshes } from "./agent-meshes";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";
import { nameIn, unknownAt } from "./judgement";

export const AGENT_COMBINATION_SUPPORTED = "agent-combination-supported";

const NEEDED = "whether the agents of its cluster are known to work together";

/**
 * Most clusters that a mesh of Cilium takes: 255, or 511 where every cluster says so (`clustermesh.maxConnectedClusters`, cilium/charts
 * 1.20, 2026-08-03).
 */
const MOST_CLUSTERS = 255;

/** No cluster runs agents, and no mesh joins clusters, in a way that is known not to work. */
export function agentCombinationSupported(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const place of places(network)) {
    for (const { reason, remedy, source, of, unknown } of BAD_COMBINATIONS) {
      for (const { agent, what } of unknown?.(place) ?? [])
        judgement.unknowns.push(unknownAt({ urn: agent.origin.urn }, what, NEEDED));
      const agents = of(place);
      if (agents.length === 0) continue;
      const where = place.cluster ? ` on ${place.cluster.name} (${place.cluster.cloud})` : "";
      judgement.problems.push({
        rule: AGENT_COMBINATION_SUPPORTED,
        message: `${agents.map(agentName).join(" and ")}${where}: ${reason} (${source}); ${remedy}.`,
        subjects: [...new Set(agents.map(({ origin }) => origin.urn))],
      });
    }
  }
  homeless(network, judgement);
  sizes(network, judgement);
  return judgement;
}

/** Agents by the cluster that they run in. */
function places({ agents, clusters }: Inventory): AgentsOfCluster[] {
  const facts = new Map(clusters.map((cluster) => [cluster.urn, cluster]));
  const byCluster = new Map<string, AgentsOfCluster>();
  for (const agent of agents) {
    const key =
      agent.cluster ??
      (isUnknown(agent.clusterName) || agent.clusterName === "" ? undefined : agent.clusterName);
    if (key === undefined) continue;
    const place = byCluster.get(key);
    const cluster = facts.get(key);
    if (place) place.agents.push(agent);
    else byCluster.set(key, { ...(cluster ? { cluster } : {}), agents: [agent] });
  }
  return [...byCluster.values()];
}

/** Of several agents, one whose cluster nobody can tell may stand beside any of the others. */
function homeless({ agents }: Inventory, judgement: Judgement): void {
  const kinds = new Set(agents.map(({ kind }) => kind));
  if (kinds.size < 2) return;
  for (const agent of agents) {
    if (!agent.cluster && isUnknown(agent.clusterName))
      judgement.unknowns.push(unknownAt({ urn: agent.origin.urn }, "the agent's cluster", NEEDED));
  }
}

function sizes(network: Inventory, judgement: Judgement): void {
  const { meshes, unplaced } = agentMeshes(network);
  for (const { agent, what } of unplaced)
    judgement.unknowns.push(unknownAt(agent.origin, what, "how many clusters its mesh joins"));
  for (const mesh of meshes) {
    const [first] = mesh;
    if (!first) continue;
    const most = mostClusters(mesh, judgement);
    const names = clusterNames(mesh);
    if (most === undefined || names.size <= most) continue;
    judgement.problems.push({
      rule: AGENT_COMBINATION_SUPPORTED,
      message:
        `${agentName(first)} is part of a mesh of ${names.size} clusters (${[...names].slice(0, 3).map(nameIn).join(", ")}, …), and it takes ` +
        `${most} at most; set \`clustermesh.maxConnectedClusters: 511\` in every cluster before the first is made, or make two meshes.`,
      subjects: [first.origin.urn],
    });
  }
}

/** The least that any of them takes; `undefined` where one's is not known. */
function mostClusters(mesh: AgentFact[], { unknowns }: Judgement): number | undefined {
  const unknown = mesh.filter(({ maxClusters }) => isUnknown(maxClusters));
  for (const agent of unknown)
    unknowns.push(
      unknownAt({ urn: agent.origin.urn }, "the agent's most clusters", "whether its mesh is too large"),
    );
  if (unknown.length > 0) return undefined;
  return mesh.reduce(
    (least, { maxClusters }) =>
      maxClusters === undefined || isUnknown(maxClusters) ? least : Math.min(least, maxClusters),
    mesh.some(({ maxClusters }) => maxClusters === 511) ? 511 : MOST_CLUSTERS,
  );
}

function clusterNames(mesh: AgentFact[]): Set<string> {
  return new Set(
    mesh.flatMap(({ clusterName, peers }) => [
      ...(isUnknown(clusterName) ? [] : [clusterName]),
      ...(isUnknown(peers) ? [] : Object.keys(peers)),
    ]),
  );
}
