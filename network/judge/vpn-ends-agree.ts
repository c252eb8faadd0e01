import { disagreements } from "../link/agreement";
import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { tunnelEndName, unknownAt } from "./judgement";
import { unknownProposals } from "./proposal";

export const VPN_ENDS_AGREE = "encryption-vpn-ends-agree";

const NEEDED = "whether the tunnel's two ends agree";

/**
 * Both ends of every tunnel have mirrored addresses and ASNs and a cipher in common for each role. An end that nothing
 * here calls its peer may lead to a foreign site, and is no disagreement.
 */
export function vpnEndsAgree(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { a, b } of network.tunnels) {
    for (const end of [a, b]) {
      for (const what of unknownSides(end)) {
        judgement.unknowns.push(unknownAt({ urn: end.origin.urn }, what, NEEDED));
      }
    }
    const found = disagreements(a, b);
    if (found.length > 0) judgement.problems.push(problem(a, b, found.join("; ")));
  }

  const paired = new Set(network.tunnels.flatMap(({ a, b }) => [a, b]));
  const alone = network.tunnelEnds.filter((end) => !paired.has(end));
  for (const end of alone) {
    if (isUnknown(end.address) || isUnknown(end.peerAddress)) {
      judgement.unknowns.push(unknownAt(end.origin, `tunnel ${end.tunnel}'s inside addresses`, NEEDED));
    }
  }
  judgement.problems.push(...halfMirrored(alone));
  return judgement;
}

/** Ends where one calls the other its peer, but not the other way round. */
function halfMirrored(ends: TunnelEndFact[]) {
  const byAddress = new Map<string, TunnelEndFact[]>();
  for (const end of ends) {
    if (isUnknown(end.address) || isUnknown(end.peerAddress)) continue;
    byAddress.set(end.address, [...(byAddress.get(end.address) ?? []), end]);
  }
  return ends.flatMap((a) => {
    if (isUnknown(a.peerAddress)) return [];
    const called = (byAddress.get(a.peerAddress) ?? []).filter((end) => end.urn !== a.urn);
    // Inside addresses are unique at one gateway only: of several by this address, none is surely meant.
    const [b, ...others] = called;
    if (!b || others.length > 0 || isUnknown(a.address)) return [];
    return [
      problem(a, b, `the one calls ${a.peerAddress} its peer, which calls ${String(b.peerAddress)} its own`),
    ];
  });
}

function problem(a: TunnelEndFact, b: TunnelEndFact, what: string) {
  return {
    rule: VPN_ENDS_AGREE,
    message: `${tunnelEndName(a)} and ${tunnelEndName(b)} disagree: ${what}; make each end say what the other does.`,
    subjects: [a.origin.urn, b.origin.urn],
  };
}

function unknownSides(end: TunnelEndFact): string[] {
  const own = isUnknown(end.asn) ? [`tunnel ${end.tunnel}'s own ASN`] : [];
  const peer = isUnknown(end.peerAsn) ? [`tunnel ${end.tunnel}'s peer ASN`] : [];
  const ike = isUnknown(end.ike) ? [`tunnel ${end.tunnel}'s IKE versions`] : [];
  return [...own, ...peer, ...ike, ...unknownProposals(end)];
}
