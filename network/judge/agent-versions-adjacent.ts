import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { agentMeshes } from "./agent-meshes";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const AGENT_VERSIONS_ADJACENT = "agent-versions-adjacent";

const NEEDED = "whether it is at most one minor version away from the agents of its mesh";

/**
 * Agents of one mesh are at most one minor version apart: Cilium's are tested from one minor version to the next alone ("Upgrade Guide",
 * Cilium docs 1.19, 2026-07), and while a mesh is upgraded member by member both run.
 */
export function agentVersionsAdjacent(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const { meshes, unplaced } = agentMeshes(network);
  for (const { agent, what } of unplaced) judgement.unknowns.push(unknownAt(agent.origin, what, NEEDED));
  for (const mesh of meshes.filter(({ length }) => length > 1)) {
    const told = mesh.flatMap((agent) => {
      const version = versionOf(agent);
      if (version) return [{ agent, ...version }];
      judgement.unknowns.push(unknownAt({ urn: agent.origin.urn }, "the agent's version", NEEDED));
      return [];
    });
    const [oldest] = [...told].sort((one, other) => one.major - other.major || one.minor - other.minor);
    for (const { agent, major, minor } of told) {
      if (!oldest || (major === oldest.major && minor - oldest.minor <= 1)) continue;
      judgement.problems.push({
        rule: AGENT_VERSIONS_ADJACENT,
        message:
          `${agentName(agent)} is ${major}.${minor} and ${agentName(oldest.agent)} of the same mesh ${oldest.major}.${oldest.minor}: nobody tests ` +
          `such two together, and the mesh may part in silence; bring the older to ${before(major, minor)} first, one minor version at a time.`,
        subjects: [agent.origin.urn, oldest.agent.origin.urn],
      });
    }
  }
  return judgement;
}

/** `1.19.6` and `v3.32.1`; `undefined` for what is not known, or names no one version. */
function versionOf({ version }: AgentFact): { major: number; minor: number } | undefined {
  const [, major, minor] = (isUnknown(version) ? null : /^v?(\d+)\.(\d+)\.\d+/.exec(version)) ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}

function before(major: number, minor: number): string {
  return minor === 0 ? `the last before ${major}.0` : `${major}.${minor - 1}`;
}
