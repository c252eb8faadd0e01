import { placeOf } from "../judge/path";
import { linkName } from "../link/suite";
import type { AgentPort } from "../model/agent-port";
import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { rttBetween } from "../place/whereabouts";
import type { TransitTables } from "../routing/transit";
import { Afterwards } from "./afterwards";
import { Crossings } from "./crossings";
import { layoutOf } from "./layout";
import { Announcements } from "./learned";
import type { PairReach } from "./verdict";

/** What the network itself does not tell, and other rooms know. */
export interface ReachKnowledge {
  /** What each cloud passes on. */
  transit: TransitTables;
  /** Ports that an agent needs between two clusters: of the nodes, and of the load balancer before its API. */
  agentPorts(agent: AgentFact): { nodes: AgentPort[]; loadBalancer: AgentPort[] };
}

export interface ReachOptions extends ReachKnowledge {
  /** Which single failures are tried. `links`: of one link each; `all`: of every kind. */
  failures: "none" | "links" | "all";
}

/**
 * Which member's hosts reach which other's, there and back, over which links, and what is left after each single failure. Judged by
 * what the resources say alone: an intent of the spec helps nobody through.
 *
 * Method: every range that hosts live in is cut into atoms that all tables treat alike; each prefix that a gateway tells is spread
 * once as BGP would spread it; then packets to an atom are followed from table to table, each answer kept for whoever comes by the
 * same gateway. A failure is followed only for pairs whose traffic used what is lost.
 *
 * Sorted by `from`, `to`, `layer`. Every ordered pair of members that have hosts is in it; overlay only where both have an agent.
 */
export function reach(inventory: Inventory, options: ReachOptions): PairReach[] {
  const layout = layoutOf(inventory);
  const announcements = new Announcements(layout, options.transit);
  const crossings = new Crossings(inventory, layout, announcements, options);
  const pairs = crossings.all();
  if (options.failures !== "none") {
    new Afterwards(layout, announcements, options.transit, crossings).tell(pairs, options.failures);
  }
  const lines = new Map(
    inventory.links.flatMap(({ name, line }) => (line ? [[name, line.rtt] as const] : [])),
  );
  const members = new Map(inventory.members.map((member) => [member.name, member]));
  return pairs.map(({ reach: pair }) => {
    const rtt = pair.path.length > 1 ? roundTrip(pair.path) : undefined;
    return rtt === undefined ? pair : { ...pair, rtt };
  });

  /** As measured over lines that are there already, else estimated over the links' ends' places; `undefined` where one is not known. */
  function roundTrip(path: readonly string[]): number | undefined {
    let sum = 0;
    for (const [index, name] of path.slice(1).entries()) {
      const line = lines.get(linkName(path[index] ?? "", name));
      if (line !== undefined) {
        sum += line;
        continue;
      }
      const [here, there] = [placeOf(members.get(path[index] ?? "")), placeOf(members.get(name))];
      if (!here || !there || (here.cloud === "site" && there.cloud === "site")) return undefined;
      sum += rttBetween(here, there).p50;
    }
    return Math.round(sum * 10) / 10;
  }
}
