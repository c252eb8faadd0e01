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
  /** Which ordered pairs of members are followed at all. Default: every one. */
  asked?(from: string, to: string): boolean;
}

/**
 * Which member's hosts reach which other's, there and back, over which links, and what is left after each single failure. Judged by
 * what the resources say alone: an intent of the spec helps nobody through.
 *
 * Method: every range that hosts live in is cut into atoms that all tables treat alike; each prefix that a gateway tells is spread
 * once as BGP would spread it; then packets to an atom are followed from table to table, each answer kept for whoever comes by the
 * same gateway. A failure is followed only for pairs whose traffic used what is lost.
 *
 * Sorted by `from`, `to`, `layer`. Every ordered pair of members that have hosts, as far as it is asked for, is in it; overlay only where both have an
 * agent.
 */
export function reach(inventory: Inventory, options: ReachOptions): PairReach[] {
  const layout = layoutOf(inventory);
  const announcements = new Announcements(layout, options.transit);
  const crossings = new Crossings(inventory, layout, announcements, options);
  const pairs = crossings.all(options.asked);
  if (options.failures !== "none") {
    new Afterwards(layout, announcements, options.transit, crossings).tell(pairs, options.failures);
  }
  const lines = new Map(
    inventory.links.flatMap(({ name, line }) => (line ? [[name, line.rtt] as const] : [])),
  );
  const members = new Map(inventory.members.map((member) => [member.name, member]));
  const trips = new Map<string, number>();
  return pairs.map(({ reach: pair }) => {
    const rtt = pair.path.length > 1 ? roundTrip(pair.path) : undefined;
    return rtt === undefined ? pair : { ...pair, rtt };
  });

  /** Over all links of a way; `undefined` where that of one is not known. */
  function roundTrip(path: readonly string[]): number | undefined {
    let sum = 0;
    for (const [index, name] of path.slice(1).entries()) {
      const link = linkName(path[index] ?? "", name);
      const hop = trips.get(link) ?? hopTrip(link, path[index] ?? "", name);
      if (Number.isNaN(hop)) return undefined;
      trips.set(link, hop);
      sum += hop;
    }
    return Math.round(sum * 10) / 10;
  }

  /** As measured over a line that is there already, else estimated over the places of its ends; `NaN` where one is not known. */
  function hopTrip(link: string, from: string, to: string): number {
    const line = lines.get(link);
    if (line !== undefined) return line;
    const [here, there] = [placeOf(members.get(from)), placeOf(members.get(to))];
    if (!here || !there || (here.cloud === "site" && there.cloud === "site")) return Number.NaN;
    return rttBetween(here, there).p50;
  }
}
