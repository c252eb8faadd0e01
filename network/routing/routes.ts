import type { Adjacency } from "./transit";

/** A link as routes see it. */
export interface RoutedLink {
  name: string;
  a: string;
  b: string;
  adjacency: Adjacency;
  /** What it costs, in any unit that adds up along a way: of ways with equally few links the cheapest is taken. */
  weight: number;
  /** Of a network peering: the end whose gateway the other uses over it. */
  lender?: string;
}

/** A member's way to a destination: its first link, and what comes with it. */
export interface Route {
  link: RoutedLink;
  /** The member at the link's other end. */
  next: string;
  /** Links to the destination. */
  hops: number;
  weight: number;
}

/** Whether a member tells over a link what it learned over another: `learned` is its own way to what it tells. */
export type Passage = (member: string, learned: Route, told: RoutedLink) => boolean;

/** A member's links. */
export type LinksOf = ReadonlyMap<string, readonly RoutedLink[]>;

export function linksByEnd(links: readonly RoutedLink[]): LinksOf {
  const byEnd = new Map<string, RoutedLink[]>();
  for (const link of links) {
    for (const end of [link.a, link.b]) {
      const list = byEnd.get(end);
      if (list) list.push(link);
      else byEnd.set(end, [link]);
    }
  }
  return byEnd;
}

/** The member at the other end of a link. */
export function otherEnd(link: { a: string; b: string }, member: string): string {
  return link.a === member ? link.b : link.a;
}

/**
 * The way that each member takes to a destination, by member: the fewest links, as BGP prefers the shortest AS path, then the
 * cheapest, then the neighbour that comes first by name. Each member tells its neighbours of the one way that it takes itself,
 * where it may: so no way leads in a circle.
 */
export function routesTo(destination: string, links: LinksOf, passes: Passage): Map<string, Route> {
  const routes = new Map<string, Route>();
  let told = [destination];
  for (let hops = 1; told.length > 0; hops++) {
    const found = new Map<string, Route>();
    for (const member of told) {
      const own = routes.get(member);
      for (const link of links.get(member) ?? []) {
        const to = otherEnd(link, member);
        if (to === destination || routes.has(to) || (own && !passes(member, own, link))) continue;
        const route = { link, next: member, hops, weight: (own?.weight ?? 0) + link.weight };
        const known = found.get(to);
        if (!known || isBetter(route, known)) found.set(to, route);
      }
    }
    for (const [member, route] of found) routes.set(member, route);
    told = [...found.keys()];
  }
  return routes;
}

/** Of routes of equally many links. */
function isBetter(one: Route, other: Route): boolean {
  return one.weight === other.weight ? one.next < other.next : one.weight < other.weight;
}
