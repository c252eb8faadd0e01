import type { Tunnel } from "../network/model/inventory";
import type { TunnelEndFact } from "../network/model/network";
import { isUnknown } from "../network/model/resource";

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

function addresses(own: TunnelEndFact["address"], peer: TunnelEndFact["address"]): string | undefined {
  return isUnknown(own) || isUnknown(peer) ? undefined : `${own} ${peer}`;
}

function asnsMirrored(a: TunnelEndFact, b: TunnelEndFact): boolean {
  return !isUnknown(a.asn) && !isUnknown(b.asn) && a.asn === b.peerAsn && b.asn === a.peerAsn;
}
