import { DisjointSets } from "../topology/disjoint-sets";

/** A link as packets of a size see it. */
export interface SizedLink {
  a: string;
  b: string;
  /** Largest packet that fits, in bytes; `undefined` where nothing tells. */
  mtu?: number | undefined;
}

/**
 * For each member the link with the smallest MTU on any path from it: its own links, and those behind neighbours that pass
 * routes on, since traffic goes there too, always or when a direct link is lost. VPN gateways tell nobody that a packet was too
 * large (no path MTU discovery: "Best practices for a customer gateway device", AWS Site-to-Site VPN, 2024), so it must fit all.
 *
 * Links of no known MTU are left out; a member with none but those is not in the map. Of equal links the first counts.
 */
export function narrowestLinks<L extends SizedLink>(
  links: readonly L[],
  passesOn: (member: string) => boolean,
): Map<string, L> {
  const members = [...new Set(links.flatMap(({ a, b }) => [a, b]))];
  const transit = new DisjointSets(members);
  for (const { a, b } of links) if (passesOn(a) && passesOn(b)) transit.join(a, b);

  const narrowestOf = new Map<string, L>();
  const behind = new Map<string, L>();
  for (const link of links) {
    for (const end of [link.a, link.b]) {
      keepNarrower(narrowestOf, end, link);
      if (passesOn(end)) keepNarrower(behind, transit.rootOf(end), link);
    }
  }
  for (const { a, b } of links) {
    for (const [member, neighbour] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const hop of [member, neighbour]) {
        const link = passesOn(hop) ? behind.get(transit.rootOf(hop)) : undefined;
        if (link) keepNarrower(narrowestOf, member, link);
      }
    }
  }
  return narrowestOf;
}

function keepNarrower<L extends SizedLink>(kept: Map<string, L>, key: string, link: L): void {
  if (link.mtu === undefined) return;
  const now = kept.get(key)?.mtu;
  if (now === undefined || link.mtu < now) kept.set(key, link);
}
