import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { Stranger } from "../reach/strangers";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const REACH_ISOLATION_KEPT = "reach-isolation-kept";

/** Where a mesh asks for strict isolation nobody talks to anybody whom no intent of `traffic` names. */
export function reachIsolationKept(network: Inventory, found: () => readonly Stranger[]): Judgement {
  const { isolation } = network;
  if (isolation === undefined || isolation === "open") return { problems: [], unknowns: [] };
  if (isUnknown(isolation)) {
    const origin = network.unread[0] ?? network.intents[0]?.origin ?? { urn: "isthmus:index:Mesh" };
    return { problems: [], unknowns: [unknownAt(origin, "the mesh's isolation", "whether it is kept")] };
  }
  return {
    problems: found().map(({ from, to, layer, ports, origin }) => ({
      rule: REACH_ISOLATION_KEPT,
      message:
        `${layer === "overlay" ? "pods" : "nodes"} of ${from} can reach ${layer === "overlay" ? "pods" : "nodes"} of ${to} on ` +
        `${ports.includes("all") ? "every port" : ports.join(", ")} (${origin.urn}), and isolation is strict: name it in ` +
        `traffic, or let ${layer === "overlay" ? "a network policy" : "the firewall"} keep it out.`,
      subjects: [origin.urn],
    })),
    unknowns: [],
  };
}
