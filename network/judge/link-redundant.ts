import { JoinKind } from "../link/join";
import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isKnown, isUnknown } from "../model/resource";
import { foreignLinks } from "./foreign-links";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const LINK_REDUNDANT = "link-redundant";

/**
 * Every link has two tunnels that share no interface at either end, so that one interface may fail or be maintained. Of
 * a link to a place outside the inventory only this end is judged: its tunnels are those towards one ASN. Of a link to a site too:
 * a site of one device has one interface.
 */
export function linkRedundant(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const link of network.links) {
    // What joins two inside one cloud is no single thing that fails.
    if (link.kind !== JoinKind.vpn) continue;
    const sides: [string, TunnelEndFact[]][] = [
      [link.a, link.tunnels.map((tunnel) => tunnel.a)],
      [link.b, link.tunnels.map((tunnel) => tunnel.b)],
    ];
    judgeLink(`the link ${link.name}`, sides, judgement);
  }
  const foreign = foreignLinks(network);
  for (const [name, ends] of foreign.links) judgeLink(`the link from ${name}`, [[name, ends]], judgement);
  const why = "which link the tunnel belongs to, and whether that has another";
  judgement.unknowns.push(
    ...foreign.unplaced.map((end) =>
      unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s peer ASN`, why),
    ),
  );
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
    // Of how many devices a site has, its people decide; a mesh says where that breaks a promise.
    if (ends.every((end) => end.declared)) continue;
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
