import { agentFacts } from "../agents";
import { CATALOGUE } from "../clouds/catalogue";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import { siteGateway } from "../clouds/site/gateway";
import { InputError } from "../network/errors";
import { type LinkInput, linkPlanOf } from "../network/plan/links";
import type { LinkPlan, SitePlan } from "../network/plan/shape";
import { refuseDefaultRoute } from "../network/routing/default-route";
import type { Cloud, LocationSpec } from "../network/spec/shape";

/** Two ends, and the inside addresses of the tunnels between them. */
export interface LinkArgs {
  /** One end. */
  a: LinkEndArgs;
  /** The other. */
  b: LinkEndArgs;
  /**
   * Required but where both ends are in one cloud, which has no tunnels. One /30 for each tunnel: four with AWS at an end, two between Google Cloud and Azure, two for each device of a site (but two
   * in all between Google Cloud and a site). Unique in the mesh; with Azure at an end out of 169.254.21.0-169.254.22.255. Example `["169.254.64.0/30", "169.254.64.4/30", …]`.
   */
  inside?: string[];
  /**
   * Generation of each tunnel's key, from 1; raise one to rotate that key. Default all 1. Where Azure is joined to a site, tunnels 1
   * and 2 have one key, and so have 3 and 4: the first's generation counts.
   */
  generations?: number[];
  /**
   * Between two in Google Cloud or two in Azure: the end whose gateway the other, which has none, uses too. Default: the only one
   * that has a gateway.
   */
  lender?: string;
}

export interface LinkEndArgs {
  /** The member's name. */
  member: string;
  /**
   * The member's gateway: `gateway` of a cluster component, or the same from a stack reference. Absent for a site, and, where both
   * ends are in Google Cloud or both in Azure, for a member that has none.
   */
  gateway?: GatewayArgs;
  /** The member's network, required where both ends are in Google Cloud or both in Azure: `network` of a cluster component. */
  network?: NetworkArgs;
  /** The devices of a site, instead of `gateway`. One of the two ends may be a site. */
  site?: SiteArgs;
  /**
   * Where both ends are in one cloud: prefixes behind this one, its own among them, which the other sends over the link. Default:
   * what its network or gateway tells.
   */
  prefixes?: string[];
  /** AWS, where both ends are: number of this one's account. Required where the other is in another. Example `"111122223333"`. */
  account?: string;
  /** This end's provider, where the other is in another account of the same cloud. Default: the component's. */
  // biome-ignore lint/suspicious/noExplicitAny: as a provider's class, the schema refers to a resource that no provider's schema has
  provider?: any;
}

/** Devices that exist: of them nothing is made. */
export interface SiteArgs {
  /** Public IPv4 addresses, one or two. Example `["203.0.113.7"]`. */
  addresses: string[];
  /** ASN that every device speaks BGP as. Example 64900. */
  asn: number;
  /** The prefixes that the devices tell. Example `["192.168.40.0/22"]`. */
  ranges: string[];
  /** Where it is, for latency estimates. Default: not known. */
  location?: LocationSpec;
}

/** A site of a mesh's plan as an end of its links. */
export function siteArgs({ addresses, asn, ranges, location }: SitePlan): SiteArgs {
  return { addresses, asn, ranges, ...(location ? { location } : {}) };
}

/** An end as the link's maker sees it. */
export interface PlannedEnd extends LinkEndArgs {
  cloud: Cloud;
  region: string;
  /** 0 where it has no gateway. */
  asn: number;
}

/** Both ends, and what is between. */
export interface PlannedLink {
  link: LinkPlan;
  /** By the link's ends: `a` is the first in name order. */
  ends: { a: PlannedEnd; b: PlannedEnd };
}

/**
 * The link's plan from its arguments, by the same function as the mesh's.
 *
 * @throws InputError where an end is no gateway, no network and no site, or the two cannot be joined
 */
export function linkPlan(args: LinkArgs): PlannedLink {
  const [one, other] = [plannedEnd("a", args.a), plannedEnd("b", args.b)];
  const ends = one.member < other.member ? { a: one, b: other } : { a: other, b: one };
  const lender = one.cloud === other.cloud ? (args.lender ?? onlyGateway(one, other)) : undefined;
  const link = linkPlanOf(
    {
      a: inputOf(ends.a),
      b: inputOf(ends.b),
      inside: args.inside ?? [],
      generations: args.generations,
      // Of the agent that a mesh has by default: a link alone is told of none.
      podMtu: (underlay) => agentFacts({ kind: "cilium" }).podMtu(underlay, "wireguard", "overlay"),
      ...(lender === undefined ? {} : { lender }),
    },
    CATALOGUE,
  );
  refuseIncomplete(link, ends);
  return { link, ends };
}

function inputOf({ member, cloud, region, asn, ...end }: PlannedEnd): LinkInput["a"] {
  const { site, prefixes = end.network?.advertise ?? end.gateway?.advertise ?? [] } = end;
  return {
    member,
    cloud,
    region,
    asn,
    prefixes,
    ...(site ? { devices: site.addresses.length } : {}),
    ...(site?.location ? { location: site.location } : {}),
  };
}

/** A gateway can be lent where networks are peered, and only by the one to the other. */
function onlyGateway(one: PlannedEnd, other: PlannedEnd): string | undefined {
  if (one.cloud === "aws") return undefined;
  const [owner, ...more] = [one, other].filter(({ gateway }) => gateway);
  return more.length === 0 ? owner?.member : undefined;
}

/** Tunnels and peered gateways end at gateways, and networks are peered by themselves. */
function refuseIncomplete({ kind }: LinkPlan, ends: PlannedLink["ends"]): void {
  const needed = kind === "network-peering" ? "network" : "gateway";
  for (const end of [ends.a, ends.b]) {
    if (end[needed]) continue;
    const message = `is missing; ${end.member} is joined by its ${needed}: give \`${needed}\` of its cluster`;
    throw new InputError({ path: `${end.member}.${needed}`, message });
  }
}

function plannedEnd(side: "a" | "b", args: LinkEndArgs): PlannedEnd {
  const { network } = args;
  if (network && !args.gateway && !args.site) {
    return { ...args, cloud: network.cloud, region: network.region, asn: 0 };
  }
  const gateway = gatewayOf(side, args);
  const { cloud, region, asn } = gateway;
  return { ...args, gateway, cloud, region, asn };
}

function gatewayOf(side: "a" | "b", { member, gateway, site }: LinkEndArgs): GatewayArgs {
  if (gateway && !site) return gateway;
  if (site && !gateway && (site.addresses.length === 1 || site.addresses.length === 2)) {
    refuseDefaultRoute(`${side}.site.ranges`, site.ranges);
    return siteGateway(site);
  }
  const message = site
    ? gateway
      ? "stands beside gateway; give one of the two"
      : `has ${site.addresses.length} addresses; give those of one device or of two`
    : `is missing; give ${member}'s gateway, its network where both ends are in one cloud, or site for one with devices of its own`;
  throw new InputError({ path: `${side}.${site ? "site" : "gateway"}`, message });
}
