import { linkName } from "../link/suite";
import type { Inventory, MemberFact } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { regionExists } from "../place/regions";
import type { Rtt } from "../place/rtt";
import { rttBetween, type Whereabouts } from "../place/whereabouts";
import { shortestPath } from "../topology/graph";

/** A way through the network with its estimated round trip, in milliseconds. */
export interface Path {
  /** Both ends included. */
  members: string[];
  lo: number;
  hi: number;
  /** Where the figures are from. */
  source: string;
}

/**
 * Where a member is, as far as latency goes; `undefined` for a site that says no location, and where the region is not known or
 * no known one.
 */
export function placeOf(member: MemberFact | undefined): Whereabouts | undefined {
  if (member?.cloud === "site" && member.location)
    return { cloud: "site", region: "", location: member.location };
  if (!member?.region || isUnknown(member.region)) return undefined;
  if (!regionExists(member.cloud, member.region)) return undefined;
  return { cloud: member.cloud, region: member.region };
}

/** The typically fastest way over the links between known places, `undefined` where there is none. */
export function fastestPath(network: Inventory, from: string, to: string): Path | undefined {
  const members = new Map(network.members.map((member) => [member.name, member]));
  const estimates = new Map<string, Rtt>();
  const edges = network.links.flatMap(({ name, a, b, line }) => {
    if (line) {
      // Whether anybody passes on what came over it nobody has said: it serves its own two ends.
      if (linkName(...([from, to].sort() as [string, string])) !== name) return [];
      estimates.set(name, { p50: line.rtt, lo: line.rtt, hi: line.rtt, source: "declared", asOf: line.asOf });
      return [{ a, b, weight: line.rtt }];
    }
    const [here, there] = [placeOf(members.get(a)), placeOf(members.get(b))];
    if (!here || !there) return [];
    if (here.cloud === "site" && there.cloud === "site") return [];
    const rtt = rttBetween(here, there);
    estimates.set(name, rtt);
    return [{ a, b, weight: rtt.p50 }];
  });
  const mayTransit = (name: string): boolean => members.get(name)?.transit !== false;
  const path = shortestPath({ nodes: [...members.keys()], edges, mayTransit }, from, to);
  if (!path) return undefined;

  // Errors of estimates along one path go together, so bounds are added as they are.
  const hops = path.slice(1).flatMap((name, index) => estimates.get(linkName(path[index] ?? "", name)) ?? []);
  return {
    members: path,
    lo: hops.reduce((sum, hop) => sum + hop.lo, 0),
    hi: hops.reduce((sum, hop) => sum + hop.hi, 0),
    source: [...new Set(hops.map((hop) => `${hop.source}, ${hop.asOf}`))].join("; "),
  };
}
