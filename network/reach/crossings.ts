import type { Intent, Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { Doors, type Knock, knockAt, knockOf, type Named } from "./doors";
import { holds } from "./interval";
import type { Atom, Host, Layout } from "./layout";
import { type Announcements, NOTHING_LOST, type Spread, type ToldPrefix } from "./learned";
import { admission, agentBreaks, agentsByMember, policyBreaks } from "./overlay";
import { distinctBreaks, type Place, placesOf, wayBetween } from "./pairs";
import type { ReachKnowledge } from "./reach";
import { Tables } from "./tables";
import { type Break, BreakKind, Layer, type PairReach } from "./verdict";
import { Walks, type Way } from "./walk";

/** One pair as it is now, and what its traffic hangs on, there and back. */
export interface Crossing {
  reach: PairReach;
  from: Place;
  to: Place;
  joins: number[];
  gateways: number[];
}

/** Every port, where an intent names none. */
const EVERY_PORT: Knock = {
  protocol: "tcp",
  ports: { first: 1, last: 65_535 },
  text: "every port",
};

/** A place as firewalls see it: the networks that they stand before, and the ranges that knock. */
interface Guarded {
  networks: { urn: string; member: string; cloud: string }[];
  ranges: Named[];
}

/** All pairs, with everything up. */
export class Crossings {
  private readonly inventory: Inventory;
  private readonly layout: Layout;
  private readonly knowledge: ReachKnowledge;
  private readonly walks: Walks;
  private readonly doors: Doors;
  private readonly agents: Map<string, AgentFact>;
  private readonly intents = new Map<string, Intent[]>();
  private readonly ways = new Map<string, Way>();
  private readonly guarded = new Map<Place, Guarded>();
  private readonly knocks = new Map<AgentFact, { nodes: Knock[]; loadBalancer: Knock[] }>();
  private readonly doorsBetween = new Map<string, Break[]>();
  private readonly spreads = new Map<number, Spread>();
  private readonly told = new Map<number, ToldPrefix[]>();
  private readonly announcements: Announcements;
  readonly tables: Tables;
  /** Members whose gateways a member's networks are attached to. */
  private readonly gatewaysOf = new Map<string, string[]>();

  constructor(inventory: Inventory, layout: Layout, announcements: Announcements, knowledge: ReachKnowledge) {
    this.inventory = inventory;
    this.layout = layout;
    this.tables = new Tables(layout);
    this.knowledge = knowledge;
    this.announcements = announcements;
    this.doors = new Doors(inventory);
    this.agents = agentsByMember(inventory);
    for (const intent of inventory.intents) {
      const key = `${intent.from}→${intent.to}`;
      this.intents.set(key, [...(this.intents.get(key) ?? []), intent]);
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

  /** Every ordered pair of members with hosts, by name. */
  all(): Crossing[] {
    const nodes = placesOf(this.layout, "nodes");
    const pods = placesOf(this.layout, "pods");
    const names = [...nodes].flatMap(([name, { hosts }]) => (hosts.length > 0 ? [name] : [])).sort();
    const crossings: Crossing[] = [];
    for (const from of names) {
      for (const to of names) {
        const [here, there] = [nodes.get(from), nodes.get(to)];
        if (from === to || !here || !there) continue;
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
    return this.crossing(from, to, Layer.underlay, this.nodeDoors(from, to));
  }

  private overlay(
    from: string,
    to: string,
    here: Place,
    there: Place,
    pods: Map<string, Place>,
  ): Crossing | undefined {
    const [agent, other] = [this.agents.get(from), this.agents.get(to)];
    if (!agent || !other) return undefined;
    const intents = this.intents.get(`${from}→${to}`) ?? [];
    const joined = [...agentBreaks(agent, other), ...this.policies(from, to, other, intents)];
    const [mine, theirs] = [pods.get(from), pods.get(to)];
    if (agent.routing === "native" && mine && theirs && mine.hosts.length > 0) {
      return this.crossing(mine, theirs, Layer.overlay, [
        ...joined,
        ...this.intentDoors(mine, theirs, intents),
      ]);
    }
    const balancer = this.doorsOf(here, there, this.knocksOf(other).loadBalancer, "any");
    return this.crossing(here, there, Layer.overlay, [
      ...joined,
      ...this.nodeDoors(here, there),
      ...balancer,
    ]);
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
    const key = `${from.member}→${to.member} ${from.hosts[0]?.of}`;
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

  /** Between clusters their agents' ports; elsewhere what intents ask for. */
  private nodeDoors(from: Place, to: Place): Break[] {
    const key = `${from.member}→${to.member}`;
    const known = this.doorsBetween.get(key) ?? this.nodeDoorsOf(from, to);
    this.doorsBetween.set(key, known);
    return known;
  }

  private nodeDoorsOf(from: Place, to: Place): Break[] {
    const [agent, other] = [this.agents.get(from.member), this.agents.get(to.member)];
    if (agent && other) {
      return this.doorsOf(from, to, this.knocksOf(other).nodes, "nodes");
    }
    return this.intentDoors(from, to, this.intents.get(`${from.member}→${to.member}`) ?? []);
  }

  private knocksOf(agent: AgentFact): { nodes: Knock[]; loadBalancer: Knock[] } {
    const known = this.knocks.get(agent);
    if (known) return known;
    const { nodes, loadBalancer } = this.knowledge.agentPorts(agent);
    const made = { nodes: nodes.map(knockOf), loadBalancer: loadBalancer.map(knockOf) };
    this.knocks.set(agent, made);
    return made;
  }

  private intentDoors(from: Place, to: Place, intents: readonly Intent[]): Break[] {
    const knocks = intents.flatMap(({ ports }): Knock[] => {
      if (ports === undefined || (!isUnknown(ports) && ports.length === 0)) return [EVERY_PORT];
      return isUnknown(ports) ? [] : ports.map(knockAt);
    });
    return this.doorsOf(from, to, knocks, "nodes");
  }

  private doorsOf(from: Place, to: Place, knocks: Knock[], before: "nodes" | "any"): Break[] {
    if (this.inventory.firewalls.length === 0 || knocks.length === 0) return [];
    const [near, far] = [this.guardedOf(from), this.guardedOf(to)];
    const breaks: Break[] = [];
    for (const network of far.networks) {
      if (network.cloud !== "site") breaks.push(...this.doors.shutIn(network, near.ranges, knocks, before));
    }
    for (const network of near.networks) breaks.push(...this.doors.shutOut(network, far.ranges, knocks));
    return distinctBreaks(breaks);
  }

  private guardedOf(place: Place): Guarded {
    const known = this.guarded.get(place);
    if (known) return known;
    const ranges = place.hosts.map((host) => named(host, place));
    const made = { networks: this.networksOf(place), ranges };
    this.guarded.set(place, made);
    return made;
  }

  private networksOf({ hosts, member }: Place): Guarded["networks"] {
    return [...new Set(hosts.map(({ network }) => network))].flatMap((id) => {
      const network = this.layout.networks[id];
      return network ? [{ urn: network.urn, member, cloud: network.cloud }] : [];
    });
  }

  private policies(from: string, to: string, agent: AgentFact, intents: readonly Intent[]): Break[] {
    const policies = this.inventory.policies.filter(({ cluster }) => cluster === agent.cluster);
    const admitted = admission(policies, from);
    return intents.flatMap(({ ports }) =>
      ports !== undefined && isUnknown(ports)
        ? []
        : policyBreaks(admitted, from, { member: to, origin: agent.origin }, ports ?? []),
    );
  }
}

function named(host: Host, { member }: Place): Named {
  return { first: host.first, last: host.last, text: host.text, member };
}

/** It gets there, and no answer comes back. */
function unanswered(from: Place, to: Place, back: Way): Break[] {
  return back.breaks.map((one): Break => {
    if (one.kind === BreakKind.unknown) return one;
    const message = `${from.member} reaches ${to.member} and no answer comes back, because ${one.message}`;
    return { kind: BreakKind.oneWay, message, origin: one.origin };
  });
}
