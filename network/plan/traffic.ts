import { linkName } from "../link/suite";
import type { Rtt } from "../place/rtt";
import type { MeshSpec, TierSpec } from "../spec/shape";
import { megabits, milliseconds } from "../spec/units";
import type { Ways } from "./reach";
import type { LinkPlan, TierPlan, TrafficPlan } from "./shape";

/** Each intent of the spec with the path that the links give it, in the order of from, to, tier. */
export function trafficPlans(spec: MeshSpec, links: LinkPlan[], ways: Ways): TrafficPlan[] {
  const byName = new Map(links.map((link) => [link.name, link]));
  const plans = (spec.traffic ?? []).map((intent): TrafficPlan => {
    const tier = intent.tier === undefined ? undefined : spec.tiers?.[intent.tier];
    return {
      from: intent.from,
      to: intent.to,
      ...(intent.tier !== undefined && tier ? { tier: tierPlan(intent.tier, tier) } : {}),
      ports: [...(intent.ports ?? [])].sort(),
      ...wayBetween(intent.from, intent.to, byName, ways),
    };
  });
  const key = (plan: TrafficPlan) =>
    `${plan.from} ${plan.to} ${plan.tier?.name ?? ""} ${plan.ports.join(",")}`;
  return plans.sort((x, y) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0));
}

/** Members from one to another, and the round trip over the links between them; an empty path where there is no way. */
export function wayBetween(
  from: string,
  to: string,
  links: ReadonlyMap<string, LinkPlan>,
  ways: Ways,
): Pick<TrafficPlan, "path" | "rtt"> {
  const path = ways.path(from, to);
  const hops = path.slice(1).flatMap((next, index) => links.get(linkName(path[index] ?? "", next)) ?? []);
  return { path, ...(hops.length > 0 ? { rtt: summed(hops.map((link) => link.rtt)) } : {}) };
}

/** A tier with its units turned into milliseconds and Mbit/s. */
export function tierPlan(name: string, tier: TierSpec): TierPlan {
  return {
    name,
    ...(tier.rtt === undefined ? {} : { rtt: milliseconds(tier.rtt) }),
    ...(tier.bandwidth === undefined ? {} : { bandwidth: megabits(tier.bandwidth) }),
    survives: tier.survives ?? "none",
  };
}

/** Errors of estimates along one path go together, so bounds are added as they are. */
export function summed(rtts: Rtt[]): Rtt {
  const [first, ...rest] = rtts;
  if (!first) throw new Error("a path has at least one link");
  return rest.reduce(
    (sum, rtt) => ({
      p50: sum.p50 + rtt.p50,
      lo: sum.lo + rtt.lo,
      hi: sum.hi + rtt.hi,
      source: sum.source === rtt.source ? sum.source : `${sum.source}; ${rtt.source}`,
      // The oldest figure dates the sum; ISO dates sort as text.
      asOf: [sum.asOf, rtt.asOf].sort()[0] ?? sum.asOf,
    }),
    first,
  );
}
