import type { Catalogue } from "../../network/catalogue";
import { InputError } from "../../network/errors";
import { JoinKind } from "../../network/link/join";
import { closest } from "../../network/place/closest";
import type { LinkPlan, Plan, SitePlan, TunnelPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";

/** What one device of a site must be told, in nobody's own words. What only the clouds know stands in an output of the mesh. */
export interface DeviceSide {
  site: string;
  /** Its public address. */
  address: string;
  asn: number;
  /** The prefixes that it tells, over every tunnel alike. */
  advertise: string[];
  /** By link and number. */
  tunnels: TunnelSide[];
  /** Links of the site that are there already, over no tunnel: what these want, whoever runs the line says. */
  lines: string[];
}

export interface TunnelSide {
  /** `dublin~office/tunnel/1` */
  name: string;
  link: string;
  /** The member at the other end. */
  member: string;
  cloud: Exclude<Cloud, "site">;
  /** From 1. */
  number: number;
  /** A number for the tunnel's own interface: by its inside range, so that it never changes. */
  interfaceId: number;
  /** Own and the other end's inside address: between these BGP speaks. */
  inside: { local: string; remote: string };
  /** Whether the two stand in the tunnel's /30. If not, each is told to the interface as a single address. */
  sameSubnet: boolean;
  remoteAsn: number;
  /** Name of the tunnel whose key it has: its own, but where one connection of Azure's carries two. */
  keyOf: string;
  /** Largest packet in bytes, and the largest TCP segment in it. */
  mtu: number;
  mss: number;
  /** Seconds after which the other end's keys of IKE and of ESP end. */
  lifetimes: { ike: number; esp: number };
  /** Seconds. */
  bgp: { keepalive: number; hold: number };
  /** The prefixes to take, and no others. */
  expect: string[];
}

/** Seconds between two questions whether the other end is there. Local to each end; the clouds' own are 30 to 45 and more. */
export const DPD_SECONDS = 10;

/** IPv4 and TCP headers (RFC 9293 §3.7.1). */
const HEADERS = 40;

/**
 * Every device of a site, in the order of the spec.
 *
 * @throws InputError where the plan has no such site
 */
export function siteSide(plan: Plan, site: string, clouds: Catalogue): DeviceSide[] {
  const sites = plan.sites ?? {};
  const planned = sites[site];
  if (!planned) {
    const names = Object.keys(sites);
    const near = closest(site, names);
    const hint = near
      ? `did you mean ${near}?`
      : names.length > 0
        ? `there are ${names.join(", ")}`
        : "the mesh has none";
    throw new InputError({ path: "--site", message: `there is no site ${site}; ${hint}` });
  }
  const links = plan.links.filter(({ a, b }) => a === site || b === site);
  return planned.addresses.map((address, device) => ({
    site,
    address,
    asn: planned.asn,
    advertise: planned.ranges,
    tunnels: links.flatMap((link) => tunnelsOf(plan, planned, link, device, clouds)),
    lines: links.filter(({ kind }) => kind === JoinKind.existing).map(({ name }) => name),
  }));
}

function tunnelsOf(
  plan: Plan,
  site: SitePlan,
  link: LinkPlan,
  device: number,
  clouds: Catalogue,
): TunnelSide[] {
  const [own, other] = link.a === site.name ? (["a", "b"] as const) : (["b", "a"] as const);
  const member = link[other];
  const cloud = plan.members[member]?.cloud;
  if (cloud === undefined || cloud === "site") throw new Error(`${link.name}: ${member} is no cluster`);
  const { lifetimes, bgp } = clouds[cloud].gateway.device;
  return link.tunnels.flatMap((tunnel, index): TunnelSide[] => {
    if (tunnel[own].interface !== device) return [];
    return [
      {
        name: tunnel.name,
        link: link.name,
        member,
        cloud,
        number: index + 1,
        interfaceId: interfaceId(tunnel),
        inside: { local: tunnel[own].address, remote: tunnel[other].address },
        // The connection's BGP address at the device is one for all that it carries.
        sameSubnet: !link.tunnels.some(({ keyOf }) => keyOf === tunnel.name) && tunnel.keyOf === undefined,
        remoteAsn: tunnel[other].asn,
        keyOf: tunnel.keyOf ?? tunnel.name,
        mtu: link.mtu,
        mss: link.mtu - HEADERS,
        lifetimes,
        bgp,
        expect: site.expects[link.name] ?? [],
      },
    ];
  });
}

/** Of 169.254.x.y/30 the number x * 64 + y / 4: at most 16383, and never 0, which stands for no interface. */
function interfaceId({ inside }: TunnelPlan): number {
  const [, , x = 0, y = 0] = inside.split(/[./]/).map(Number);
  return x * 64 + y / 4;
}
