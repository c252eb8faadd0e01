import type { Inventory } from "../model/inventory";
import type { RangeFact } from "../model/network";
import { holds } from "./interval";
import type { Atom, Layout } from "./layout";
import { type Announcements, NOTHING_LOST, type Spread, type ToldPrefix } from "./learned";
import { agentBreaks } from "./overlay";
import { distinctBreaks, type Place, pairKey, placesOf, wayBetween } from "./pairs";
import { Permits } from "./permits";
import type { ReachKnowledge } from "./reach";
import { Tables } from "./tables";
import { misledTo } from "./told-addresses";
import { type Break, BreakKind, Layer, type PairReach } from "./verdict";
import { Walks } from "./walk";
import type { Way } from "./way";

/** One pair as it is now, and what its traffic hangs on, there and back. */
export interface Crossing {
  reach: PairReach;
  from: Place;
  to: Place;
  joins: number[];
  gateways: number[];
}

/** All pairs, with everything up. */
export class Crossings {
  private readonly layout: Layout;
  private readonly permits: Permits;
  private readonly walks: Walks;
  private readonly ways = new Map<number, Way>();
  private readonly spreads = new Map<number, Spread>();
  private readonly told = new Map<number, ToldPrefix[]>();
  private readonly announcements: Announcements;
  readonly tables: Tables;
  /** Members whose gateways a member's networks are attached to. */
  private readonly gatewaysOf = new Map<string, string[]>();
  private readonly rangesOf = new Map<string, RangeFact[]>();

  constructor(inventory: Inventory, layout: Layout, announcements: Announcements, knowledge: ReachKnowledge) {
    this.layout = layout;
    this.tables = new Tables(layout);
    this.announcements = announcements;
    this.permits = new Permits(inventory, layout, knowledge);
    for (const range of inventory.ranges) {
      const own = this.rangesOf.get(range.member ?? "");
      if (own) own.push(range);
      else this.rangesOf.set(range.member ?? "", [range]);
    }
    for (const { member, attachments } of layout.networks) {
      const owners = attachments.flatMap(({ gateway }) => layout.gateways[gateway]?.member ?? []);
      this.gatewaysOf.set(member, [...(this.gatewaysOf.get(member) ?? []), ...owners]);
    }
    this.walks = new Walks({
      layout,
      tables: this.tables,
      announcements,
      transit: knowledge.transit,
      lost: NOTHING_LOST,
      spreadOf: (prefix) => this.spreadOf(prefix),
      toldFor: (atom) => this.toldFor(atom),
    });
  }

  /** Every ordered pair of members with hosts, by name, as far as it is asked for. */
  all(asked: (from: string, to: string) => boolean = () => true): Crossing[] {
    const nodes = placesOf(this.layout, "nodes");
    const pods = placesOf(this.layout, "pods");
    const names = [...nodes].flatMap(([name, { hosts }]) => (hosts.length > 0 ? [name] : [])).sort();
    const crossings: Crossing[] = [];
    for (const from of names) {
      for (const to of names) {
        const [here, there] = [nodes.get(from), nodes.get(to)];
        if (from === to || !here || !there || !asked(from, to)) continue;
        const overlay = this.overlay(from, to, here, there, pods);
        if (overlay) crossings.push(overlay);
        crossings.push(this.underlay(here, there));
      }
    }
    return crossings;
  }

  /** Prefixes that hold an atom, the longest first. */
  toldFor(atom: Atom): ToldPrefix[] {
    const known = this.told.get(atom.id);
    if (known) return known;
    const told = this.announcements.prefixes
      .filter((prefix) => holds(prefix, atom))
      .sort((one, other) => other.length - one.length);
    this.told.set(atom.id, told);
    return told;
  }

  /** How a prefix spreads with everything up. */
  spreadOf(prefix: ToldPrefix): Spread {
    const known = this.spreads.get(prefix.id);
    if (known) return known;
    const spread = this.announcements.spread(prefix, NOTHING_LOST);
    this.spreads.set(prefix.id, spread);
    return spread;
  }

  private underlay(from: Place, to: Place): Crossing {
    return this.crossing(from, to, Layer.underlay, this.permits.nodes(from, to));
  }

  private overlay(
    from: string,
    to: string,
    here: Place,
    there: Place,
    pods: Map<string, Place>,
  ): Crossing | undefined {
    const { agents } = this.permits;
    const [agent, other] = [agents.get(from), agents.get(to)];
    if (!agent || !other) return undefined;
    const joined = [
      ...agentBreaks(agent, other),
      ...misledTo(agent, other, this.rangesOf.get(to) ?? []),
      ...misledTo(other, agent, this.rangesOf.get(from) ?? []),
      ...this.permits.policies(from, to),
    ];
    const [mine, theirs] = [pods.get(from), pods.get(to)];
    if (agent.routing === "native" && mine && theirs && mine.hosts.length > 0) {
      const doors = this.permits.traffic(mine, theirs);
      return this.crossing(mine, theirs, Layer.overlay, [...joined, ...doors]);
    }
    const doors = [...this.permits.nodes(here, there), ...this.permits.balancer(here, there)];
    return this.crossing(here, there, Layer.overlay, [...joined, ...doors]);
  }

  private crossing(from: Place, to: Place, layer: Layer, doors: Break[]): Crossing {
    const [forth, back] = [this.way(from, to), this.way(to, from)];
    const there = [...forth.breaks, ...doors];
    const breaks = forth.breaks.length > 0 ? there : [...there, ...unanswered(from, to, back)];
    const ok = breaks.length === 0;
    return {
      reach: {
        from: from.member,
        to: to.member,
        layer,
        ok,
        path: ok ? this.pathOf(from.member, to.member, forth) : [],
        links: ok ? this.linksOf(forth) : [],
        breaks: distinctBreaks(breaks),
        afterFailures: [],
      },
      from,
      to,
      joins: [...new Set([...forth.joins, ...back.joins])],
      gateways: [...new Set([...forth.gateways, ...back.gateways])],
    };
  }

  private way(from: Place, to: Place): Way {
    const key = pairKey(from, to);
    const known = this.ways.get(key);
    if (known) return known;
    const way = wayBetween(this.walks, from, to);
    this.ways.set(key, way);
    return way;
  }

  /** Members along the first of equal ways, those among them whose gateway an end uses. */
  pathOf(from: string, to: string, { hops }: Way): string[] {
    const path = [from];
    const step = (next: string): void => {
      if (path.at(-1) !== next) path.push(next);
    };
    for (const id of hops) {
      const ends = this.layout.joins[id]?.members ?? ["", ""];
      const near =
        ends.find((end) => end === path.at(-1)) ?? ends.find((end) => this.usesGatewayOf(from, end));
      if (near !== undefined) step(near);
      step(ends.find((end) => end !== near) ?? "");
    }
    if (hops.length === 0) {
      const shared = this.gatewaysOf.get(from)?.find((owner) => this.usesGatewayOf(to, owner));
      if (shared !== undefined) step(shared);
    }
    step(to);
    return path;
  }

  private usesGatewayOf(member: string, owner: string): boolean {
    return this.gatewaysOf.get(member)?.includes(owner) ?? false;
  }

  private linksOf({ joins }: Way): string[] {
    return [...new Set(joins.flatMap((id) => this.layout.joins[id]?.name ?? []))].sort();
  }
}

/** It gets there, and no answer comes back. */
function unanswered(from: Place, to: Place, back: Way): Break[] {
  return back.breaks.map((one): Break => {
    if (one.kind === BreakKind.unknown) return one;
    const message = `${from.member} reaches ${to.member} and no answer comes back, because ${one.message}`;
    return { kind: BreakKind.oneWay, message, origin: one.origin };
  });
}
