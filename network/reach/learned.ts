import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { TransitTables } from "../routing/transit";
import { all } from "./flags";
import { holds, type Prefix, prefixOf } from "./interval";
import type { GatewayNode, Join, JoinTunnel, Layout } from "./layout";
import { passes } from "./passage";

/** What does not work: gateways and joins by number, and single tunnels of joins that others carry on. */
export interface Lost {
  gateways: ReadonlySet<number>;
  joins: ReadonlySet<number>;
  tunnels: ReadonlySet<JoinTunnel>;
}

export const NOTHING_LOST: Lost = { gateways: new Set(), joins: new Set(), tunnels: new Set() };

/** A prefix that some gateways tell. */
export interface ToldPrefix extends Prefix {
  id: number;
  /** Gateways that tell it of themselves. */
  origins: number[];
}

/** What every gateway knows of one prefix: how many hops it is away, and over which joins (all of the shortest ones). */
export interface Spread {
  /** -1: it does not know it. By gateway. */
  distance: Int32Array;
  via: (number[] | undefined)[];
  /** Gateways that have a join on their best ways. */
  users: Map<number, number[]>;
}

/** A tunnel with the prefixes that are given to it by static routing. */
export interface Sending {
  join: number;
  tunnel: JoinTunnel;
  prefixes: Prefix[];
}

/** Every prefix that somebody tells, each once, in the order of gateways. */
export function toldPrefixes({ gateways, joins }: Layout, transit: TransitTables): ToldPrefix[] {
  const prefixes = new Map<string, ToldPrefix>();
  const add = (prefix: Prefix, origin: number): void => {
    const known = prefixes.get(prefix.text);
    if (!known) prefixes.set(prefix.text, { ...prefix, id: prefixes.size, origins: [origin] });
    else if (!known.origins.includes(origin)) known.origins.push(origin);
  };
  for (const gateway of gateways) {
    for (const prefix of gateway.tells) add(prefix, gateway.id);
    // A route of the gateway's own table that leads over a peering stands there like any other.
    if (gateway.told === "as-set" || passes(gateway, "gateway-peering", "vpn", transit) !== true) continue;
    for (const { join, ...route } of gateway.routes) {
      if (join !== undefined)
        add({ first: route.first, last: route.last, length: route.length, text: route.text }, gateway.id);
    }
  }
  for (const join of joins) {
    for (const { a, b } of join.tunnels) {
      for (const prefix of ownWords(a)) add(prefix, join.a);
      for (const prefix of ownWords(b)) add(prefix, join.b);
    }
  }
  return [...prefixes.values()];
}

/**
 * How prefixes spread from gateway to gateway, as BGP spreads them: the fewest gateways on the way win, equal ones together; nobody
 * takes a path that has its own AS in it; and a gateway tells on what it learned only where its cloud's table says so.
 */
export class Announcements {
  readonly prefixes: ToldPrefix[];
  private readonly layout: Layout;
  private readonly mayPass: boolean[];
  private readonly doubled: boolean[];
  private readonly sending: Sending[][];
  /** Whether two gateways have one AS. */
  private readonly loops: boolean;

  constructor(layout: Layout, transit: TransitTables) {
    this.layout = layout;
    this.prefixes = toldPrefixes(layout, transit);
    this.sending = layout.gateways.map((gateway) => sendingOf(layout, gateway));
    this.mayPass = layout.gateways.map((gateway) => passes(gateway, "vpn", "vpn", transit) === true);
    const asns = layout.gateways.map(({ fact }) => fact.asn);
    this.doubled = asns.map(
      (asn, index) => !isUnknown(asn) && asns.some((other, at) => at !== index && other === asn),
    );
    this.loops = this.doubled.includes(true);
  }

  /** Without what is lost. */
  spread(prefix: ToldPrefix, lost: Lost): Spread {
    const { gateways, joins } = this.layout;
    const distance = new Int32Array(gateways.length).fill(-1);
    const via: Spread["via"] = new Array(gateways.length);
    let frontier = prefix.origins.filter((id) => !lost.gateways.has(id));
    for (const id of frontier) distance[id] = 0;
    for (let hops = 1; frontier.length > 0; hops++) {
      const next: number[] = [];
      for (const id of frontier) {
        const gateway = gateways[id];
        if (!gateway) continue;
        if (hops > 1 && (gateway.told === "as-set" || !this.mayPass[id])) continue;
        for (const joinId of gateway.joins) {
          const join = joins[joinId];
          if (!join || lost.joins.has(joinId)) continue;
          const neighbour = join.a === id ? join.b : join.a;
          const known = distance[neighbour] ?? -1;
          if ((known !== -1 && known < hops) || lost.gateways.has(neighbour)) continue;
          if (!toldOver(join, id, hops === 1 ? prefix : undefined, lost)) continue;
          if (this.doubled[neighbour] && this.inPath(neighbour, id, via)) continue;
          if (known === -1) {
            distance[neighbour] = hops;
            via[neighbour] = [joinId];
            next.push(neighbour);
          } else {
            via[neighbour]?.push(joinId);
          }
        }
      }
      frontier = next;
    }
    return { distance, via, users: usersOf(via) };
  }

  /**
   * The same as {@link spread}, given how the prefix spreads with everything up and which joins lose something: where none of them is
   * on anybody's best way nothing changes, and where others are as good these remain.
   */
  spreadAfter(before: Spread, prefix: ToldPrefix, lost: Lost, touched: ReadonlySet<number>): Spread {
    if (lost.gateways.size > 0) return this.spread(prefix, lost);
    const losing = [...touched].flatMap((join) => before.users.get(join) ?? []);
    if (losing.length === 0) return before;
    if (lost.tunnels.size > 0 || this.loops) return this.spread(prefix, lost);
    const via = before.via.slice();
    for (const id of losing) {
      const others = (via[id] ?? []).filter((join) => !touched.has(join));
      if (others.length === 0) return this.spread(prefix, lost);
      via[id] = others;
    }
    return { ...before, via };
  }

  /** Tunnels that a gateway gives something whatever BGP says. */
  sentBy({ id }: GatewayNode): readonly Sending[] {
    return this.sending[id] ?? [];
  }

  /** Whether a gateway's AS is among those that a route came through. */
  private inPath(gateway: number, from: number, via: Spread["via"]): boolean {
    const { gateways, joins } = this.layout;
    const asn = gateways[gateway]?.fact.asn;
    let at: number | undefined = from;
    while (at !== undefined) {
      if (gateways[at]?.fact.asn === asn) return true;
      const join: Join | undefined = joins[via[at]?.[0] ?? -1];
      at = join && (join.a === at ? join.b : join.a);
    }
    return false;
  }
}

function sendingOf({ joins }: Layout, gateway: GatewayNode): Sending[] {
  return gateway.joins.flatMap((id) => {
    const join = joins[id];
    return (join?.tunnels ?? []).flatMap((tunnel): Sending[] => {
      const { sends } = join?.a === gateway.id ? tunnel.a : tunnel.b;
      if (sends === undefined || isUnknown(sends)) return [];
      const prefixes = sends.flatMap((text) => prefixOf(text) ?? []);
      return prefixes.length === 0 ? [] : [{ join: id, tunnel, prefixes }];
    });
  });
}

function usersOf(via: Spread["via"]): Spread["users"] {
  const users: Spread["users"] = new Map();
  for (const [id, joins] of via.entries()) {
    for (const join of joins ?? []) users.set(join, [...(users.get(join) ?? []), id]);
  }
  return users;
}

/** Whether a gateway tells over a join: of one tunnel at least both ends run BGP, and the other end keeps what it is told. */
function toldOver(join: Join, from: number, own: Prefix | undefined, lost: Lost): boolean {
  return join.tunnels.some((tunnel) => {
    if (lost.tunnels.has(tunnel)) return false;
    const [here, there] = join.a === from ? [tunnel.a, tunnel.b] : [tunnel.b, tunnel.a];
    if (!runs(here, there)) return false;
    const words = here.advertises;
    if (own === undefined || words === undefined || isUnknown(words)) return true;
    return words.some((text) => {
      const prefix = prefixOf(text);
      return prefix !== undefined && holds(prefix, own);
    });
  });
}

/** UNKNOWN is taken to work here; who walks over it says that it is not known. */
export function runs(here: TunnelEndFact, there: TunnelEndFact): boolean {
  return all([here.bgp ?? true, there.bgp ?? true, there.learned ?? true]) !== false;
}

/** What a tunnel's end tells beside its gateway's own. */
function ownWords({ advertises }: TunnelEndFact): Prefix[] {
  return advertises === undefined || isUnknown(advertises)
    ? []
    : advertises.flatMap((text) => prefixOf(text) ?? []);
}
