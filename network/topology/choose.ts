import { linkName } from "../link/suite";
import type { TopologySpec } from "../spec/shape";
import { DisjointSets } from "./disjoint-sets";
import { bridges } from "./graph";

/** A member as a topology sees it. */
export interface Place {
  name: string;
  cloud: string;
  region: string;
}

export interface LinkQuestion<Member extends Place> {
  /** In name order. */
  members: Member[];
  topology: TopologySpec;
  /** Whether a link can be built between two members. */
  joinable(a: Member, b: Member): boolean;
  /** Round trip of a direct link, in milliseconds: what a link costs here. */
  rtt(a: Member, b: Member): number;
  /** Pairs whose traffic was promised a round trip: `auto` gives each a link of its own, where one can be built. */
  intents: { from: string; to: string }[];
}

export interface LinkChoice {
  /** Pairs by name order, each pair in name order. */
  pairs: [string, string][];
  /** Sum of the links' round trips, in milliseconds. */
  cost: number;
  /** No choice that keeps every member joined by two links costs less. */
  lowerBound: number;
  /** (cost - lowerBound) / cost, from 0. */
  gap: number;
  /** How the links were chosen. */
  method: string;
}

/** Up to so many members `auto` links every pair: fewer hops are worth more than a few links. */
const FULL_MESH_UP_TO = 4;

/** Which members get a link of their own. Deterministic: ties go by name. */
export function chooseLinks<Member extends Place>(question: LinkQuestion<Member>): LinkChoice {
  const { topology, members } = question;
  const candidates = candidateEdges(question);
  const [chosen, method] = chosenEdges(topology, members, candidates, question.intents);
  const pairs = [...chosen].sort((x, y) => (linkName(x.a, x.b) < linkName(y.a, y.b) ? -1 : 1));
  const cost = pairs.reduce((sum, edge) => sum + edge.rtt, 0);
  const lowerBound = Math.min(cost, twoCheapest(members, candidates));
  return {
    pairs: pairs.map(({ a, b }) => [a, b]),
    cost,
    lowerBound,
    gap: cost === 0 ? 0 : (cost - lowerBound) / cost,
    method: `${method}; cost is the sum of the links' round trips in ms`,
  };
}

interface Candidate {
  /** In name order. */
  a: string;
  b: string;
  rtt: number;
}

/** Every pair that can be joined, nearest first. Pairs that a topology names itself need no others. */
function candidateEdges<Member extends Place>({
  members,
  topology,
  joinable,
  rtt,
}: LinkQuestion<Member>): Candidate[] {
  const edges: Candidate[] = [];
  const wanted = topology.kind === "links" ? namedPairs(topology) : undefined;
  const add = (a: Member, b: Member): void => {
    if (joinable(a, b)) edges.push({ a: a.name, b: b.name, rtt: rtt(a, b) });
  };
  if (wanted) {
    const byName = new Map(members.map((member) => [member.name, member]));
    for (const [a, b] of wanted) {
      const [one, other] = [byName.get(a), byName.get(b)];
      if (one && other) add(one, other);
    }
  } else {
    members.forEach((a, index) => {
      for (const b of members.slice(index + 1)) add(a, b);
    });
  }
  return edges.sort((x, y) => x.rtt - y.rtt || (linkName(x.a, x.b) < linkName(y.a, y.b) ? -1 : 1));
}

function namedPairs(topology: TopologySpec): [string, string][] {
  return (topology.links ?? []).map(({ a, b }) => (a < b ? [a, b] : [b, a]));
}

function chosenEdges(
  topology: TopologySpec,
  members: Place[],
  candidates: Candidate[],
  intents: { from: string; to: string }[],
): [Candidate[], string] {
  switch (topology.kind) {
    case "mesh":
      return [candidates, "every pair"];
    case "links":
      return [candidates, "the pairs that the spec lists"];
    case "hub": {
      const { hub } = topology;
      return [candidates.filter(({ a, b }) => a === hub || b === hub), `every member to ${hub}`];
    }
    case "auto": {
      const sites = new Set(members.filter(({ cloud }) => cloud === "site").map(({ name }) => name));
      const [clusters, toSites] = [
        candidates.filter(({ a, b }) => !sites.has(a) && !sites.has(b)),
        candidates.filter(({ a, b }) => sites.has(a) || sites.has(b)),
      ];
      const joined = members.filter(({ name }) => !sites.has(name));
      if (joined.length <= FULL_MESH_UP_TO) return [candidates, "every pair that can be joined"];
      const method =
        "the shortest tree, each tiered pair, and the shortest links without which one loss would part members";
      const chosen = redundantTree(joined, clusters, intents);
      if (sites.size === 0) return [chosen, method];
      return [
        [...chosen, ...siteLinks(sites, toSites, intents)],
        `${method}; each site to its two nearest members and those of its traffic`,
      ];
    }
  }
}

/** A site passes nothing on, so it is never on the way between others: it hangs on the rest by links of its own. */
function siteLinks(
  sites: Set<string>,
  candidates: Candidate[],
  intents: { from: string; to: string }[],
): Candidate[] {
  const wanted = new Set(intents.map(({ from, to }) => linkName(from, to)));
  const links = new Map([...sites].map((site) => [site, 0]));
  return candidates.filter(({ a, b }) => {
    const site = sites.has(a) ? a : b;
    const before = links.get(site) ?? 0;
    if (before >= 2 && !wanted.has(linkName(a, b))) return false;
    links.set(site, before + 1);
    return true;
  });
}

/**
 * A minimum spanning tree by round trip (Kruskal), a link for each tiered pair, then, shortest first, every further link that
 * takes a bridge away: what is left of bridges no link can mend.
 */
function redundantTree(
  members: Place[],
  candidates: Candidate[],
  intents: { from: string; to: string }[],
): Candidate[] {
  const names = members.map((member) => member.name);
  const tiered = new Set(intents.map(({ from, to }) => linkName(from, to)));
  const tree = new DisjointSets(names);
  const chosen = candidates.filter(
    (edge) => tree.join(edge.a, edge.b) || tiered.has(linkName(edge.a, edge.b)),
  );
  const picked = new Set(chosen);
  let islands = withoutBridges(names, chosen);
  for (const edge of candidates) {
    if (picked.has(edge) || islands.rootOf(edge.a) === islands.rootOf(edge.b)) continue;
    chosen.push(edge);
    islands = withoutBridges(names, chosen);
  }
  return chosen;
}

/** Who stays joined whichever one link is lost: a new link takes a bridge away only between two such groups. */
function withoutBridges(names: string[], edges: Candidate[]): DisjointSets {
  const open = new Set<object>(bridges(names, edges));
  const islands = new DisjointSets(names);
  for (const edge of edges) if (!open.has(edge)) islands.join(edge.a, edge.b);
  return islands;
}

/** Half the sum of each member's two shortest links: every member of a network that survives a link has at least two. */
function twoCheapest(members: Place[], candidates: Candidate[]): number {
  const nearest = new Map<string, number[]>(members.map((member) => [member.name, []]));
  for (const { a, b, rtt } of candidates) {
    for (const name of [a, b]) {
      const list = nearest.get(name);
      if (list && list.length < 2) list.push(rtt);
    }
  }
  return [...nearest.values()].flat().reduce((sum, rtt) => sum + rtt, 0) / 2;
}
