import { type Allocation, allocate } from "../address/allocate";
import type { Lock } from "../address/lock";
import type { AgentCatalogue } from "../agent-facts";
import { InputError } from "../errors";
import { givenAsn } from "../spec/gateway-asn";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { refuseAnotherAgent } from "./agent-kept";
import { refuseAgents } from "./agents";
import { type ChosenLinks, chosenLinks } from "./chosen-links";
import { refuseServices } from "./cluster-set";
import { refuseEqualAsns, refuseReserved, refuseUnfit } from "./limits";
import { type Decided, memberPlans } from "./members";
import { linkOf } from "./mesh-links";
import { refuseQuotas } from "./quotas";
import { memberNames, Ways } from "./reach";
import { addressRequests, allocationRequests, explicitRanges, ownGateways } from "./requests";
import type { Plan } from "./shape";
import { refuseSiteAsns } from "./site-asns";
import { advertisedBy, clusterNames, sitePlans } from "./sites";
import type { PlanSources } from "./sources";
import { trafficPlans } from "./traffic";
import { countedPassage, countedTransit } from "./transit";

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
  refuseTooMany(spec, sources.agents);
  refuseServices(spec, sources.agents);
  refuseAnotherAgent(spec, lock);
  const choice = chosenLinks(spec, lock, sources.clouds);
  const allocation = allocated(spec, lock, choice, sources);
  refuseReserved(allocation.lock.ranges, spec.reserved ?? []);
  const ranges = new Map([...allocation.lock.ranges, ...explicitRanges(spec)]);
  const decided = decide(spec, choice, allocation, ranges, sources);
  const members = memberPlans(spec, decided, sources);
  const sites = sitePlans(spec, decided);
  refuseUnfit(Object.values(members), sources);
  refuseAgents(Object.values(members), sources.agents);
  refuseQuotas(
    {
      members: Object.values(members),
      links: decided.links,
      told: (from, link) =>
        decided.ways.toldOver(from, link).flatMap((name) => advertisedBy(name, spec, ranges)),
    },
    sources.clouds,
  );
  return {
    plan: {
      datapath: spec.datapath ?? "overlay",
      ...(spec.isolation === "strict" ? { isolation: spec.isolation } : {}),
      ...(spec.supernet ? { supernet: [...spec.supernet] } : {}),
      members,
      ...(sites ? { sites } : {}),
      links: decided.links,
      traffic: trafficPlans(spec, decided.links, decided.ways),
      topology: { kind: spec.topology?.kind ?? "auto", ...choice.topology },
    },
    lock: allocation.lock,
    added: allocation.added,
    removed: allocation.removed,
  };
}

function refuseTooMany(spec: MeshSpec, agents: AgentCatalogue): void {
  const kind = spec.agent?.kind ?? "cilium";
  const count = clusterNames(spec).length;
  const limit = agents(kind).limits.clusters;
  if (count > limit) {
    const message = `there are ${count}, and one ${kind} mesh joins at most ${limit}; split them into several meshes`;
    throw new InputError({ path: "members", message });
  }
}

/** Twice the same allocation: the fixed addresses lie in subnets, which are known once ranges are. */
function allocated(
  spec: MeshSpec,
  lock: Lock,
  choice: ChosenLinks,
  { clouds, agents }: PlanSources,
): Allocation {
  const requests = allocationRequests(spec, choice, clouds);
  const first = allocate(lock, { ...requests, addresses: [] });
  const ranges = new Map([...first.lock.ranges, ...explicitRanges(spec)]);
  const knocked = agents(spec.agent?.kind ?? "cilium").entry !== undefined;
  const linked = new Set(knocked ? choice.joins.flatMap(({ a, b }) => [a, b]) : []);
  const addresses = memberNames(spec)
    .filter((name) => linked.has(name))
    .flatMap((name) => addressRequests(name, spec.members[name] as MemberSpec, ranges, clouds));
  return allocate(lock, { ...requests, addresses });
}

function decide(
  spec: MeshSpec,
  { joins, shared }: ChosenLinks,
  { lock }: Allocation,
  ranges: Map<string, string>,
  sources: PlanSources,
): Decided {
  const { clouds } = sources;
  const asns = new Map(lock.asns);
  for (const [name, member] of Object.entries(spec.members)) {
    const asn = givenAsn(member);
    if (asn !== undefined) asns.set(name, asn);
  }
  refuseEqualAsns(asns);
  refuseSiteAsns(
    spec,
    joins.map(({ a, b }) => [a, b]),
    clouds,
  );
  const ways = new Ways(memberNames(spec), joins, countedPassage(spec, clouds));
  const links = joins.map((join) => linkOf(join, { spec, lock, ranges, asns, ways }, sources));
  return {
    links,
    asns,
    ranges,
    lock,
    ways,
    passesOn: countedTransit(spec, clouds, joins),
    withGateway: ownGateways(spec, joins, shared),
    shared,
  };
}
