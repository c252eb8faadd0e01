import type { Inventory } from "../model/inventory";
import type { RangeFact } from "../model/network";
import { networkOwners } from "../model/network-owners";
import { isUnknown } from "../model/resource";
import { nameIn } from "./judgement";

/**
 * Whether two ranges may overlap: they are of two different named domains, and nothing joins their places, neither a link nor traffic
 * that is asked for nor an agent that names the other as its peer.
 *
 * @param domains places by the domain's name: URNs, logical names, owners or members; anything else that stands there is left out
 */
export function overlapDomains(
  network: Inventory,
  domains: unknown,
): (one: RangeFact, other: RangeFact) => boolean {
  const domainOf = placesOf(domains);
  if (domainOf.size === 0) return () => false;
  const owners = networkOwners(network);
  const clusters = new Map(network.clusters.map((cluster) => [cluster.urn, cluster]));
  const joined = joinedPairs(network);
  // A gateway of no member is called by its own URN.
  const gateways = new Map<string, string[]>();
  for (const { urn, networks } of network.gateways)
    for (const behind of networks) gateways.set(behind, [...(gateways.get(behind) ?? []), urn]);
  const domain = (fact: RangeFact) =>
    [fact.origin.urn, nameIn(fact.origin.urn), fact.owner, nameIn(fact.owner), fact.member ?? ""]
      .map((name) => domainOf.get(name))
      .find((name) => name !== undefined);
  /** All names by which a link may call the place that a range belongs to. */
  const places = (fact: RangeFact): string[] => {
    const cluster = clusters.get(fact.owner);
    const behind = cluster?.network ?? fact.owner;
    const names = [fact.member, cluster?.name, owners.get(behind), owners.get(fact.owner), fact.owner];
    return [...names, ...(gateways.get(behind) ?? [])].filter((name) => name !== undefined);
  };
  return (one, other) => {
    const [here, there] = [domain(one), domain(other)];
    if (here === undefined || there === undefined || here === there) return false;
    return !places(one).some((a) => places(other).some((b) => joined.has(`${a} ${b}`)));
  };
}

function placesOf(domains: unknown): Map<string, string> {
  const places = new Map<string, string>();
  if (typeof domains !== "object" || domains === null) return places;
  for (const [domain, names] of Object.entries(domains)) {
    const list: unknown[] = Array.isArray(names) ? names : [];
    for (const name of list) if (typeof name === "string") places.set(name, domain);
  }
  return places;
}

function joinedPairs({ links, intents, agents }: Inventory): Set<string> {
  const joined = new Set<string>();
  const join = (a: string, b: string) => joined.add(`${a} ${b}`).add(`${b} ${a}`);
  for (const { a, b } of links) join(a, b);
  for (const { from, to } of intents) join(from, to);
  for (const { clusterName, peers } of agents) {
    if (isUnknown(clusterName) || isUnknown(peers)) continue;
    for (const peer of Object.keys(peers)) join(clusterName, peer);
  }
  return joined;
}
