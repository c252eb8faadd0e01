import { cidr, contains, parseCidr } from "../address/cidr";
import type { Catalogue, CloudFacts } from "../catalogue";
import { InputError } from "../errors";
import { flowCeiling, linkCapacity } from "../link/capacity";
import { insideAddresses } from "../link/inside";
import { JoinKind, joinKind } from "../link/join";
import { linkMtu } from "../link/mtu";
import { tunnelTable } from "../link/pairing";
import { linkName, tunnelName } from "../link/suite";
import { rttBetween } from "../place/whereabouts";
import type { Cloud, LocationSpec } from "../spec/shape";
import type { LinkPlan, TunnelPlan } from "./shape";

/** RFC 3927; all three clouds take inside addresses from nowhere else. */
const LINK_LOCAL = cidr("169.254.0.0/16");

/** What is given of a link: by the mesh's plan, or by a `Link` used alone. */
export interface LinkInput {
  a: LinkEndInput;
  b: LinkEndInput;
  /** Default: a VPN between two clouds, or what the one cloud has for its own. */
  kind?: JoinKind;
  /** A /30 for each tunnel, in the order of the tunnels; empty inside one cloud. */
  inside: string[];
  /** Default all 1. */
  generations?: number[];
  /** Of a network peering: the end whose gateway the other uses over it. Default none. */
  lender?: string;
  /** What the agent on top leaves to a pod's packet, in bytes, of what the link carries. */
  podMtu: (underlay: number) => number;
}

export interface LinkEndInput {
  member: string;
  cloud: Cloud;
  /** Empty for a site. */
  region: string;
  asn: number;
  /** Of a site, 1 or 2. Default 1. */
  devices?: number;
  /** Of a site. Default: not known. */
  location?: LocationSpec;
  /** Of a peering: prefixes behind this end, its own among them. Default none. */
  prefixes?: string[];
}

/**
 * A whole link. Ends are put in name order, so that a link is the same however it is written.
 *
 * @throws InputError where the two clouds cannot be joined, or the inside addresses are not as many as the tunnels
 */
export function linkPlanOf(input: LinkInput, catalogue: Catalogue): LinkPlan {
  const [a, b] = input.a.member < input.b.member ? [input.a, input.b] : [input.b, input.a];
  const name = linkName(a.member, b.member);
  const kind = input.kind ?? joinKind({ ...a, name: a.member }, { ...b, name: b.member });
  const table = kind === "vpn" ? tunnelTable(a.cloud, b.cloud, Math.max(a.devices ?? 1, b.devices ?? 1)) : [];
  const facts = factsOf(a, b, catalogue);
  if (!kind || !table || !facts) throw new InputError({ path: name, message: notJoined(a, b) });
  if (input.inside.length !== table.length) {
    throw new InputError({
      path: `${name}.inside`,
      message: `${a.member} and ${b.member} are joined by ${table.length} tunnels: give ${table.length} ranges, not ${input.inside.length}`,
    });
  }

  refuseOddInsides(name, input.inside);

  const tunnels = table.map((row, index): TunnelPlan => {
    const inside = input.inside[index] as string; // as many as rows, checked above
    const { first, second } = insideAddresses(inside);
    const carrier = row.shares ?? index;
    const shared = insideAddresses(input.inside[carrier] ?? inside).first;
    const own = (side: "a" | "b", cloud: Cloud) => {
      if (row.shares !== undefined && cloud === "site") return shared;
      return row.first === side ? first : second;
    };
    return {
      name: tunnelName(name, index + 1),
      inside,
      generation: input.generations?.[carrier] ?? 1,
      ...(row.shares === undefined ? {} : { keyOf: tunnelName(name, carrier + 1) }),
      a: { address: own("a", a.cloud), asn: a.asn, interface: row.a },
      b: { address: own("b", b.cloud), asn: b.asn, interface: row.b },
    };
  });
  const { mtu, ...sizes } = sizesOf(kind, facts, tunnels.length);
  return {
    name,
    a: a.member,
    b: b.member,
    kind,
    mtu,
    podMtu: input.podMtu(mtu),
    ...sizes,
    rtt: rttBetween(a, b),
    tunnels,
    ...(kind === JoinKind.gatewayPeering || kind === JoinKind.networkPeering
      ? { prefixes: { a: distinct(a.prefixes), b: distinct(b.prefixes) } }
      : {}),
    ...(input.lender === undefined ? {} : { lender: input.lender }),
  };
}

function distinct(prefixes: string[] = []): string[] {
  return [...new Set(prefixes)].sort();
}

/** A link used alone is given its inside ranges by hand. */
function refuseOddInsides(link: string, insides: string[]): void {
  const faults = insides.flatMap((text, index) => {
    const parsed = parseCidr(text);
    const path = `${link}.inside.${index}`;
    if ("fault" in parsed) return [{ path, message: parsed.fault }];
    if (parsed.prefix === 30 && contains(LINK_LOCAL, parsed)) return [];
    return [{ path, message: `${text} is no /30 in ${LINK_LOCAL.text}, where inside addresses come from` }];
  });
  if (faults.length > 0) throw new InputError(faults);
}

/** Why two members cannot be joined, by name, and what can be. */
export function notJoined(a: { member: string; cloud: Cloud }, b: { member: string; cloud: Cloud }): string {
  if (a.cloud === "site" && b.cloud === "site")
    return `${a.member} and ${b.member} are both sites, and isthmus configures neither; join each to a member in a cloud`;
  return `${a.member} in ${a.cloud} and ${b.member} in ${b.cloud} cannot be joined`;
}

function sizesOf(
  kind: JoinKind,
  [a, b]: [CloudFacts, CloudFacts],
  tunnels: number,
): Pick<LinkPlan, "mtu" | "capacity" | "flow"> {
  if (kind === "vpn")
    return { mtu: linkMtu(a, b), capacity: linkCapacity(a, b, tunnels), flow: flowCeiling(a, b) };
  const { mtu, capacity, flow } = a.peering;
  return { mtu, ...(capacity === undefined ? {} : { capacity }), ...(flow === undefined ? {} : { flow }) };
}

/** Of both ends. A site's devices are taken to carry what the cloud's end carries, since nothing is known of them. */
function factsOf(
  a: LinkEndInput,
  b: LinkEndInput,
  catalogue: Catalogue,
): [CloudFacts, CloudFacts] | undefined {
  const [one, other] = [a, b].map(({ cloud }) => (cloud === "site" ? undefined : catalogue[cloud]));
  const known = one ?? other;
  return known && [one ?? known, other ?? known];
}
