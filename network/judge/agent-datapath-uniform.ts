import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown, type OrUnknown } from "../model/resource";
import { agentMeshes } from "./agent-meshes";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const AGENT_DATAPATH_UNIFORM = "agent-datapath-uniform";

/**
 * What must be alike in every cluster of a mesh ("Setting up Cluster Mesh", Prerequisites: one datapath mode; "WireGuard Transparent
 * Encryption", Cluster Mesh: on in all clusters; Cilium docs 1.19, 2026-08-03).
 */
const ALIKE: { what: string; of(agent: AgentFact): OrUnknown<string> | undefined; why: string }[] = [
  {
    what: "routing mode",
    of: ({ routing }) => routing,
    why: "the one sends what the other cannot take apart",
  },
  {
    what: "tunnel protocol",
    of: ({ routing, tunnelProtocol }) => (routing === "tunnel" ? tunnelProtocol : undefined),
    why: "the one sends what the other cannot take apart",
  },
  {
    what: "encryption",
    of: ({ encryption }) => encryption,
    why: "what they exchange is sent in clear or dropped",
  },
];

/** All agents of a mesh have one kind of datapath: routing mode, tunnel protocol and encryption. */
export function agentDatapathUniform(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const { meshes, unplaced } = agentMeshes(network);
  const needed = "whether its datapath is that of the clusters that it joins";
  for (const { agent, what } of unplaced) judgement.unknowns.push(unknownAt(agent.origin, what, needed));
  for (const mesh of meshes) {
    for (const { what, of, why } of ALIKE) {
      const told = mesh.map((agent) => ({ agent, value: of(agent) }));
      for (const { agent, value } of told) {
        if (isUnknown(value))
          judgement.unknowns.push(unknownAt({ urn: agent.origin.urn }, `the agent's ${what}`, needed));
      }
      const known = told.flatMap(({ agent, value }) =>
        value === undefined || isUnknown(value) ? [] : [{ agent, value }],
      );
      const [first] = known;
      for (const { agent, value } of known) {
        if (!first || value === first.value) continue;
        judgement.problems.push({
          rule: AGENT_DATAPATH_UNIFORM,
          message:
            `${agentName(first.agent)} has ${what} ${first.value} and ${agentName(agent)} of the same mesh ${value}: ${why}; ` +
            `give both one ${what}.`,
          subjects: [agent.origin.urn, first.agent.origin.urn],
        });
      }
    }
  }
  return judgement;
}
