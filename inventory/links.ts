import { JoinKind } from "../network/link/join";
import { linkName } from "../network/link/suite";
import type { Link, Tunnel } from "../network/model/inventory";
import type { Network, TunnelEndFact } from "../network/model/network";
import { networkOwners } from "../network/model/network-owners";
import { isUnknown } from "../network/model/resource";
import type { Cloud } from "../network/spec/shape";

/** Largest packets, in bytes, by cloud: through its tunnels, and over what joins its own members. */
export interface LinkMtu {
  tunnel(cloud: Cloud): number | undefined;
  peering(cloud: Cloud): number | undefined;
}

/**
 * Who is joined to whom, and how: by tunnels, by peerings of which both halves are there, and by one gateway that several members'
 * networks are attached to; `lines` are there besides. By name.
 */
export function linksOf(tunnels: Tunnel[], network: Network, mtu: LinkMtu, lines: Link[] = []): Link[] {
  const links = new Map<string, Link>();
  const add = (kind: JoinKind, one: string, other: string): Link => {
    const name = linkName(one, other);
    const known = links.get(name);
    if (known) return known;
    const [a, b] = one < other ? [one, other] : [other, one];
    const link: Link = { name, a, b, kind, tunnels: [] };
    links.set(name, link);
    return link;
  };
  addVpns(tunnels, network, mtu, add);
  addPeerings(network, mtu, add);
  addShared(network, mtu, add);
  for (const line of lines) if (!links.has(line.name)) links.set(line.name, line);
  return [...links.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

type Add = (kind: JoinKind, one: string, other: string) => Link;

function addVpns(tunnels: Tunnel[], { gateways }: Network, mtu: LinkMtu, add: Add): void {
  const names = new Map(gateways.map((gateway) => [gateway.urn, gateway.member ?? gateway.urn]));
  for (const tunnel of tunnels) {
    const [one, other] = [place(tunnel.a, names), place(tunnel.b, names)];
    const link = add(JoinKind.vpn, one, other);
    link.tunnels.push(one > other ? { a: tunnel.b, b: tunnel.a } : tunnel);
    for (const { cloud } of [tunnel.a, tunnel.b]) narrow(link, mtu.tunnel(cloud));
  }
}

function addPeerings(network: Network, mtu: LinkMtu, add: Add): void {
  const gateways = new Map(network.gateways.map(({ urn, member }) => [urn, member ?? urn]));
  const networks = networkOwners(network);
  for (const half of network.peerings) {
    const joinsGateways = half.kind === "gateway-peering";
    const names = joinsGateways ? gateways : networks;
    const [told, toldPeer] = half.members ?? [];
    const own = names.get(half.own ?? "") ?? told;
    const peer = names.get(half.peer ?? "") ?? toldPeer;
    const other = network.peerings.some(
      (one) =>
        one !== half &&
        one.accepted !== false &&
        one.kind === half.kind &&
        one.own === half.peer &&
        one.peer === half.own,
    );
    if (own === undefined || peer === undefined || own === peer || !other || half.accepted === false)
      continue;
    const link = add(joinsGateways ? JoinKind.gatewayPeering : JoinKind.networkPeering, own, peer);
    narrow(link, mtu.peering(half.cloud));
  }
}

function addShared(network: Network, mtu: LinkMtu, add: Add): void {
  const networks = networkOwners(network);
  const gateways = new Map(network.gateways.map((gateway) => [gateway.urn, gateway]));
  for (const { gateway: urn, network: attached } of network.attachments) {
    const gateway = gateways.get(urn ?? "");
    const [owner, member] = [gateway?.member, networks.get(attached ?? "")];
    if (!gateway || owner === undefined || member === undefined || owner === member) continue;
    narrow(add(JoinKind.sharedGateway, owner, member), mtu.peering(gateway.cloud));
  }
}

function narrow(link: Link, mtu: number | undefined): void {
  if (mtu !== undefined) link.mtu = Math.min(mtu, link.mtu ?? mtu);
}

/** Where an end stands: its gateway's member; a gateway that is not in the inventory is known by its ASN. */
function place(end: TunnelEndFact, names: Map<string, string>): string {
  if (end.gateway) return names.get(end.gateway) ?? end.gateway;
  return isUnknown(end.asn) ? end.urn : `${end.cloud} AS${end.asn}`;
}
