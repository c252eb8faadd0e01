import { type Allocation, allocate } from "../address/allocate";
import type { Lock } from "../address/lock";
import type { Catalogue } from "../catalogue";
import { InputError } from "../errors";
import { tunnelTable } from "../link/pairing";
import { linkName, tunnelName } from "../link/suite";
import { rttBetween } from "../place/whereabouts";
import type { AgentKind, MemberSpec, MeshSpec } from "../spec/shape";
import { chooseLinks, type LinkChoice } from "../topology/choose";
import { refuseEqualAsns, refuseReserved, refuseUnfit } from "./limits";
import { linkPlanOf } from "./links";
import { type Decided, memberPlans } from "./members";
import { joinable, nodesOf, refuseUnbuilt } from "./pairs";
import { refuseQuotas } from "./quotas";
import { memberNames, neighboursOf, reachable } from "./reach";
import { addressRequests, allocationRequests, explicitRanges } from "./requests";
import type { LinkPlan, Plan } from "./shape";
import { refuseSiteAsns } from "./site-asns";
import { clusterNames, devicesOfPair, siteNames, sitePlans } from "./sites";
import type { AgentLimits, PlanSources } from "./sources";
import { trafficPlans } from "./traffic";
import { countedTransit } from "./transit";

export interface Planned {
  plan: Plan;
  /** The lock as it must be for this plan. */
  lock: Lock;
  /** Keys that the given lock lacked: it is behind the spec where there is one. */
  added: string[];
  /** Keys that the spec no longer needs; they stay in the lock, as removed. */
  removed: string[];
}

/**
 * Everything decided, from a spec and the allocations made so far. Pure and deterministic: equal input gives equal bytes,
 * in whatever order the spec was written.
 *
 * A network that is understood and wrong (ranges that overlap, a tier that is missed) is planned all the same: rules
 * judge it, so that all that is wrong is seen at once.
 *
 * @throws InputError where a pair cannot be joined, an agent is not built, a quota is exceeded or no room is left
 */
export function planMesh(spec: MeshSpec, lock: Lock, sources: PlanSources): Planned {
  const kind = spec.agent?.kind ?? "cilium";
  refuseTooMany(spec, kind, sources.agents);
  const choice = chosenLinks(spec, sources.clouds);
  const allocation = allocated(spec, lock, choice.pairs, sources.clouds);
  refuseReserved(allocation.lock.ranges, spec.reserved ?? []);
  const ranges = new Map([...allocation.lock.ranges, ...explicitRanges(spec)]);
  const decided = decide(spec, choice.pairs, allocation, ranges, sources);
  const members = memberPlans(spec, decided, sources);
  const sites = sitePlans(spec, decided);
  refuseUnfit(Object.values(members), sources);
  refuseQuotas(Object.values(members), decided.links, sources);
  return {
    plan: {
      datapath: spec.datapath ?? "overlay",
      members,
      ...(sites ? { sites } : {}),
      links: decided.links,
      traffic: trafficPlans(spec, decided.links, sources.clouds),
      topology: {
        kind: spec.topology?.kind ?? "auto",
        cost: choice.cost,
        lowerBound: choice.lowerBound,
        gap: choice.gap,
        method: choice.method,
      },
    },
    lock: allocation.lock,
    added: allocation.added,
    removed: allocation.removed,
  };
}

function refuseTooMany(spec: MeshSpec, kind: AgentKind, agents: AgentLimits): void {
  const count = clusterNames(spec).length;
  const limit = agents.maxMembers(kind);
  if (count > limit) {
    const message = `there are ${count}, and one ${kind} mesh joins at most ${limit}; split them into several meshes`;
    throw new InputError({ path: "members", message });
  }
}

function chosenLinks(spec: MeshSpec, clouds: Catalogue): LinkChoice {
  refuseUnbuilt(spec, clouds);
  return chooseLinks({
    members: nodesOf(spec),
    topology: spec.topology ?? { kind: "auto" },
    joinable,
    rtt: (a, b) => rttBetween(a, b).p50,
    intents: [...tieredIntents(spec), ...siteIntents(spec)],
  });
}

/** Pairs whose traffic was promised a round trip. */
function tieredIntents(spec: MeshSpec): { from: string; to: string }[] {
  return (spec.traffic ?? []).filter(
    ({ tier }) => tier !== undefined && spec.tiers?.[tier]?.rtt !== undefined,
  );
}

/** A site's traffic: nobody is relied on to pass it on, so each of its pairs wants a link of its own. */
function siteIntents(spec: MeshSpec): { from: string; to: string }[] {
  const sites = siteNames(spec);
  return (spec.traffic ?? []).filter(({ from, to }) => sites.includes(from) || sites.includes(to));
}

/** Twice the same allocation: the fixed addresses lie in subnets, which are known once ranges are. */
function allocated(spec: MeshSpec, lock: Lock, pairs: [string, string][], clouds: Catalogue): Allocation {
  const requests = allocationRequests(spec, pairs, clouds);
  const first = allocate(lock, { ...requests, addresses: [] });
  const ranges = new Map([...first.lock.ranges, ...explicitRanges(spec)]);
  const linked = new Set(pairs.flat());
  const addresses = memberNames(spec)
    .filter((name) => linked.has(name))
    .flatMap((name) => addressRequests(name, spec.members[name] as MemberSpec, ranges, clouds));
  return allocate(lock, { ...requests, addresses });
}

function decide(
  spec: MeshSpec,
  pairs: [string, string][],
  { lock }: Allocation,
  ranges: Map<string, string>,
  { clouds }: PlanSources,
): Decided {
  const asns = new Map(lock.asns);
  for (const [name, member] of Object.entries(spec.members)) {
    if (member.gateway?.asn !== undefined) asns.set(name, member.gateway.asn);
  }
  refuseEqualAsns(asns);
  refuseSiteAsns(spec, pairs, clouds);
  const end = (name: string) => {
    const member = spec.members[name] as MemberSpec; // pairs name members of the spec
    const { cloud, region = "", location } = member;
    const place = { cloud, region, ...(location ? { location } : {}) };
    return { member: name, ...place, asn: asns.get(name) ?? 0, devices: devicesOfPair(member, member) };
  };
  const agent = {
    kind: spec.agent?.kind ?? "cilium",
    encryption: spec.agent?.encryption ?? "wireguard",
  } as const;
  const links = pairs.map(([a, b]): LinkPlan => {
    const name = linkName(a, b);
    const devices = Math.max(end(a).devices, end(b).devices);
    const count = tunnelTable(end(a).cloud, end(b).cloud, devices)?.length ?? 0;
    const keys = Array.from({ length: count }, (_, index) => tunnelName(name, index + 1));
    return linkPlanOf(
      {
        a: end(a),
        b: end(b),
        inside: keys.map((key) => lock.insides.get(key) ?? ""),
        generations: keys.map((key) => lock.generations.get(key) ?? 1),
        agent,
      },
      clouds,
    );
  });
  const neighbours = neighboursOf(memberNames(spec), pairs);
  const passesOn = countedTransit(spec, clouds);
  return { links, asns, ranges, lock, passesOn, peers: reachable(neighbours, passesOn) };
}
