import type { Lock } from "../address/lock";
import type { Catalogue } from "../catalogue";
import { linkName } from "../link/suite";
import { rttBetween } from "../place/whereabouts";
import { linksByEnd, routesTo } from "../routing/routes";
import type { MeshSpec, TopologySpec } from "../spec/shape";
import { chooseLinks, type LinkChoice } from "../topology/choose";
import { type Join, joinsOf } from "./joins";
import { joinsOfLines } from "./lines";
import { joinable, type Node, nodesOf, ofOwners, refuseUnbuilt } from "./pairs";
import { linkedByName, sharedGateways } from "./shared-gateways";
import { siteNames } from "./sites";
import { countedPassage } from "./transit";

/** Which members are joined, and how. */
export interface ChosenLinks {
  /** By name of the links. */
  joins: Join[];
  /** By member in AWS without a gateway of its own, the member whose transit gateway it uses. */
  shared: ReadonlyMap<string, string>;
  topology: Omit<LinkChoice, "pairs">;
}

/**
 * The links of a spec. The topology is chosen among members that have a gateway of their own; each of the others is joined to the
 * one whose gateway it uses, and to nobody else.
 *
 * @throws InputError where a pair cannot be joined
 */
export function chosenLinks(spec: MeshSpec, lock: Lock, clouds: Catalogue): ChosenLinks {
  const shared = sharedGateways(spec, lock);
  const nodes = nodesOf(spec, shared);
  const owners = nodes.filter(({ behind }) => behind === undefined);
  const lines = joinsOfLines(spec);
  const isLine = (a: string, b: string): boolean => lines.some(({ name }) => name === linkName(a, b));
  const topology = ofOwners(withoutLines(spec.topology ?? { kind: "auto" }), shared);
  refuseUnbuilt(owners, topology, clouds);
  const owner = (name: string): string => shared.get(name) ?? name;
  const choice = chooseLinks({
    members: owners,
    topology,
    joinable: (a, b) => !isLine(a.name, b.name) && joinable(a, b, lock, (name) => name in spec.members),
    rtt: (a, b) => rttBetween(a, b).p50,
    intents: [...tieredIntents(spec), ...siteIntents(spec)]
      .map(({ from, to }) => ({ from: owner(from), to: owner(to) }))
      .filter(({ from, to }) => from !== to),
    standing: standingLinks(lock),
    reached: (pairs) => reachedBy([...joinsOf(pairs, nodes, lock), ...lines], spec, clouds),
  });
  const attached = attachedPairs(nodes, spec);
  const pairs = [...choice.pairs, ...attached].sort((x, y) => (linkName(...x) < linkName(...y) ? -1 : 1));
  const made = joinsOf(
    pairs.filter(([a, b]) => !isLine(a, b)),
    nodes,
    lock,
  );
  const joins = [...made, ...lines].sort((x, y) => (x.name < y.name ? -1 : 1));
  return { joins, shared, topology: withAttached(choice, made) };
}

/** What is there already is nobody's to choose. */
function withoutLines({ links, ...topology }: TopologySpec): TopologySpec {
  const made = links?.filter(({ kind }) => kind !== "existing");
  return { ...topology, ...(made === undefined ? {} : { links: made }) };
}

/** Each member without a transit gateway of its own, and the one whose gateway it uses. */
function attachedPairs(nodes: Node[], spec: MeshSpec): [string, string][] {
  const linked = linkedByName(spec);
  return nodes.flatMap(({ name, behind }): [string, string][] => {
    if (behind === undefined || !linked.has(name)) return [];
    return [name < behind ? [name, behind] : [behind, name]];
  });
}

/** What joins the attached members costs too, and nothing else would do. */
function withAttached({ pairs, ...choice }: LinkChoice, joins: Join[]): ChosenLinks["topology"] {
  const chosen = new Set(pairs.map(([a, b]) => linkName(a, b)));
  const more = joins.filter(({ name }) => !chosen.has(name)).reduce((sum, { weight }) => sum + weight, 0);
  const [cost, lowerBound] = [choice.cost + more, choice.lowerBound + more];
  return { ...choice, cost, lowerBound, gap: cost === 0 ? 0 : (cost - lowerBound) / cost };
}

/** Names of the links that the lock holds: by their tunnels, or, where they have none, by how they join. */
function standingLinks({ insides, joins }: Lock): Set<string> {
  return new Set([...[...insides.keys()].map((tunnel) => tunnel.replace(/\/.*$/, "")), ...joins.keys()]);
}

/** Whether two members reach each other, both ways, over links. */
function reachedBy(joins: Join[], spec: MeshSpec, clouds: Catalogue): (a: string, b: string) => boolean {
  const [links, passes] = [linksByEnd(joins), countedPassage(spec, clouds)];
  const routes = new Map([...links.keys()].map((name) => [name, routesTo(name, links, passes)]));
  return (a, b) => routes.get(a)?.has(b) === true && routes.get(b)?.has(a) === true;
}

/** Pairs whose traffic was promised a round trip. */
function tieredIntents(spec: MeshSpec): { from: string; to: string }[] {
  return (spec.traffic ?? []).filter(
    ({ tier }) => tier !== undefined && spec.tiers?.[tier]?.rtt !== undefined,
  );
}

/** A site's traffic: nobody is relied on to pass it on, so each of its pairs wants a link of its own. */
function siteIntents(spec: MeshSpec): { from: string; to: string }[] {
  const sites = siteNames(spec);
  return (spec.traffic ?? []).filter(({ from, to }) => sites.includes(from) || sites.includes(to));
}
