import type { AgentPort } from "../model/agent-port";
import type { Inventory } from "../model/inventory";
import type { FirewallFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { holds, holdTogether, type Interval, isWithin, joined, meets, prefixOf } from "./interval";
import { unknownBreak } from "./unknown-break";
import { type Break, BreakKind } from "./verdict";

/** A permission with its ranges and ports read. */
interface Door {
  fact: FirewallFact;
  sources: Interval[];
  ports: PortSet;
  guards?: FirewallFact["guards"];
}

/** By protocol the ports that are open; `all`: whatever comes. */
interface PortSet {
  all: boolean;
  protocols: Map<string, Interval[]>;
}

/** What a firewall must let through: one port, or a range of them, or a protocol without. */
export interface Knock {
  protocol: string;
  /** Absent for ICMP and ESP. */
  ports?: Interval;
  /** `8472/udp`, as a message says it. */
  text: string;
}

/** What firewalls let in and out, network by network. */
export class Doors {
  private readonly inwards = new Map<string, Door[]>();
  private readonly outwards = new Map<string, Door[]>();
  private readonly unread = new Map<string, FirewallFact[]>();
  /** Ranges that a port is open to, by network and port: joined where they adjoin. */
  private readonly open = new Map<string, Map<string, Interval[]>>();

  constructor({ firewalls }: Inventory) {
    for (const fact of firewalls) {
      if (fact.network === undefined) continue;
      if (isUnknown(fact.sources) || isUnknown(fact.ports)) {
        push(this.unread, fact.network, fact);
        continue;
      }
      const door: Door = {
        fact,
        sources: fact.sources.flatMap((text) => prefixOf(text) ?? []),
        ports: portSet(fact.ports),
        ...(fact.guards ? { guards: fact.guards } : {}),
      };
      push(fact.direction === "out" ? this.outwards : this.inwards, fact.network, door);
    }
  }

  /**
   * What keeps connections from ranges from coming in to the nodes of a network, by port.
   *
   * @param before `nodes`, or `any` for what stands before something else there, such as a load balancer
   */
  shutIn(
    network: { urn: string; member: string },
    sources: readonly Named[],
    knocks: readonly Knock[],
    before: "nodes" | "any",
  ): Break[] {
    return this.shut(this.inwards, network, sources, knocks, before, "lets in");
  }

  /** What keeps a network's nodes from opening connections to ranges: only of clouds that tell what goes out. */
  shutOut(
    network: { urn: string; member: string },
    targets: readonly Named[],
    knocks: readonly Knock[],
  ): Break[] {
    if (!this.outwards.has(network.urn)) return [];
    return this.shut(this.outwards, network, targets, knocks, "nodes", "lets out");
  }

  /** Permissions that let in any of a range on a port that is not among `known`. */
  beyond(network: string, source: Interval, known: readonly Knock[]): FirewallFact[] {
    const expected = new Set(known.map(({ text }) => text));
    return (this.inwards.get(network) ?? [])
      .filter(({ sources }) => sources.some((interval) => meets(interval, source)))
      .filter(({ fact: { ports } }) => !isUnknown(ports) && ports.some((port) => !expected.has(port)))
      .map(({ fact }) => fact);
  }

  private shut(
    doors: Map<string, Door[]>,
    network: { urn: string; member: string },
    far: readonly Named[],
    knocks: readonly Knock[],
    before: "nodes" | "any",
    verb: "lets in" | "lets out",
  ): Break[] {
    const key = `${verb} ${before} ${network.urn}`;
    const found = this.open.get(key) ?? new Map<string, Interval[]>();
    this.open.set(key, found);
    const closed = new Map<Named, Knock[]>();
    for (const knock of knocks) {
      const open = found.get(knock.text) ?? sourcesFor(doors.get(network.urn) ?? [], knock, before);
      found.set(knock.text, open);
      for (const range of far) {
        if (!isWithin(open, range)) closed.set(range, [...(closed.get(range) ?? []), knock]);
      }
    }
    return [...closed].flatMap(([range, shut]) =>
      this.why(doors.get(network.urn) ?? [], network, range, shut, verb),
    );
  }

  private why(
    doors: readonly Door[],
    network: { urn: string; member: string },
    far: Named,
    closed: readonly Knock[],
    verb: "lets in" | "lets out",
  ): Break[] {
    const [unread] = this.unread.get(network.urn) ?? [];
    if (unread) return [unknownBreak(unread.origin, `what the firewall of ${network.member} ${verb}`)];
    const ports = closed.map(({ text }) => text).join(", ");
    const held = doors.find(
      ({ fact, sources, ports: open }) =>
        fact.handsOn === false &&
        sources.some((interval) => holds(interval, far)) &&
        closed.some((knock) => opens(open, knock)),
    );
    if (held) {
      const message = `what the load balancer of ${network.member} lets in from ${far.text} of ${far.member} on ${ports} may not go on to the nodes behind it`;
      return [{ kind: BreakKind.firewall, message, origin: held.fact.origin }];
    }
    const towards = verb === "lets in" ? "from" : "to";
    const message = `no firewall rule of ${network.member} ${verb} ${ports} ${towards} ${far.text} of ${far.member}`;
    return [{ kind: BreakKind.firewall, message, origin: { urn: network.urn } }];
  }
}

function sourcesFor(doors: readonly Door[], knock: Knock, before: "nodes" | "any"): Interval[] {
  const fitting = doors.filter(
    ({ fact, guards, ports }) =>
      fact.handsOn !== false && (before === "any" || guards !== "other") && opens(ports, knock),
  );
  return joined(fitting.flatMap(({ sources }) => sources));
}

/** A range with the words for it. */
export interface Named extends Interval {
  text: string;
  member: string;
}

export function knockOf({ port, protocol }: AgentPort): Knock {
  if (port === undefined) return { protocol, text: protocol };
  return { protocol, ports: { first: port, last: port }, text: `${port}/${protocol}` };
}

/** `443/tcp`, `30000-32767/udp`; anything else is a protocol by itself. */
export function knockAt(text: string): Knock {
  const [, first, last, protocol] = /^(\d+)(?:-(\d+))?\/(\w+)$/.exec(text) ?? [];
  if (first === undefined || protocol === undefined) return { protocol: text, text };
  return { protocol, ports: { first: Number(first), last: Number(last ?? first) }, text };
}

function portSet(texts: readonly string[]): PortSet {
  const set: PortSet = { all: false, protocols: new Map() };
  for (const text of texts) {
    if (text === "all") set.all = true;
    const { protocol, ports } = knockAt(text);
    push(set.protocols, protocol, ports ?? { first: 0, last: 65_535 });
  }
  return set;
}

function opens({ all, protocols }: PortSet, { protocol, ports }: Knock): boolean {
  if (all) return true;
  const open = protocols.get(protocol);
  return open !== undefined && (ports === undefined || holdTogether(open, ports));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
