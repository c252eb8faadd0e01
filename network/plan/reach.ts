import { linksByEnd, type Passage, type Route, type RoutedLink, routesTo } from "../routing/routes";
import type { MeshSpec } from "../spec/shape";

/** Who reaches whom over the links of a plan, and how. Members that do not pass on are ends only. */
export class Ways {
  private readonly links: ReadonlyMap<string, RoutedLink>;
  /** By member the destinations that it has a route to, in name order: few of them in a large mesh that is not a full one. */
  private readonly routes: ReadonlyMap<string, ReadonlyMap<string, Route>>;

  constructor(
    names: readonly string[],
    links: readonly RoutedLink[],
    private readonly passes: Passage,
  ) {
    const byEnd = linksByEnd(links);
    this.links = new Map(links.map((link) => [link.name, link]));
    const routes = new Map(names.map((name) => [name, new Map<string, Route>()]));
    for (const to of [...names].sort())
      for (const [from, route] of routesTo(to, byEnd, passes)) routes.get(from)?.set(to, route);
    this.routes = routes;
  }

  /** Members that one exchanges traffic with, since each reaches the other; sorted. */
  peersOf(member: string): string[] {
    return this.reachedFrom(member).flatMap(([name]) => (this.route(name, member) ? [name] : []));
  }

  /** Members along the way, both ends included; empty where there is none. */
  path(from: string, to: string): string[] {
    const path = [from];
    for (let at = from; at !== to; ) {
      const route = this.route(at, to);
      if (!route) return [];
      at = route.next;
      path.push(at);
    }
    return path;
  }

  /** Members whose traffic from `member` begins with a link; sorted. */
  sentOver(member: string, link: string): string[] {
    return this.reachedFrom(member).flatMap(([name, route]) => (route.link.name === link ? [name] : []));
  }

  /** Members whose prefixes one tells over a link: its own, and those that it passes on; sorted. */
  toldOver(member: string, link: string): string[] {
    const over = this.links.get(link);
    if (!over) return [];
    const passedOn = this.reachedFrom(member).flatMap(([name, route]) =>
      name !== member && route.link !== over && this.passes(member, route, over) ? [name] : [],
    );
    return [member, ...passedOn].sort();
  }

  private reachedFrom(member: string): [string, Route][] {
    return [...(this.routes.get(member) ?? [])];
  }

  private route(from: string, to: string): Route | undefined {
    return this.routes.get(from)?.get(to);
  }
}

/** Names of a spec's members, in order: maps are never taken in the order that somebody wrote them. */
export function memberNames(spec: MeshSpec): string[] {
  return Object.keys(spec.members).sort();
}
