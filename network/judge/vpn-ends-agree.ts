import { disagreements } from "../link/agreement";
import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { nameIn, tunnelEndName, unknownAt } from "./judgement";
import { unknownProposals } from "./proposal";

export const VPN_ENDS_AGREE = "encryption-vpn-ends-agree";

const NEEDED = "whether the tunnel's two ends agree";

/**
 * Both ends of every tunnel have mirrored addresses and ASNs and a cipher in common for each role. An end that nothing
 * here calls its peer may lead to a foreign site, and is no disagreement.
 */
export function vpnEndsAgree(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const sources = new Set(network.tunnelEnds.flatMap(({ outsideFrom }) => outsideFrom ?? []));
  for (const { a, b } of network.tunnels) {
    for (const end of [a, b]) {
      for (const what of unknownSides(end)) {
        judgement.unknowns.push(unknownAt({ urn: end.origin.urn }, what, NEEDED));
      }
    }
    const found = [...disagreements(a, b), ...elsewhere(a, b, sources), ...elsewhere(b, a, sources)];
    if (found.length > 0) judgement.problems.push(problem(a, b, found.join("; ")));
  }

  const paired = new Set(network.tunnels.flatMap(({ a, b }) => [a, b]));
  const alone = network.tunnelEnds.filter((end) => !paired.has(end));
  for (const end of alone) {
    if (isUnknown(end.address) || isUnknown(end.peerAddress)) {
      judgement.unknowns.push(unknownAt(end.origin, `tunnel ${end.tunnel}'s inside addresses`, NEEDED));
    }
  }
  judgement.problems.push(...halfMirrored(alone), ...twice(network.tunnelEnds));
  for (const end of network.tunnelEnds.filter(({ peerPort }) => isUnknown(peerPort)))
    judgement.unknowns.push(
      unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s peer interface`, NEEDED),
    );
  return judgement;
}

/** Whether an end goes to an address of somebody else's gateway: by what the address comes from, since it is not known yet itself. */
function elsewhere(
  { peerOutsideFrom, urn, tunnel }: TunnelEndFact,
  { outsideFrom }: TunnelEndFact,
  sources: ReadonlySet<string>,
): string[] {
  const meant = (peerOutsideFrom ?? []).filter((source) => sources.has(source));
  if (meant.length === 0 || !outsideFrom || meant.some((source) => outsideFrom.includes(source))) return [];
  return [
    `tunnel ${tunnel} of ${nameIn(urn)} goes to the address of ${meant.map(nameIn).join(", ")}, which is not the other's`,
  ];
}

/** Ends of one gateway that go from one of its interfaces to the same address. */
function twice(ends: TunnelEndFact[]) {
  const first = new Map<string, TunnelEndFact>();
  return ends.flatMap((end) => {
    if (!end.gateway || end.peerPort === undefined || isUnknown(end.peerPort) || isUnknown(end.interface))
      return [];
    const way = `${end.gateway} ${end.interface} ${end.peerPort}`;
    const before = first.get(way);
    first.set(way, before ?? end);
    return before
      ? [problem(before, end, `both go from interface ${end.interface} to the same address of the peer`)]
      : [];
  });
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
