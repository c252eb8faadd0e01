import { otherEnd } from "../routing/routes";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { askedPorts, type InboundPlan } from "./admits";
import type { Decided } from "./members";
import { memberNames } from "./reach";
import type { LinkPlan, SitePlan } from "./shape";

/** Outside addresses of a site's devices, one or two; none of a member in a cloud. */
export function devicesOf({ gateway }: MemberSpec): string[] {
  return gateway?.addresses ?? (gateway?.address === undefined ? [] : [gateway.address]);
}

/** Devices at the site's end of a pair; one where neither is a site. */
export function devicesOfPair(one: MemberSpec, other: MemberSpec): number {
  return Math.max(1, devicesOf(one).length, devicesOf(other).length);
}

/** Names of the members that are clusters, and of those that are sites; both in order. */
export function clusterNames(spec: MeshSpec): string[] {
  return memberNames(spec).filter((name) => spec.members[name]?.cloud !== "site");
}

export function siteNames(spec: MeshSpec): string[] {
  return memberNames(spec).filter((name) => spec.members[name]?.cloud === "site");
}

/**
 * The prefixes that a member tells its peers: of a site its ranges, of a cluster its nodes, and its pods where they are routed. Of a
 * network that is there AWS and Azure tell every range, whatever anybody asks for: a part of one, told by somebody else, would be the
 * better route to it, also at its own gateway, and lead packets round in a circle.
 */
export function advertisedBy(name: string, spec: MeshSpec, ranges: Decided["ranges"]): string[] {
  const member = spec.members[name];
  if (member?.cloud === "site") return [...(member.ranges ?? [])].sort();
  if (member?.existing && member.cloud !== "gcp") {
    const pods = spec.datapath === "routed" ? [ranges.get(`${name}/pods`) ?? ""] : [];
    return [...new Set([...member.existing.network.ranges, ...pods])].sort();
  }
  return ["nodes", ...(spec.datapath === "routed" ? ["pods"] : [])].flatMap(
    (role) => ranges.get(`${name}/${role}`) ?? [],
  );
}

/** Every site of the plan, by name order; `undefined` where there is none. */
export function sitePlans(spec: MeshSpec, decided: Decided): Record<string, SitePlan> | undefined {
  const names = siteNames(spec);
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => {
      const member = spec.members[name] as MemberSpec; // a name of the spec
      const links = decided.links.filter(({ a, b }) => a === name || b === name);
      const plan: SitePlan = {
        name,
        addresses: devicesOf(member),
        asn: member.gateway?.asn ?? 0,
        ranges: advertisedBy(name, spec, decided.ranges),
        ...(member.location ? { location: member.location } : {}),
        expects: Object.fromEntries(links.map((link) => [link.name, expected(name, link, spec, decided)])),
      };
      return [name, plan];
    }),
  );
}

/**
 * What is to be taken over a link: the ranges of the member at its other end, and of those behind it where that passes routes on.
 * Never another site's, since nothing is carried between sites.
 */
function expected(site: string, link: LinkPlan, spec: MeshSpec, decided: Decided): string[] {
  const told = decided.ways
    .toldOver(otherEnd(link, site), link.name)
    .filter((name) => spec.members[name]?.cloud !== "site");
  return [...new Set(told.flatMap((name) => advertisedBy(name, spec, decided.ranges)))].sort();
}

/** What hosts of sites may open on a member's nodes: the ports of the intents from there, and nothing without one. */
export function inboundFromSites(name: string, spec: MeshSpec, peers: string[]): InboundPlan[] {
  return peers
    .filter((peer) => spec.members[peer]?.cloud === "site")
    .sort()
    .flatMap((site): InboundPlan[] => {
      const intents = (spec.traffic ?? []).filter(({ from, to }) => from === site && to === name);
      if (intents.length === 0) return [];
      const sources = [...(spec.members[site]?.ranges ?? [])].sort();
      return [{ from: site, sources, ports: askedPorts(intents) }];
    });
}
