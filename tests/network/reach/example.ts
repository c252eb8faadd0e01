import { reachOf } from "../../../inventory/reach";
import { linkName } from "../../../network/link/suite";
import type { PeeringFact } from "../../../network/model/forwarding";
import type { Inventory, Link, Tunnel } from "../../../network/model/inventory";
import { emptyInventory } from "../../../network/model/inventory";
import type { GatewayFact, TunnelEndFact } from "../../../network/model/network";
import type { ReachOptions } from "../../../network/reach/reach";
import { type Failure, Layer, type PairReach } from "../../../network/reach/verdict";
import type { Cloud } from "../../../network/spec/shape";
import { agent, cluster, end, mirrored } from "../judge/example";

/** A member of an example: one network with hosts in it. */
export interface Place {
  cloud: Cloud;
  /** A /16 that is all hosts. */
  range: string;
  /** Of its gateway. Absent: it has none. */
  asn?: number;
  /** Whose gateway its network is attached to beside, or instead of, its own. */
  uses?: string;
  /** AWS: one subnet each, a part of the range. Default: one, without a zone. */
  zones?: string[];
  /** Whether a cluster with an agent is in it. */
  agent?: boolean;
}

export type Places = Record<string, Place>;

/** Names of facts. */
export const networkOf = (name: string) => `urn:${name}-network`;
export const gatewayOf = (name: string) => `urn:${name}-gateway`;
export const tableOf = (name: string) => `urn:${name}-table`;
export const attachmentOf = (name: string) => `urn:${name}-attachment`;

/**
 * A sound network of some places and links between them (`dublin~frankfurt`), two tunnels each, to be spoilt by each test. Tables in
 * AWS have a route to every other place; agents name each other, and firewalls let in their ports.
 */
export function example(places: Places, ...links: string[]): Inventory {
  const inventory = emptyInventory();
  for (const [name, place] of Object.entries(places)) addPlace(inventory, name, place, places);
  for (const link of links) addLink(inventory, link);
  return inventory;
}

function addPlace(inventory: Inventory, name: string, place: Place, all: Places): void {
  const { cloud, range, asn, uses, agent: clustered } = place;
  const network = networkOf(name);
  const origin = { urn: network };
  inventory.members.push({ name, cloud, origin });
  inventory.ranges.push({ use: "network", cidr: range, cloud, owner: network, member: name, origin });
  if (cloud !== "site") addSubnets(inventory, name, place);
  const gateways = [...(asn === undefined ? [] : [name]), ...(uses === undefined ? [] : [uses])];
  if (asn !== undefined) inventory.gateways.push(gatewayFact(name, place, asn));
  for (const owner of gateways) {
    const urn = owner === name ? attachmentOf(name) : `${attachmentOf(name)}-${owner}`;
    const taught = cloud !== "aws";
    const joined = { gateway: gatewayOf(owner), network, lookedUp: true, known: true, taught };
    inventory.attachments.push({ urn, ...joined, origin: { urn } });
  }
  const [via] = gateways;
  if (cloud === "aws" && via !== undefined) {
    for (const [far, { range: destination }] of Object.entries(all)) {
      if (far === name) continue;
      const urn = `urn:${name}-to-${far}`;
      const route = { urn, network, destination, via: gatewayOf(via), table: tableOf(name) };
      inventory.routes.push({ ...route, origin: { urn } });
    }
  }
  if (clustered) addCluster(inventory, name, place, all);
}

function addSubnets(inventory: Inventory, name: string, { cloud, range, zones }: Place): void {
  const network = networkOf(name);
  for (const [index, zone] of (zones ?? [undefined]).entries()) {
    const urn = zone === undefined ? `urn:${name}-nodes` : `urn:${name}-nodes-${zone}`;
    const cidr = zone === undefined ? range : range.replace(/0\.0\/16$/, `${index * 16}.0/20`);
    const table = cloud === "aws" ? { table: tableOf(name) } : {};
    const where = zone === undefined ? {} : { zone };
    inventory.subnets.push({ urn, network, cidr, ...where, ...table, hosts: true, origin: { urn } });
  }
}

function gatewayFact(name: string, { cloud, range }: Place, asn: number): GatewayFact {
  const urn = gatewayOf(name);
  // A Cloud Router and a site's device tell what they are told to.
  const set = cloud === "gcp" || cloud === "site" ? { advertises: [range] } : {};
  return { urn, cloud, networks: [networkOf(name)], asn, member: name, ...set, origin: { urn } };
}

function addCluster(inventory: Inventory, name: string, { cloud }: Place, all: Places): void {
  const others = Object.entries(all).filter(([other, place]) => other !== name && place.agent);
  const peers = Object.fromEntries(
    others.map(([other, { range }]) => [other, [range.replace("0.0/16", "0.10")]]),
  );
  const clusterId = Object.keys(all).indexOf(name) + 1;
  inventory.clusters.push(cluster(name, { cloud, network: networkOf(name) }));
  inventory.agents.push(agent(name, { clusterId, peers }));
  const urn = `urn:${name}-firewall`;
  inventory.firewalls.push({
    urn,
    network: networkOf(name),
    sources: others.map(([, { range }]) => range),
    ports: ["51871/udp", "4240/tcp", "icmp", "2379/tcp"],
    origin: { urn },
  });
}

function addLink(inventory: Inventory, name: string): void {
  const [a = "", b = ""] = name.split("~");
  const tunnels = [1, 2].map((ordinal) => tunnel(inventory, a, b, ordinal));
  inventory.tunnels.push(...tunnels);
  inventory.tunnelEnds.push(...tunnels.flatMap((one) => [one.a, one.b]));
  const link: Link = { name: linkName(a, b), a, b, kind: "vpn", tunnels };
  inventory.links.push(link);
}

function tunnel({ gateways }: Inventory, a: string, b: string, ordinal: number): Tunnel {
  const [near, far] = [a, b].map((name) => gateways.find(({ member }) => member === name));
  if (!near || !far) throw new Error(`${a} or ${b} has no gateway`);
  const facts = (of: GatewayFact): Partial<TunnelEndFact> => ({
    cloud: of.cloud,
    gateway: of.urn,
    interface: ordinal - 1,
    asn: of.asn,
  });
  const one = end(`${a}~${b}-${ordinal}-at-${a}`, { ...facts(near), peerAsn: far.asn });
  return { a: one, b: mirrored(one, `${a}~${b}-${ordinal}-at-${b}`, { ...facts(far), peerAsn: near.asn }) };
}

/** Both halves of a peering of two places' gateways, accepted, with a route in each to the other's range. */
export function peerGateways(inventory: Inventory, a: string, b: string): void {
  for (const [own, far] of [
    [a, b],
    [b, a],
  ] as const) {
    const urn = `urn:${own}-peering-${far}`;
    const sides = { own: gatewayOf(own), peer: gatewayOf(far) };
    const origin = { urn };
    inventory.peerings.push({ urn, kind: "gateway-peering", cloud: "aws", ...sides, accepted: true, origin });
    const range = inventory.ranges.find(({ owner }) => owner === networkOf(far))?.cidr ?? "";
    addGatewayRoute(inventory, own, String(range), urn);
  }
}

export function addGatewayRoute(inventory: Inventory, at: string, destination: string, via?: string): void {
  const urn = `urn:${at}-gateway-to-${destination}`;
  const led = via === undefined ? {} : { via };
  inventory.gatewayRoutes.push({ urn, gateway: gatewayOf(at), destination, ...led, origin: { urn } });
}

/** Both halves of a peering of two places' networks; `lends`: the first lets the other use its gateway. */
export function peerNetworks(inventory: Inventory, cloud: Cloud, a: string, b: string, lends = false): void {
  const half = (own: string, far: string): PeeringFact => {
    const urn = `urn:${own}-peering-${far}`;
    const sides = { own: networkOf(own), peer: networkOf(far) };
    return { urn, kind: "network-peering", cloud, ...sides, accepted: true, origin: { urn } };
  };
  inventory.peerings.push(
    { ...half(a, b), lendsGateway: lends, usesGateway: false },
    { ...half(b, a), lendsGateway: false, usesGateway: lends },
  );
}

/** What one pair is found to be. */
export function pair(
  inventory: Inventory,
  way: string,
  failures: ReachOptions["failures"] = "none",
  layer: Layer = Layer.underlay,
): PairReach {
  const [from, to] = way.split(">");
  const found = reachOf(inventory, failures).find(
    (one) => one.from === from && one.to === to && one.layer === layer,
  );
  if (!found) throw new Error(`nothing is found of ${way} (${layer})`);
  return found;
}

/** `kind urn: message` of everything that keeps a pair from reaching. */
export function breaksOf(inventory: Inventory, way: string, layer: Layer = Layer.underlay): string[] {
  return pair(inventory, way, "none", layer).breaks.map(
    ({ kind, origin, message }) => `${kind} ${origin.urn}: ${message}`,
  );
}

/** What is left of a pair after each failure of a kind: `dublin>amsterdam>frankfurt`, or `lost`. */
export function leftAfter(inventory: Inventory, way: string, kind: Failure["kind"]): Record<string, string> {
  const found = pair(inventory, way, "all").afterFailures.filter(({ failure }) => failure.kind === kind);
  return Object.fromEntries(
    found.map(({ failure, ok, path }) => [failure.name, ok ? path.join(">") : "lost"]),
  );
}
