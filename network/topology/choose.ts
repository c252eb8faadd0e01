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
  /** Names of links that exist: `auto` keeps each that it may build, so that a new member takes none away. Default none. */
  standing?: ReadonlySet<string>;
  /**
   * Whether two members could talk over these links and no others, each pair in name order: `auto` adds links until all can. A
   * site is left to its own links. Default: all that are joined can.
   */
  reached?(pairs: [string, string][]): (a: string, b: string) => boolean;
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
  const { members } = question;
  const candidates = candidateEdges(question);
  const [chosen, method] = chosenEdges(question, candidates);
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

function chosenEdges<Member extends Place>(
  question: LinkQuestion<Member>,
  candidates: Candidate[],
): [Candidate[], string] {
  const { topology, members } = question;
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
        "links that stand, the shortest tree, each tiered pair, and the shortest links without which one loss would part members " +
        "or nobody would pass their traffic on";
      const kept = keptOf(question);
      const chosen = mended(redundantTree(joined, clusters, kept), clusters, question);
      if (sites.size === 0) return [chosen, method];
      return [
        [...chosen, ...siteLinks(sites, toSites, kept)],
        `${method}; each site to its two nearest members and those of its traffic`,
      ];
    }
  }
}

/** Links that are chosen whatever they cost. */
interface Kept {
  /** They exist. */
  standing(edge: Candidate): boolean;
  /** Traffic was promised a way of its own. */
  wanted(edge: Candidate): boolean;
}

function keptOf<Member extends Place>({ intents, standing }: LinkQuestion<Member>): Kept {
  const wanted = new Set(intents.map(({ from, to }) => linkName(from, to)));
  return {
    standing: ({ a, b }) => standing?.has(linkName(a, b)) ?? false,
    wanted: ({ a, b }) => wanted.has(linkName(a, b)),
  };
}

/** A site passes nothing on, so it is never on the way between others: it hangs on the rest by links of its own. */
function siteLinks(sites: Set<string>, candidates: Candidate[], { standing, wanted }: Kept): Candidate[] {
  const siteOf = ({ a, b }: Candidate): string => (sites.has(a) ? a : b);
  const links = new Map([...sites].map((site) => [site, 0]));
  const count = (site: string): number => links.get(site) ?? 0;
  for (const edge of candidates.filter(standing)) links.set(siteOf(edge), count(siteOf(edge)) + 1);
  return candidates.filter((edge) => {
    if (standing(edge)) return true;
    const site = siteOf(edge);
    if (count(site) >= 2 && !wanted(edge)) return false;
    links.set(site, count(site) + 1);
    return true;
  });
}

/**
 * The links that stand, a minimum spanning tree by round trip over what they leave apart (Kruskal), a link for each tiered pair,
 * then, shortest first, every further link that takes a bridge away: what is left of bridges no link can mend.
 */
function redundantTree(members: Place[], candidates: Candidate[], { standing, wanted }: Kept): Candidate[] {
  const names = members.map((member) => member.name);
  const tree = new DisjointSets(names);
  for (const edge of candidates.filter(standing)) tree.join(edge.a, edge.b);
  const chosen = candidates.filter((edge) => tree.join(edge.a, edge.b) || standing(edge) || wanted(edge));
  const picked = new Set(chosen);
  let islands = withoutBridges(names, chosen);
  for (const edge of candidates) {
    if (picked.has(edge) || islands.rootOf(edge.a) === islands.rootOf(edge.b)) continue;
    chosen.push(edge);
    islands = withoutBridges(names, chosen);
  }
  return chosen;
}

/**
 * With links for pairs that are joined and yet cannot talk, because not every member on their way passes traffic on: the nearest
 * of each member, round by round; then without those of them that later ones make needless, the longest first.
 */
function mended<Member extends Place>(
  chosen: Candidate[],
  candidates: Candidate[],
  { reached }: LinkQuestion<Member>,
): Candidate[] {
  if (!reached) return chosen;
  const apart = (links: Iterable<Candidate>): Candidate[] => {
    const talk = reached([...links].map(({ a, b }) => [a, b]));
    return candidates.filter(({ a, b }) => !talk(a, b));
  };
  const all = new Set(chosen);
  for (let missing = apart(all); missing.length > 0; missing = apart(all)) {
    const touched = new Set<string>();
    for (const edge of missing) {
      if (touched.has(edge.a) || touched.has(edge.b)) continue;
      all.add(edge);
      touched.add(edge.a).add(edge.b);
    }
  }
  for (const edge of [...all].slice(chosen.length).sort((x, y) => y.rtt - x.rtt)) {
    all.delete(edge);
    if (apart(all).length > 0) all.add(edge);
  }
  return [...all];
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
