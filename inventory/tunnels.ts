import { linkName } from "../network/link/suite";
import type { Link, Tunnel } from "../network/model/inventory";
import type { GatewayFact, TunnelEndFact } from "../network/model/network";
import { isUnknown } from "../network/model/resource";
import type { Cloud } from "../network/spec/shape";

/**
 * Pairs ends by mirrored inside addresses: each one's own is what the other calls its peer's. Inside addresses need to
 * be unique only at one gateway, so where several fit, the one whose ASNs are mirrored too is the peer.
 */
export function pairTunnels(ends: TunnelEndFact[]): Tunnel[] {
  const byAddresses = new Map<string, TunnelEndFact[]>();
  for (const end of ends) {
    const key = addresses(end.address, end.peerAddress);
    if (!key) continue;
    const list = byAddresses.get(key);
    if (list) list.push(end);
    else byAddresses.set(key, [end]);
  }

  const paired = new Set<TunnelEndFact>();
  const tunnels: Tunnel[] = [];
  for (const a of ends) {
    const key = addresses(a.peerAddress, a.address);
    if (!key || paired.has(a)) continue;
    const candidates = (byAddresses.get(key) ?? []).filter((end) => end.urn !== a.urn && !paired.has(end));
    const b = candidates.find((end) => asnsMirrored(a, end)) ?? candidates[0];
    if (!b) continue;
    paired.add(a).add(b);
    tunnels.push({ a, b });
  }
  return tunnels;
}

/** Gathers tunnels by the members that they join. `mtuOf`: the largest packet that a cloud's tunnels carry. */
export function linksOf(
  tunnels: Tunnel[],
  gateways: GatewayFact[],
  mtuOf: (cloud: Cloud) => number | undefined,
): Link[] {
  const names = new Map(gateways.map((gateway) => [gateway.urn, gateway.member ?? gateway.urn]));
  const links = new Map<string, Link>();
  for (const tunnel of tunnels) {
    const [one, other] = [place(tunnel.a, names), place(tunnel.b, names)];
    const name = linkName(one, other);
    const turned = one > other;
    const link: Link = links.get(name) ?? {
      name,
      a: turned ? other : one,
      b: turned ? one : other,
      tunnels: [],
    };
    link.tunnels.push(turned ? { a: tunnel.b, b: tunnel.a } : tunnel);
    const mtus = [link.mtu, mtuOf(tunnel.a.cloud), mtuOf(tunnel.b.cloud)].filter((mtu) => mtu !== undefined);
    if (mtus.length > 0) link.mtu = Math.min(...mtus);
    links.set(name, link);
  }
  return [...links.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function addresses(own: TunnelEndFact["address"], peer: TunnelEndFact["address"]): string | undefined {
  return isUnknown(own) || isUnknown(peer) ? undefined : `${own} ${peer}`;
}

function asnsMirrored(a: TunnelEndFact, b: TunnelEndFact): boolean {
  return !isUnknown(a.asn) && !isUnknown(b.asn) && a.asn === b.peerAsn && b.asn === a.peerAsn;
}

/** Where an end stands: its gateway's member; a gateway that is not in the inventory is known by its ASN. */
function place(end: TunnelEndFact, names: Map<string, string>): string {
  if (end.gateway) return names.get(end.gateway) ?? end.gateway;
  return isUnknown(end.asn) ? end.urn : `${end.cloud} AS${end.asn}`;
}
