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
  /** When the figures of each hop were measured: `YYYY-MM-DD` or `YYYY-MM`. */
  asOf: string[];
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

  const hops = path.slice(1).flatMap((name, index) => estimates.get(linkName(path[index] ?? "", name)) ?? []);
  return pathOf(path, hops);
}

/** The round trip along members that are known to be joined; `undefined` where one of them has no known place. */
export function pathAlong(network: Inventory, members: readonly string[]): Path | undefined {
  const facts = new Map(network.members.map((member) => [member.name, member]));
  const lines = new Map(network.links.flatMap(({ name, line }) => (line ? [[name, line] as const] : [])));
  const hops: Rtt[] = [];
  for (const [index, name] of members.slice(1).entries()) {
    const before = members[index] ?? "";
    const line = lines.get(linkName(before, name));
    if (line) {
      hops.push({ p50: line.rtt, lo: line.rtt, hi: line.rtt, source: "declared", asOf: line.asOf });
      continue;
    }
    const [here, there] = [placeOf(facts.get(before)), placeOf(facts.get(name))];
    if (!here || !there || (here.cloud === "site" && there.cloud === "site")) return undefined;
    hops.push(rttBetween(here, there));
  }
  return pathOf([...members], hops);
}

/** Errors of estimates along one path go together, so bounds are added as they are. */
function pathOf(members: string[], hops: readonly Rtt[]): Path {
  return {
    members,
    lo: hops.reduce((sum, hop) => sum + hop.lo, 0),
    hi: hops.reduce((sum, hop) => sum + hop.hi, 0),
    source: [...new Set(hops.map((hop) => `${hop.source}, ${hop.asOf}`))].join("; "),
    asOf: hops.map((hop) => hop.asOf),
  };
}
