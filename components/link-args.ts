import { CATALOGUE } from "../clouds/catalogue";
import type { GatewayArgs } from "../clouds/link-end";
import { siteGateway } from "../clouds/site/gateway";
import { InputError } from "../network/errors";
import { type LinkInput, linkPlanOf } from "../network/plan/links";
import type { LinkPlan, SitePlan } from "../network/plan/shape";
import type { LocationSpec } from "../network/spec/shape";

/** Two ends, and the inside addresses of the tunnels between them. */
export interface LinkArgs {
  /** One end. */
  a: LinkEndArgs;
  /** The other, in another cloud. */
  b: LinkEndArgs;
  /**
   * One /30 for each tunnel: four with AWS at an end, two between Google Cloud and Azure, two for each device of a site (but two
   * in all between Google Cloud and a site). Unique in the mesh; with Azure at an end out of 169.254.21.0-169.254.22.255. Example `["169.254.64.0/30", "169.254.64.4/30", …]`.
   */
  inside: string[];
  /**
   * Generation of each tunnel's key, from 1; raise one to rotate that key. Default all 1. Where Azure is joined to a site, tunnels 1
   * and 2 have one key, and so have 3 and 4: the first's generation counts.
   */
  generations?: number[];
}

export interface LinkEndArgs {
  /** The member's name. */
  member: string;
  /** The member's gateway: `gateway` of a cluster component, or the same from a stack reference. Absent for a site. */
  gateway?: GatewayArgs;
  /** The devices of a site, instead of `gateway`. One of the two ends may be a site. */
  site?: SiteArgs;
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

/** Both ends, as the link's maker sees them, and what is between. */
export interface PlannedLink {
  link: LinkPlan;
  /** By the link's ends: `a` is the first in name order. */
  gateways: { a: GatewayArgs; b: GatewayArgs };
}

/**
 * The link's plan from its arguments, by the same function as the mesh's.
 *
 * @throws InputError where an end is no gateway and no site, or the two cannot be joined
 */
export function linkPlan(args: LinkArgs): PlannedLink {
  const [a, b] = [gatewayOf("a", args.a), gatewayOf("b", args.b)];
  const end = ({ member, site }: LinkEndArgs, { cloud, region, asn }: GatewayArgs): LinkInput["a"] => ({
    member,
    cloud,
    region,
    asn,
    ...(site ? { devices: site.addresses.length } : {}),
    ...(site?.location ? { location: site.location } : {}),
  });
  const link = linkPlanOf(
    { a: end(args.a, a), b: end(args.b, b), inside: args.inside, generations: args.generations },
    CATALOGUE,
  );
  return { link, gateways: args.a.member === link.a ? { a, b } : { a: b, b: a } };
}

function gatewayOf(side: "a" | "b", { member, gateway, site }: LinkEndArgs): GatewayArgs {
  if (gateway && !site) return gateway;
  if (site && !gateway && (site.addresses.length === 1 || site.addresses.length === 2)) {
    return siteGateway(site);
  }
  const message = site
    ? gateway
      ? "stands beside gateway; give one of the two"
      : `has ${site.addresses.length} addresses; give those of one device or of two`
    : `is missing; give ${member}'s gateway, or site for one with devices of its own`;
  throw new InputError({ path: `${side}.${site ? "site" : "gateway"}`, message });
}
