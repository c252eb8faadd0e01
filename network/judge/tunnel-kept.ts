import type { Inventory } from "../model/inventory";
import type { TunnelEndFact, TunnelPart } from "../model/network";
import { foreignLinks } from "./foreign-links";
import type { Judgement } from "./judgement";
import { nameIn, unknownAt } from "./judgement";

export const LINK_TUNNEL_KEPT = "link-tunnel-kept";

/** What changes, in words. */
const WORDS: Record<TunnelPart, string> = {
  key: "another key",
  gateway: "another gateway",
  peer: "another peer address",
};

/**
 * Of every link that exists already, at least one tunnel goes through the update as it is: both its ends exist, and neither its
 * key nor its gateways change. Of a link to a place outside the inventory this end alone is judged.
 */
export function tunnelKept(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const link of network.links) {
    // What a site's device does is only declared.
    const tunnels = link.tunnels.map(({ a, b }) => [a, b].filter((end) => end.declared !== true));
    judgeLink(`the link ${link.name}`, tunnels, judgement);
  }
  const foreign = foreignLinks(network);
  for (const [name, ends] of foreign.links) {
    const tunnels = ends.map((end) => [end]);
    judgeLink(`the link from ${name}`, tunnels, judgement);
  }
  const why = "which link the tunnel belongs to, and whether another of that stays up";
  judgement.unknowns.push(
    ...foreign.unplaced
      .filter(interrupted)
      .map((end) => unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s peer ASN`, why)),
  );
  return judgement;
}

/** @param tunnels each by the ends of it that are seen */
function judgeLink(link: string, tunnels: TunnelEndFact[][], { problems }: Judgement): void {
  const cut = tunnels.flat().filter(interrupted);
  if (cut.length === 0 || tunnels.some((ends) => ends.length > 0 && ends.every(kept))) return;
  const parts = new Set(cut.flatMap(({ present }) => present?.changing ?? []));
  const changes = [...parts].sort().map((part) => WORDS[part]);
  const subjects = [...new Set(cut.map(({ urn }) => urn))].sort();
  const instead =
    tunnels.length === 1
      ? "it has one tunnel only, so add another before"
      : "change one tunnel an update, and apply that before the next";
  problems.push({
    rule: LINK_TUNNEL_KEPT,
    message:
      `no tunnel of ${link} would stay up: ${subjects.map(nameIn).join(", ")} ${subjects.length === 1 ? "gets" : "get"} ` +
      `${changes.join(" and ")}; ${instead}.`,
    subjects,
  });
}

function interrupted({ present }: TunnelEndFact): boolean {
  return present !== undefined && present.changing.length > 0;
}

function kept({ present }: TunnelEndFact): boolean {
  return present !== undefined && present.changing.length === 0;
}
