import { linkName } from "../link/suite";
import type { Inventory } from "../model/inventory";
import type { GatewayFact, Origin, RouteFact, TunnelEndFact } from "../model/network";
import { RangeUse } from "../model/network";
import { networkOwners } from "../model/network-owners";
import { isUnknown, type OrUnknown } from "../model/resource";
import { bordersOf, cut, firstAbove, holds, type Interval, longest, type Prefix, prefixOf } from "./interval";

/** The inventory as packets see it, everything by number, so that many searches over it are cheap. */
export interface Layout {
  networks: NetworkNode[];
  gateways: GatewayNode[];
  joins: Join[];
  /** Where packets come from and go to. */
  hosts: Host[];
  /** Parts of hosts' ranges that everything treats alike. */
  atoms: Atom[];
}

/** A VPC, a VNet, or the network behind a site's devices. */
export interface NetworkNode {
  id: number;
  urn: string;
  /** The member's name, or the network's own. */
  member: string;
  /** Empty where nothing tells. */
  cloud: string;
  /** All that the network holds, hosts or not. */
  ranges: Prefix[];
  hosts: Host[];
  atoms: Atom[];
  /** By route table; under the empty text those that hold for the whole network. */
  routes: Map<string, StaticRoute[]>;
  /** Routes of which nobody knows yet where they lead to. */
  unread: RouteFact[];
  attachments: Attachment[];
  /** Networks that it is peered with, both halves there and accepted, and by which join. */
  peered: Peered[];
}

/** Another network that one knows by itself. */
export interface Peered {
  network: number;
  join: number;
  certain: boolean;
  /** A line that ends at the network's gateway: only where a route in the subnet's table leads there (AWS). */
  byRoute?: boolean;
  origin: Origin;
}

export interface StaticRoute extends Prefix {
  /** Absent where its gateway is not in the inventory. */
  gateway?: number;
  fact: RouteFact;
}

/** Hosts of one network that lie in one subnet. */
export interface Host extends Interval {
  network: number;
  zone?: string;
  table?: string;
  learns: OrUnknown<boolean>;
  /** Pods have addresses of their own only where their agent routes natively. */
  of: "nodes" | "pods";
  origin: Origin;
  text: string;
}

/** Of several hosts that lie between the same borders one stands for all. */
export interface Atom extends Interval {
  id: number;
  network: number;
  host: Host;
  /** As a message says it: the range of its hosts, or the network's where there are several. */
  text: string;
}

/** A network at a gateway. */
export interface Attachment {
  network: number;
  gateway: number;
  known: OrUnknown<boolean>;
  lookedUp: OrUnknown<boolean>;
  taught: OrUnknown<boolean>;
  /** Absent: every zone reaches it. */
  zones?: readonly string[];
  /** The peering by which a network uses another's gateway; absent where the gateway is its own. */
  over?: number;
  origin: Origin;
}

export interface GatewayNode {
  id: number;
  /** The member's name, or the gateway's own. */
  member: string;
  fact: GatewayFact;
  attachments: Attachment[];
  joins: number[];
  /** What it tells: set, or what it knows of its networks. */
  tells: Prefix[];
  /** Whether that is set there: then it tells nothing that it learned. */
  told: "as-set" | "as-known";
  /** Static routes of its own table. */
  routes: GatewayRoute[];
  /** Where those stand of which nobody knows yet where they lead to. */
  unread: Origin[];
}

export interface GatewayRoute extends Prefix {
  /** Attachment by network, or join; absent where it leads nowhere. */
  join?: number;
  network?: number;
  origin: Origin;
}

/** `name`: `amsterdam~dublin/tunnel/2`. */
export interface JoinTunnel {
  a: TunnelEndFact;
  b: TunnelEndFact;
  name: string;
}

/** What joins two gateways: tunnels, or a peering of the gateways themselves; or two networks: a peering of these. */
export interface Join {
  id: number;
  /** Link's name. */
  name: string;
  kind: "vpn" | "gateway-peering" | "network-peering";
  /** Gateways; -1 where it joins networks. */
  a: number;
  b: number;
  /** Members at its ends. */
  members: [string, string];
  /** With `a` on the side of the join's `a`; empty for a peering. */
  tunnels: JoinTunnel[];
  /** Of a peering: whether both halves are there and accepted, and look up what comes over it. */
  open: OrUnknown<boolean>;
  origin: Origin;
}

/** A Layout of an inventory. What is not IPv4 is left out. */
export function layoutOf(inventory: Inventory): Layout {
  const networks = networksOf(inventory);
  const idOf = new Map(networks.map(({ urn, id }) => [urn, id]));
  const gateways = inventory.gateways.map(
    (fact, id): GatewayNode => ({
      id,
      member: fact.member ?? fact.urn,
      fact,
      attachments: [],
      joins: [],
      tells: [],
      told: fact.advertises === undefined ? "as-known" : "as-set",
      routes: [],
      unread: [],
    }),
  );
  const gatewayIds = new Map(gateways.map(({ fact, id }) => [fact.urn, id]));

  attach(inventory, networks, gateways, idOf, gatewayIds);
  const joins = joinsOf(inventory, gateways, gatewayIds);
  peer(inventory, networks, gateways, joins, idOf);
  joinLines(inventory, networks, joins);
  for (const gateway of gateways) gateway.tells = toldBy(gateway, networks);
  routesOf(inventory, networks, gateways, joins, idOf, gatewayIds);

  const atoms = atomsOf(networks, gateways, joins);
  for (const atom of atoms) networks[atom.network]?.atoms.push(atom);
  return { networks, gateways, joins, hosts: networks.flatMap(({ hosts }) => hosts), atoms };
}

function networksOf(inventory: Inventory): NetworkNode[] {
  const ranges = grouped(
    inventory.ranges.filter(({ use }) => use !== RangeUse.pods && use !== RangeUse.services),
    ({ owner }) => owner,
  );
  const subnets = grouped(inventory.subnets, ({ network }) => network ?? "");
  const pods = grouped(routedPods(inventory), ({ network }) => network);
  return [...networkOwners(inventory)].map(([urn, name], id): NetworkNode => {
    const told = (ranges.get(urn) ?? []).flatMap(({ cidr }) =>
      isUnknown(cidr) ? [] : (prefixOf(cidr) ?? []),
    );
    const nodes = hostsOf(id, subnets.get(urn), ranges.get(urn) ?? []);
    const hosts = [...nodes, ...podsOf(nodes, pods.get(urn) ?? [])];
    const inSubnets = nodes.flatMap(({ text }) => prefixOf(text) ?? []);
    const cloud = ranges.get(urn)?.[0]?.cloud ?? "";
    // Elsewhere pods that are routed as they are live in the network's own ranges; here in further ones of its subnets.
    const secondary = cloud === "gcp" ? (pods.get(urn) ?? []).map(({ range }) => range) : [];
    return {
      id,
      urn,
      member: name,
      cloud,
      ranges: [...(told.length > 0 ? told : inSubnets), ...secondary],
      hosts,
      atoms: [],
      routes: new Map(),
      unread: [],
      attachments: [],
      peered: [],
    };
  });
}

/** Ranges of pods that are routed as they are, by the network that they live in. */
function routedPods(inventory: Inventory): { network: string; range: Prefix; origin: Origin }[] {
  const networks = new Map(inventory.clusters.map(({ urn, network }) => [urn, network]));
  const native = new Set(
    inventory.agents.flatMap(({ cluster, routing }) => (routing === "native" && cluster ? [cluster] : [])),
  );
  return inventory.ranges.flatMap(({ use, cidr, owner, origin }) => {
    const network = networks.get(owner);
    const range = isUnknown(cidr) ? undefined : prefixOf(cidr);
    if (use !== RangeUse.pods || !native.has(owner) || !network || !range) return [];
    return [{ network, range, origin }];
  });
}

/** They leave by the tables of their nodes. */
function podsOf(nodes: readonly Host[], pods: readonly { range: Prefix; origin: Origin }[]): Host[] {
  return pods.flatMap(({ range: { first, last, text }, origin }) =>
    nodes.map((node): Host => ({ ...node, first, last, text, of: "pods", origin })),
  );
}

/** By subnets where they are known, else by what is told of the whole: then one table holds for all. */
function hostsOf(
  network: number,
  subnets: Inventory["subnets"] | undefined,
  ranges: Inventory["ranges"],
): Host[] {
  if (subnets && subnets.length > 0) {
    return subnets.flatMap((subnet): Host[] => {
      const range = !subnet.hosts || isUnknown(subnet.cidr) ? undefined : prefixOf(subnet.cidr);
      if (!range) return [];
      const { zone, table, learns = true, origin } = subnet;
      return [
        {
          network,
          first: range.first,
          last: range.last,
          text: range.text,
          ...(zone === undefined || isUnknown(zone) ? {} : { zone }),
          ...(table === undefined ? {} : { table }),
          learns,
          of: "nodes",
          origin,
        },
      ];
    });
  }
  const nodes = ranges.filter(({ use }) => use === RangeUse.nodes);
  const whole = nodes.length > 0 ? nodes : ranges.filter(({ use }) => use === RangeUse.network);
  return whole.flatMap(({ cidr, origin }): Host[] => {
    const range = isUnknown(cidr) ? undefined : prefixOf(cidr);
    if (!range) return [];
    return [
      { network, first: range.first, last: range.last, text: range.text, learns: true, of: "nodes", origin },
    ];
  });
}

function attach(
  { attachments }: Inventory,
  networks: NetworkNode[],
  gateways: GatewayNode[],
  idOf: Map<string, number>,
  gatewayIds: Map<string, number>,
): void {
  const add = (attachment: Attachment): void => {
    networks[attachment.network]?.attachments.push(attachment);
    gateways[attachment.gateway]?.attachments.push(attachment);
  };
  const told = new Set(attachments.map(({ gateway }) => gateway));
  for (const { gateway, network, zones, known, lookedUp, taught, origin } of attachments) {
    const [at, of] = [gatewayIds.get(gateway ?? ""), idOf.get(network ?? "")];
    if (at === undefined || of === undefined) continue;
    const reached = zones === undefined || isUnknown(zones) ? {} : { zones };
    add({ network: of, gateway: at, known, lookedUp, taught, ...reached, origin });
  }
  // Of a gateway whose reader tells no more than whose it is: all of it is taken to work.
  for (const { id, fact, member } of gateways) {
    if (told.has(fact.urn)) continue;
    const own = networks.filter((one) =>
      fact.networks.length > 0 ? fact.networks.includes(one.urn) : one.member === member,
    );
    for (const one of own) {
      add({
        network: one.id,
        gateway: id,
        known: true,
        lookedUp: true,
        taught: true,
        origin: fact.origin,
      });
    }
  }
}

function joinsOf(inventory: Inventory, gateways: GatewayNode[], gatewayIds: Map<string, number>): Join[] {
  const joins = new Map<string, Join>();
  const add = (key: string, make: (id: number) => Join): Join => {
    const known = joins.get(key);
    if (known) return known;
    const made = make(joins.size);
    joins.set(key, made);
    gateways[made.a]?.joins.push(made.id);
    gateways[made.b]?.joins.push(made.id);
    return made;
  };
  for (const link of inventory.links) {
    link.tunnels.forEach((tunnel, index) => {
      const [a, b] = [gatewayIds.get(tunnel.a.gateway ?? ""), gatewayIds.get(tunnel.b.gateway ?? "")];
      if (a === undefined || b === undefined || a === b) return;
      const { origin } = tunnel.a;
      const join = add(`${a} ${b}`, (id) => ({
        id,
        name: link.name,
        kind: "vpn",
        a,
        b,
        members: [gateways[a]?.member ?? "", gateways[b]?.member ?? ""],
        tunnels: [],
        open: true,
        origin,
      }));
      join.tunnels.push({ ...tunnel, name: `${link.name}/tunnel/${index + 1}` });
    });
  }
  for (const half of inventory.peerings) {
    if (half.kind !== "gateway-peering") continue;
    const [own, peer] = [gatewayIds.get(half.own ?? ""), gatewayIds.get(half.peer ?? "")];
    if (own === undefined || peer === undefined) continue;
    const [a, b] = own < peer ? [own, peer] : [peer, own];
    const other = inventory.peerings.find(
      (one) => one !== half && one.kind === half.kind && one.own === half.peer && one.peer === half.own,
    );
    const members: Join["members"] = [gateways[a]?.member ?? "", gateways[b]?.member ?? ""];
    const name = linkName(...members);
    const flags = [half.accepted, half.lookedUp ?? true, other?.accepted ?? false, other?.lookedUp ?? true];
    add(`${a} ${b} peering`, (id) => ({
      id,
      name,
      kind: "gateway-peering",
      a,
      b,
      members,
      tunnels: [],
      open: all(flags),
      origin: half.origin,
    }));
  }
  return [...joins.values()];
}

/** Peerings of networks: each knows the other's ranges, and may use the other's gateway. */
function peer(
  { peerings }: Inventory,
  networks: NetworkNode[],
  gateways: GatewayNode[],
  joins: Join[],
  idOf: Map<string, number>,
): void {
  const joinOf = new Map<string, number>();
  for (const half of peerings) {
    if (half.kind !== "network-peering") continue;
    const other = peerings.find(
      (one) => one !== half && one.kind === half.kind && one.own === half.peer && one.peer === half.own,
    );
    const [own, far] = [idOf.get(half.own ?? ""), idOf.get(half.peer ?? "")];
    const open = all([half.accepted, other?.accepted ?? false]);
    if (!other || own === undefined || far === undefined || open === false) continue;
    const members: Join["members"] = [networks[own]?.member ?? "", networks[far]?.member ?? ""];
    const name = linkName(...members);
    const key = own < far ? `${own} ${far}` : `${far} ${own}`;
    const join = joinOf.get(key) ?? joins.length;
    if (!joinOf.has(key)) {
      const { origin } = half;
      joins.push({
        id: join,
        name,
        kind: "network-peering",
        a: -1,
        b: -1,
        members,
        tunnels: [],
        open,
        origin,
      });
      joinOf.set(key, join);
    }
    networks[own]?.peered.push({ network: far, join, certain: open === true, origin: half.origin });
    const lent = all([other.lendsGateway ?? false, half.usesGateway ?? false]);
    if (lent === false) continue;
    for (const attachment of [...(networks[far]?.attachments ?? [])]) {
      if (attachment.network !== far || attachment.over !== undefined) continue;
      const borrowed = {
        ...attachment,
        network: own,
        over: join,
        known: lent,
        taught: lent,
        origin: half.origin,
      };
      networks[own]?.attachments.push(borrowed);
      gateways[attachment.gateway]?.attachments.push(borrowed);
    }
  }
}

/** Lines that are there already: both ends' networks know each other, as those who run the line say. */
function joinLines({ links }: Inventory, networks: NetworkNode[], joins: Join[]): void {
  for (const { name, a, b, line } of links) {
    if (!line) continue;
    const [{ origin }, id] = [line, joins.length];
    const ends = { a: -1, b: -1, members: [a, b] as Join["members"], tunnels: [], open: true };
    joins.push({ id, name, kind: "network-peering", ...ends, origin });
    for (const [own, far] of [
      [a, b],
      [b, a],
    ]) {
      for (const network of networks.filter(({ member }) => member === own)) {
        const byRoute = network.cloud === "aws" ? { byRoute: true } : {};
        for (const other of networks.filter(({ member }) => member === far))
          network.peered.push({ network: other.id, join: id, certain: true, ...byRoute, origin });
      }
    }
  }
}

/** What is set, else every range of the networks that it knows. */
function toldBy({ fact, attachments }: GatewayNode, networks: NetworkNode[]): Prefix[] {
  const { advertises } = fact;
  if (advertises !== undefined) {
    return isUnknown(advertises) ? [] : advertises.flatMap((text) => prefixOf(text) ?? []);
  }
  return attachments.flatMap(({ network, known }) =>
    known === false ? [] : (networks[network]?.ranges ?? []),
  );
}

function routesOf(
  inventory: Inventory,
  networks: NetworkNode[],
  gateways: GatewayNode[],
  joins: Join[],
  idOf: Map<string, number>,
  gatewayIds: Map<string, number>,
): void {
  for (const fact of inventory.routes) {
    const network = networks[idOf.get(fact.network ?? "") ?? -1];
    const prefix = isUnknown(fact.destination) ? undefined : prefixOf(fact.destination);
    if (isUnknown(fact.destination)) network?.unread.push(fact);
    if (!network || !prefix) continue;
    const gateway = gatewayIds.get(fact.via ?? "");
    const route = { ...prefix, ...(gateway === undefined ? {} : { gateway }), fact };
    const table = fact.table ?? "";
    const list = network.routes.get(table);
    if (list) list.push(route);
    else network.routes.set(table, [route]);
  }
  const peeringOf = new Map(inventory.peerings.map((half) => [half.urn, half]));
  const attachmentOf = new Map(inventory.attachments.map((one) => [one.urn, one]));
  for (const { gateway, destination, via, origin } of inventory.gatewayRoutes) {
    const node = gateways[gatewayIds.get(gateway ?? "") ?? -1];
    const prefix = isUnknown(destination) ? undefined : prefixOf(destination);
    if (isUnknown(destination)) node?.unread.push(origin);
    if (!node || !prefix) continue;
    const half = peeringOf.get(via ?? "");
    const far = half && [half.own, half.peer].find((urn) => urn !== node.fact.urn);
    const join = node.joins.find((id) => {
      const one = joins[id];
      const end = gatewayIds.get(far ?? "");
      return one?.kind === "gateway-peering" && (one.a === end || one.b === end);
    });
    const network = idOf.get(attachmentOf.get(via ?? "")?.network ?? "");
    node.routes.push({
      ...prefix,
      ...(join === undefined ? {} : { join }),
      ...(network === undefined ? {} : { network }),
      origin,
    });
  }
}

/** Prefixes that are set for one tunnel alone. */
function wordsOf({ advertises, sends }: TunnelEndFact): Prefix[] {
  return [advertises, sends].flatMap((texts) =>
    texts === undefined || isUnknown(texts) ? [] : texts.flatMap((text) => prefixOf(text) ?? []),
  );
}

function atomsOf(networks: NetworkNode[], gateways: GatewayNode[], joins: Join[]): Atom[] {
  const borders = bordersOf([
    ...networks.flatMap(({ ranges, routes }) => [...ranges, ...[...routes.values()].flat()]),
    ...gateways.flatMap(({ tells, routes }) => [...tells, ...routes]),
    ...joins.flatMap(({ tunnels }) => tunnels.flatMap(({ a, b }) => [...wordsOf(a), ...wordsOf(b)])),
  ]);
  let id = 0;
  return networks.flatMap((network) => {
    const parts = new Map<string, Atom>();
    for (const host of network.hosts) {
      for (const part of cut(host, borders)) {
        const key = `${host.of} ${firstAbove(borders, part.first)}`;
        const known = parts.get(key);
        if (known) known.text = longest(network.ranges, known)[0]?.text ?? known.text;
        else parts.set(key, { ...part, id: id++, network: network.id, host, text: textOf(part, host) });
      }
    }
    return [...parts.values()];
  });
}

/** `10.64.0.0/22`, or a part of that. */
function textOf(part: Interval, host: Host): string {
  return holds(part, host) ? host.text : `a part of ${host.text}`;
}

/** False where one is, else unknown where one is. */
export function all(flags: readonly OrUnknown<boolean>[]): OrUnknown<boolean> {
  if (flags.includes(false)) return false;
  return flags.find(isUnknown) ?? true;
}

function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
