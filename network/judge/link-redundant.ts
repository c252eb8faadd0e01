import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isKnown, isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const LINK_REDUNDANT = "link-redundant";

/**
 * Every link has two tunnels that share no interface at either end, so that one interface may fail or be maintained. Of
 * a link to a place outside the inventory only this end is judged: its tunnels are those towards one ASN.
 */
export function linkRedundant(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const link of network.links) {
    const sides: [string, TunnelEndFact[]][] = [
      [link.a, link.tunnels.map((tunnel) => tunnel.a)],
      [link.b, link.tunnels.map((tunnel) => tunnel.b)],
    ];
    judgeLink(`the link ${link.name}`, sides, judgement);
  }
  for (const [name, ends] of foreignLinks(network, judgement)) {
    judgeLink(`the link from ${name}`, [[name, ends]], judgement);
  }
  return judgement;
}

function judgeLink(link: string, sides: [string, TunnelEndFact[]][], judgement: Judgement): void {
  const subjects = [...new Set(sides.flatMap(([, ends]) => ends.map((end) => end.origin.urn)))];
  const count = sides[0]?.[1].length ?? 0;
  if (count < 2) {
    judgement.problems.push({
      rule: LINK_REDUNDANT,
      message: `${link} has one tunnel (${subjects.join(", ")}): it is down whenever that is; add a second on another interface.`,
      subjects,
    });
    return;
  }
  for (const [name, ends] of sides) {
    const known = new Set(ends.map((end) => end.interface).filter(isKnown));
    if (known.size > 1) continue;
    const unknown = ends.filter((end) => isUnknown(end.interface));
    if (unknown.length > 0) {
      const why = `whether the tunnels of ${link} stand on two interfaces`;
      judgement.unknowns.push(
        ...unknown.map((end) =>
          unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s gateway interface`, why),
        ),
      );
      continue;
    }
    judgement.problems.push({
      rule: LINK_REDUNDANT,
      message:
        `all ${count} tunnels of ${link} end on interface ${[...known].join()} of ${name} ` +
        `(${subjects.join(", ")}) and fail with it; put one on another interface.`,
      subjects,
    });
  }
}

/** Ends whose peers are not in the inventory, gathered by gateway and the peer's ASN. */
function foreignLinks(network: Inventory, judgement: Judgement): Map<string, TunnelEndFact[]> {
  const paired = new Set(network.tunnels.flatMap(({ a, b }) => [a, b]));
  const members = new Map(network.gateways.map((gateway) => [gateway.urn, gateway.member ?? gateway.urn]));
  const links = new Map<string, TunnelEndFact[]>();
  for (const end of network.tunnelEnds) {
    if (paired.has(end)) continue;
    if (isUnknown(end.peerAsn)) {
      const why = "which link the tunnel belongs to, and whether that has another";
      judgement.unknowns.push(unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s peer ASN`, why));
      continue;
    }
    const from = end.gateway
      ? (members.get(end.gateway) ?? end.gateway)
      : `${end.cloud} AS${String(end.asn)}`;
    const name = `${from} to AS${end.peerAsn}`;
    links.set(name, [...(links.get(name) ?? []), end]);
  }
  return links;
}
