import type { Lock } from "../address/lock";
import type { CloudFacts } from "../catalogue";
import { narrowestLinks } from "../link/path-mtu";
import { otherEnd } from "../routing/routes";
import type { ExistingClusterSpec } from "../spec/existing-shape";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { podAdmits } from "./admits";
import { SAFE_MTU } from "./agent";
import { clusterSetOf } from "./cluster-set";
import { completeMember, DEFAULT_NODES, type MemberInput } from "./member";
import { monitoringOf } from "./monitoring";
import type { Ways } from "./reach";
import { factsOf } from "./requests";
import type { GatewayPlan, LinkPlan, LoadBalancerPlan, MemberPlan, MemberRanges } from "./shape";
import { advertisedBy, clusterNames, inboundFromSites } from "./sites";
import type { PlanSources } from "./sources";

/** What has been decided before the members are put together. */
export interface Decided {
  links: LinkPlan[];
  asns: Map<string, number>;
  /** Allocated and explicit ranges by the lock's key. */
  ranges: Map<string, string>;
  lock: Lock;
  /** Whether a member passes on to one neighbour what it learned from another. */
  passesOn: (member: string) => boolean;
  /** Who reaches whom, sites among them. */
  ways: Ways;
  /** Members that have a gateway of their own. */
  withGateway: ReadonlySet<string>;
  /** By member in AWS without a gateway of its own, the member whose transit gateway it uses. */
  shared: ReadonlyMap<string, string>;
}

/** Every member of the plan, by name order. */
export function memberPlans(
  spec: MeshSpec,
  decided: Decided,
  sources: PlanSources,
): Record<string, MemberPlan> {
  const linksOf = linksByMember(decided.links);
  const narrowest = narrowestLinks(decided.links, decided.passesOn);
  const balancers = loadBalancersOf(decided.lock, spec);
  const names = clusterNames(spec);
  const clusters = new Map(
    names.map((name) => [
      name,
      {
        name,
        addresses: (balancers.get(name) ?? []).map((one) => one.address),
        nodes: decided.ranges.get(`${name}/nodes`) ?? "",
      },
    ]),
  );
  const byName = new Map(decided.links.map((link) => [link.name, link]));
  const plans: Record<string, MemberPlan> = {};
  for (const name of names) {
    const member = spec.members[name] as MemberSpec; // a name of the spec
    const facts = factsOf(member, sources.clouds);
    if (!facts) continue;
    const reached = decided.ways.peersOf(name);
    const peers = reached.filter((peer) => clusters.has(peer));
    const gateway = gatewayOf(name, spec, linksOf.get(name) ?? [], decided);
    const input: MemberInput = {
      region: member.region ?? "",
      zones: member.zones,
      kubernetes: member.kubernetes,
      account: member.account,
      existing: member.existing,
      ranges: rangesOf(name, facts, decided),
      nodes: {
        ...member.nodes,
        max: member.nodes?.max ?? Math.max(DEFAULT_NODES.max, member.nodes?.min ?? 0),
      },
      api: member.api,
      ...(gateway ? { gateway } : {}),
      peers: peers.map((peer) => ({
        name: peer,
        nodes: decided.ranges.get(`${peer}/nodes`) ?? "",
        pods: decided.ranges.get(`${peer}/pods`) ?? "",
        loadBalancer: clusters.get(peer)?.addresses ?? [],
      })),
      inbound: inboundFromSites(name, spec, reached),
      ...podAdmits(name, spec, peers),
      agent: {
        ...spec.agent,
        ...member.agent,
        datapath: spec.datapath,
        clusterId: decided.lock.clusterIds.get(name) ?? 0,
        mtu: narrowest.get(name)?.mtu ?? SAFE_MTU,
        loadBalancer: balancers.get(name) ?? [],
        mesh: peers.length === 0 ? [] : [...peers, name].sort().flatMap((peer) => clusters.get(peer) ?? []),
        ...(spec.services && spec.services.length > 0 ? { sharesServices: true } : {}),
      },
      ...clusterSetOf(name, decided.ranges.get(`${name}/services`) ?? "", spec, sources.agents),
      ...monitoringOf(name, spec, {
        links: byName,
        linksOf: linksOf.get(name) ?? [],
        ways: decided.ways,
        addressesOf: (peer) => clusters.get(peer)?.addresses ?? [],
        entry: sources.agents(spec.agent?.kind ?? "cilium").entry,
      }),
      tags: { ...spec.tags, ...member.tags },
    };
    plans[name] = completeMember(name, input, facts, sources.agents);
  }
  return plans;
}

function rangesOf(name: string, facts: CloudFacts, { ranges }: Decided): MemberRanges {
  const range = (role: string): string => ranges.get(`${name}/${role}`) ?? "";
  const gateway = ranges.get(`${name}/gateway`);
  return {
    nodes: range("nodes"),
    pods: range("pods"),
    services: range("services"),
    ...(facts.ranges.gateway && gateway ? { gateway } : {}),
    ...(facts.ranges.controlPlane && ranges.has(`${name}/control-plane`)
      ? { controlPlane: range("control-plane") }
      : {}),
  };
}

/** The gateway that a member uses for its links; `undefined` where none of them needs one. */
function gatewayOf(
  name: string,
  spec: MeshSpec,
  links: LinkPlan[],
  decided: Decided,
): GatewayPlan | undefined {
  const owner = decided.shared.get(name);
  if (links.length === 0 || !(decided.withGateway.has(name) || owner !== undefined)) return undefined;
  const advertised = (member: string): string[] => advertisedBy(member, spec, decided.ranges);
  const borrowers = links.filter(({ lender }) => lender === name).map((link) => otherEnd(link, name));
  const inside = new Map<number, string[]>();
  for (const link of links) {
    for (const tunnel of link.tunnels) {
      const end = link.a === name ? tunnel.a : tunnel.b;
      inside.set(end.interface, [...(inside.get(end.interface) ?? []), end.address]);
    }
  }
  return {
    asn: decided.asns.get(owner ?? name) ?? 0,
    ...(owner === undefined ? {} : { behind: owner }),
    remote: decided.ways.peersOf(name).flatMap(advertised),
    advertise: [name, ...borrowers].flatMap(advertised),
    inside: [...inside]
      .sort(([x], [y]) => x - y)
      .map(([index, addresses]) => ({ interface: index, addresses })),
  };
}

/** Fixed addresses by member: keys of the lock are `dublin/load-balancer/nodes-a`. */
function loadBalancersOf({ addresses }: Lock, spec: MeshSpec): Map<string, LoadBalancerPlan[]> {
  const byMember = new Map<string, LoadBalancerPlan[]>();
  for (const [key, address] of [...addresses].sort(([x], [y]) => (x < y ? -1 : 1))) {
    const [member = "", use, subnet] = key.split("/");
    if (use !== "load-balancer" || subnet === undefined) continue;
    const list = byMember.get(member);
    if (list) list.push({ subnet, address });
    else byMember.set(member, [{ subnet, address }]);
  }
  for (const [name, { existing }] of Object.entries(spec.members)) {
    if (existing?.cluster) byMember.set(name, addressesIn(existing.cluster));
  }
  return byMember;
}

/** Of a cluster that is there, those that its people keep free. */
function addressesIn({ subnets }: ExistingClusterSpec): LoadBalancerPlan[] {
  return Object.entries(subnets)
    .flatMap(([subnet, { address }]) => (address === undefined ? [] : [{ subnet, address }]))
    .sort((x, y) => (x.subnet < y.subnet ? -1 : 1));
}

function linksByMember(links: LinkPlan[]): Map<string, LinkPlan[]> {
  const byMember = new Map<string, LinkPlan[]>();
  for (const link of links) {
    for (const name of [link.a, link.b]) {
      const list = byMember.get(name);
      if (list) list.push(link);
      else byMember.set(name, [link]);
    }
  }
  return byMember;
}
