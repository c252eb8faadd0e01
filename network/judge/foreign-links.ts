import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";

/** Links to places outside the inventory: only their near ends are seen. */
export interface ForeignLinks {
  /** Near ends by link: those of one gateway towards one ASN. The key says both: `dublin to AS64900`. */
  links: Map<string, TunnelEndFact[]>;
  /** Ends whose peer's ASN is not known, so that nobody can say which link they belong to. */
  unplaced: TunnelEndFact[];
}

/** Ends whose peers are not in the inventory, gathered by gateway and the peer's ASN. */
export function foreignLinks(network: Inventory): ForeignLinks {
  const paired = new Set(network.tunnels.flatMap(({ a, b }) => [a, b]));
  const members = new Map(network.gateways.map((gateway) => [gateway.urn, gateway.member ?? gateway.urn]));
  const links = new Map<string, TunnelEndFact[]>();
  const unplaced: TunnelEndFact[] = [];
  for (const end of network.tunnelEnds) {
    if (paired.has(end)) continue;
    if (isUnknown(end.peerAsn)) {
      unplaced.push(end);
      continue;
    }
    const from = end.gateway
      ? (members.get(end.gateway) ?? end.gateway)
      : `${end.cloud} AS${String(end.asn)}`;
    const name = `${from} to AS${end.peerAsn}`;
    links.set(name, [...(links.get(name) ?? []), end]);
  }
  return { links, unplaced };
}
