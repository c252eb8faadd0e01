import type { AddressRequest } from "../address/address-pool";
import type { DecidedRequest, Requests } from "../address/allocate";
import { podsPrefixFor } from "../address/capacity";
import { type Cidr, cidr } from "../address/cidr";
import type { InsideRequest } from "../address/inside-pool";
import type { Catalogue, CloudFacts } from "../catalogue";
import { JoinKind } from "../link/join";
import { insidePool, tunnelTable } from "../link/pairing";
import { linkName, tunnelName } from "../link/suite";
import { otherEnd } from "../routing/routes";
import { givenAsn } from "../spec/gateway-asn";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { agentRequests } from "./agent-kept";
import type { ChosenLinks } from "./chosen-links";
import { type Join, withVpn } from "./joins";
import { DEFAULT_NODES } from "./member";
import { memberNames } from "./reach";
import { clusterNames, devicesOfPair } from "./sites";

/** Where isthmus allocates when a spec says nothing: 4 million addresses that no cloud's defaults use. */
export const DEFAULT_SUPERNET = "10.64.0.0/10";

/** Prefix lengths of new ranges: 4,096 addresses for nodes (their zones, NAT and gateways among them) and for Services. */
const NODES_PREFIX = 20;
const SERVICES_PREFIX = 20;

/** The key under which a range stands in the lock. */
export type RangeRole = "nodes" | "pods" | "services" | "gateway" | "control-plane";

/** Ranges that the spec gives itself, by the lock's key: they win over the lock. */
export function explicitRanges(spec: MeshSpec): Map<string, string> {
  const explicit = new Map<string, string>();
  for (const name of memberNames(spec)) {
    const member = spec.members[name] as MemberSpec; // a name of the spec
    // A site has no roles: each of its ranges goes by itself.
    for (const range of member.cloud === "site" ? (member.ranges ?? []) : [])
      explicit.set(`${name}/${range}`, range);
    const given: [RangeRole, string | undefined][] = [
      ["nodes", member.nodes?.range],
      ["pods", member.pods],
      ["services", member.services],
      ["gateway", member.gateway?.range],
      ["control-plane", member.controlPlane],
    ];
    for (const [role, range] of given) if (range !== undefined) explicit.set(`${name}/${role}`, range);
  }
  return explicit;
}

/** Of networks that are there: nothing is allocated out of them. */
function existingRanges(spec: MeshSpec): string[] {
  return memberNames(spec).flatMap((name) => spec.members[name]?.existing?.network.ranges ?? []);
}

/** What the lock must hold for this spec and these links: everything that the spec does not give itself. */
export function allocationRequests(
  spec: MeshSpec,
  { joins, shared }: Pick<ChosenLinks, "joins" | "shared">,
  catalogue: Catalogue,
): Requests {
  const explicit = explicitRanges(spec);
  const names = memberNames(spec);
  const withGateway = ownGateways(spec, joins, shared);
  const ranges = names.flatMap((name) =>
    rangesOf(spec.members[name] as MemberSpec, catalogue, withGateway.has(name))
      .map(({ role, prefix }) => ({ key: `${name}/${role}`, prefix }))
      .filter(({ key }) => !explicit.has(key)),
  );
  const vpns = joins.filter(({ kind }) => kind === JoinKind.vpn);
  const links = vpns.flatMap(({ a, b }): (InsideRequest & { keys: string[] })[] => {
    const [one, other] = [spec.members[a], spec.members[b]];
    const pool = one && other && insidePool(one.cloud, other.cloud);
    const rows = one && other && tunnelTable(one.cloud, other.cloud, devicesOfPair(one, other));
    if (!pool || !rows) return [];
    const link = linkName(a, b);
    const keys = rows.flatMap(({ shares }, index) =>
      shares === undefined ? [tunnelName(link, index + 1)] : [],
    );
    return [{ link, pool, tunnels: rows.length, keys }];
  });
  const asns = names.filter((name) => withGateway.has(name));
  return {
    supernets: (spec.supernet ?? [DEFAULT_SUPERNET]).map(cidr),
    avoid: [...(spec.reserved ?? []), ...explicit.values(), ...existingRanges(spec)].map(
      (text): Cidr => cidr(text),
    ),
    ranges,
    asns: asns.filter((name) => givenAsn(spec.members[name]) === undefined).map((key) => ({ key })),
    avoidAsns: asns.flatMap((name) => givenAsn(spec.members[name]) ?? []),
    clusterIds: clusterNames(spec).map((key) => ({ key })),
    insides: links.map(({ link, pool, tunnels }) => ({ link, pool, tunnels })),
    // One a key: a tunnel that has another's has no generation of its own.
    generations: links.flatMap(({ keys }) => keys.map((key) => ({ key }))),
    gateways: usedGateways(joins, shared),
    agent: agentRequests(spec),
    joins: joins
      .filter(({ kind }) => kind !== JoinKind.vpn && kind !== JoinKind.existing)
      .map(({ name, kind }) => ({ key: name, value: kind })),
  };
}

/**
 * Members that have a gateway of their own, sites among them: who has a VPN, and in AWS whoever has a link and does not use another
 * member's transit gateway.
 */
export function ownGateways(
  spec: MeshSpec,
  joins: readonly Join[],
  shared: ReadonlyMap<string, string>,
): Set<string> {
  const linked = joins.flatMap(({ a, b }) => [a, b]);
  const transit = linked.filter((name) => spec.members[name]?.cloud === "aws" && !shared.has(name));
  return new Set([...withVpn(joins), ...transit]);
}

/** Who uses whose gateway: attached to it in AWS, lent over a network peering elsewhere. */
function usedGateways(joins: readonly Join[], shared: ReadonlyMap<string, string>): DecidedRequest[] {
  const linked = new Set(joins.flatMap(({ a, b }) => [a, b]));
  const attached = [...shared].filter(([name]) => linked.has(name));
  const lent = joins.flatMap((join): [string, string][] =>
    join.lender === undefined ? [] : [[otherEnd(join, join.lender), join.lender]],
  );
  return [...attached, ...lent].map(([key, value]) => ({ key, value }));
}

/** Fixed addresses of a member's ClusterMesh load balancer: in every node subnet, or in one that spans the zones. */
export function addressRequests(
  name: string,
  member: MemberSpec,
  ranges: ReadonlyMap<string, string>,
  catalogue: Catalogue,
): AddressRequest[] {
  const facts = factsOf(member, catalogue);
  const nodes = ranges.get(`${name}/nodes`);
  // Which addresses of a subnet that is there are free, only its people know.
  if (!facts || !nodes || member.existing?.cluster) return [];
  const gateway = ranges.get(`${name}/gateway`);
  const zones = member.zones ?? facts.defaults.zones(member.region ?? "");
  const subnets = facts.ranges
    .subnets({ nodes, ...(gateway ? { gateway } : {}) }, zones)
    .filter((subnet) => subnet.role === "nodes");
  return subnets.slice(0, facts.ranges.loadBalancerSubnets === "one" ? 1 : undefined).map((subnet) => ({
    key: `${name}/load-balancer/${subnet.name}`,
    within: cidr(subnet.range),
    reservedHead: facts.ranges.reservedPerSubnet,
    reservedTail: facts.ranges.reservedPerSubnet,
  }));
}

function rangesOf(
  member: MemberSpec,
  catalogue: Catalogue,
  withGateway: boolean,
): { role: RangeRole; prefix: number }[] {
  const facts = factsOf(member, catalogue);
  if (!facts) return [];
  const max = member.nodes?.max ?? Math.max(DEFAULT_NODES.max, member.nodes?.min ?? 0);
  const { gateway, controlPlane } = facts.ranges;
  return [
    { role: "nodes", prefix: NODES_PREFIX },
    { role: "pods", prefix: podsPrefixFor(max, facts.ranges.podsPerNodeMask) },
    { role: "services", prefix: SERVICES_PREFIX },
    // A gateway that is there has its subnet.
    ...(gateway && withGateway && !member.existing?.gateway
      ? [{ role: "gateway" as const, prefix: gateway.allocate }]
      : []),
    ...(controlPlane && !member.existing?.cluster
      ? [{ role: "control-plane" as const, prefix: controlPlane.allocate }]
      : []),
  ];
}

/** A member's cloud's facts; a site has none. */
export function factsOf(member: MemberSpec, catalogue: Catalogue): CloudFacts | undefined {
  return member.cloud === "site" ? undefined : catalogue[member.cloud];
}
