import { parseAddress } from "../address/address";
import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isUnknown, type OrUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { tunnelEndName, unknownAt } from "./judgement";

export const LINK_BGP_ENDS_AGREE = "link-bgp-ends-agree";

const NEEDED = "whether the tunnel's two ends can speak BGP";

/** 169.254.0.0/16 as a number: the first 16 bits. */
const LINK_LOCAL = (169 << 8) | 254;

/**
 * Inside addresses that AWS keeps, as third and fourth part (`TunnelInsideCidr`, EC2 API reference; boto/botocore@0e6e2404,
 * 2026-08-07): 169.254.0.0/30 to 169.254.5.0/30, and 169.254.169.252/30.
 */
const AWS_KEPT = new Set([0, 1, 2, 3, 4, 5].map((third) => third << 8).concat((169 << 8) | 252));

/**
 * BGP of every tunnel: both ends speak it or neither, each says of the other what that says of itself, both are hosts of one subnet that
 * their clouds take, and no two tunnels of a gateway have the same addresses. Addresses outside 169.254.0.0/16 (Azure's default) may be
 * anything.
 */
export function linkBgpEndsAgree(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { a, b } of network.tunnels) {
    judgePair(a, b, judgement);
  }
  for (const end of network.tunnelEnds) judgeEnd(end, judgement);
  judgeUnique(network.tunnelEnds, judgement);
  return judgement;
}

function judgePair(a: TunnelEndFact, b: TunnelEndFact, { problems }: Judgement): void {
  const said = [
    ...calledOtherwise(a, b),
    ...calledOtherwise(b, a),
    ...(a.bgp === false && speaks(b)
      ? [`${tunnelEndName(a)} has static routes and the other waits for BGP`]
      : []),
    ...(b.bgp === false && speaks(a)
      ? [`${tunnelEndName(b)} has static routes and the other waits for BGP`]
      : []),
    ...oneSubnet(a, b),
  ];
  if (said.length === 0) return;
  problems.push({
    rule: LINK_BGP_ENDS_AGREE,
    message:
      `${tunnelEndName(a)} and ${tunnelEndName(b)}: ${said.join("; ")}; so no BGP session comes up and no route is learned; make each end say ` +
      "what the other does.",
    subjects: [a.origin.urn, b.origin.urn],
  });
}

function speaks({ bgp }: TunnelEndFact): boolean {
  return bgp === undefined || bgp === true;
}

function calledOtherwise(own: TunnelEndFact, other: TunnelEndFact): string[] {
  if (isUnknown(own.asn) || isUnknown(other.peerAsn) || own.asn === other.peerAsn) return [];
  return [`one end has ASN ${own.asn} and the other calls it ${other.peerAsn}`];
}

/** AWS takes a /30 for the inside of a tunnel; of the others' ends a /29 may hold both. */
function oneSubnet(a: TunnelEndFact, b: TunnelEndFact): string[] {
  // A device of a site may speak to both instances of a gateway from one address, which lies beside one of them only.
  if (a.declared || b.declared) return [];
  const [own, peer] = [hostPart(a.address), hostPart(b.address)];
  if (own === undefined || peer === undefined) return [];
  const prefix = a.cloud === "aws" || b.cloud === "aws" ? 30 : 29;
  const size = 2 ** (32 - prefix);
  if (Math.floor(own / size) === Math.floor(peer / size)) return [];
  return [`${String(a.address)} and ${String(b.address)} lie in no common /${prefix}`];
}

/** What one end's own cloud refuses, and what is not known of it. */
function judgeEnd(end: TunnelEndFact, { problems, unknowns }: Judgement): void {
  const unknown = [
    ...(isUnknown(end.asn) ? ["own ASN"] : []),
    ...(isUnknown(end.peerAsn) ? ["peer ASN"] : []),
    ...(isUnknown(end.address) || isUnknown(end.peerAddress) ? ["inside addresses"] : []),
    ...(isUnknown(end.bgp) ? ["use of BGP"] : []),
    ...(isUnknown(end.keepalive) ? ["keepalive"] : []),
  ];
  for (const what of unknown)
    unknowns.push(unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s ${what}`, NEEDED));
  for (const fault of [...addressFaults(end), ...keepaliveFaults(end)])
    problems.push({
      rule: LINK_BGP_ENDS_AGREE,
      message: `${tunnelEndName(end)} towards ${String(end.peerAddress)}: ${fault}.`,
      subjects: [end.origin.urn],
    });
}

function addressFaults(end: TunnelEndFact): string[] {
  if (end.bgp === false) return [];
  const own = hostPart(end.address);
  if (own === undefined) return [];
  const address = String(end.address);
  // 169.254.21.0 to 169.254.22.255 ("How to configure BGP for VPN Gateway", azure-docs vpn-gateway-howto-aws-bgp.md@03e5750, 2026-02-18).
  const third = own >> 8;
  if (end.cloud === "azure" && third !== 21 && third !== 22)
    return [
      `its own address ${address} is none that Azure takes for BGP; take one of 169.254.21.0 to 169.254.22.255, and the peer's beside it`,
    ];
  if (end.cloud === "aws" && AWS_KEPT.has(own & ~3))
    return [`AWS keeps the /30 of ${address} for itself; take another one of 169.254.0.0/16`];
  if (end.cloud === "aws" && ((own & 3) === 0 || (own & 3) === 3))
    return [
      `${address} is the first or last address of its /30, which no host has; take one of the two between`,
    ];
  return [];
}

/** 20 to 60 seconds, 20 where nothing is said; each side may have its own, the smaller hold time wins ("Manage BGP timers", Cloud Router, 2026). */
function keepaliveFaults({ cloud, keepalive }: TunnelEndFact): string[] {
  if (cloud !== "gcp" || keepalive === undefined || isUnknown(keepalive)) return [];
  if (keepalive >= 20 && keepalive <= 60) return [];
  return [`Cloud Router takes no keepalive of ${keepalive} s; take 20 to 60, or leave it at 20`];
}

/** Two tunnels of one gateway with the same two addresses, or, but for Azure's instances that speak to several peers, the same own one. */
function judgeUnique(ends: TunnelEndFact[], { problems }: Judgement): void {
  const first = new Map<string, TunnelEndFact>();
  for (const end of ends) {
    if (!end.gateway || isUnknown(end.address) || isUnknown(end.peerAddress) || end.bgp === false) continue;
    const pair = end.cloud === "azure" || end.cloud === "site" ? ` ${end.peerAddress}` : "";
    const key = `${end.gateway} ${end.address}${pair}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, end);
      continue;
    }
    if (known.urn === end.urn && known.tunnel === end.tunnel) continue;
    problems.push({
      rule: LINK_BGP_ENDS_AGREE,
      message:
        `${tunnelEndName(known)} and ${tunnelEndName(end)} are tunnels of one gateway with the same inside address ${end.address}, so one of ` +
        "their BGP sessions stays down; give one of them a /30 of its own.",
      subjects: [end.origin.urn, known.origin.urn],
    });
  }
}

/** The last 16 bits of a link-local IPv4 address; `undefined` of any other and of what is not known. */
function hostPart(text: OrUnknown<string>): number | undefined {
  if (isUnknown(text)) return undefined;
  const address = parseAddress(text);
  if (address?.version !== 4 || Number(address.value >> 16n) !== LINK_LOCAL) return undefined;
  return Number(address.value & 0xffffn);
}
