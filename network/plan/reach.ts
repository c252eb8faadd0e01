import { linksByEnd, type Passage, type Route, type RoutedLink, routesTo } from "../routing/routes";
import type { MeshSpec } from "../spec/shape";

/** Who reaches whom over the links of a plan, and how. Members that do not pass on are ends only. */
export class Ways {
  private readonly links: ReadonlyMap<string, RoutedLink>;
  /** By destination. */
  private readonly routes: ReadonlyMap<string, ReadonlyMap<string, Route>>;

  constructor(
    private readonly names: string[],
    links: readonly RoutedLink[],
    private readonly passes: Passage,
  ) {
    const byEnd = linksByEnd(links);
    this.links = new Map(links.map((link) => [link.name, link]));
    this.routes = new Map(names.map((name) => [name, routesTo(name, byEnd, passes)]));
  }

  /** Members that one exchanges traffic with, since each reaches the other; sorted. */
  peersOf(member: string): string[] {
    return this.names.filter((name) => this.route(member, name) && this.route(name, member)).sort();
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
    return this.names.filter((name) => this.route(member, name)?.link.name === link).sort();
  }

  /** Members whose prefixes one tells over a link: its own, and those that it passes on; sorted. */
  toldOver(member: string, link: string): string[] {
    const over = this.links.get(link);
    if (!over) return [];
    return this.names
      .filter((name) => {
        if (name === member) return true;
        const route = this.route(member, name);
        return route !== undefined && route.link !== over && this.passes(member, route, over);
      })
      .sort();
  }

  private route(from: string, to: string): Route | undefined {
    return this.routes.get(to)?.get(from);
  }
}

/** Names of a spec's members, in order: maps are never taken in the order that somebody wrote them. */
export function memberNames(spec: MeshSpec): string[] {
  return Object.keys(spec.members).sort();
}
