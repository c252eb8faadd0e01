import { overlaps } from "../address/overlap";
import type { Inventory } from "../model/inventory";
import { RangeUse } from "../model/network";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { overlapDomains } from "./overlap-domains";
import type { ReadRange } from "./range";
import { describeRange, sortRanges } from "./range";
import { remoteRanges } from "./remote-ranges";

export const RANGES_DISJOINT = "address-ranges-disjoint";

const OF_CLUSTERS: RangeUse[] = [RangeUse.pods, RangeUse.services];

/**
 * No two ranges overlap. A subnet inside its network is compared with that network's other subnets only: towards others
 * the network's range stands for it.
 *
 * @param domains places that may overlap with places of another domain, by the domain's name: URNs, logical names, owners or members.
 *   Default: all are of one domain
 */
export function rangesDisjoint(network: Inventory, domains?: unknown): Judgement {
  const { read, unknown, faulty } = sortRanges(network.ranges);
  const elsewhere = remoteRanges(network, read, RANGES_DISJOINT);
  const apart = overlapDomains(network, domains);
  const translated = translatedOwners(network);
  const clashes = overlaps(read).filter(
    ([outer, inner]) =>
      clash(outer, inner) &&
      !apart(outer.fact, inner.fact) &&
      !(isTranslated(outer, translated) && isTranslated(inner, translated)),
  );
  return {
    problems: [
      ...clashes.map(([outer, inner]) => ({
        rule: RANGES_DISJOINT,
        message: `${describeRange(outer.fact)} overlaps ${describeRange(inner.fact)}; give one of them a range of its own.`,
        subjects: [...new Set([outer.fact.origin.urn, inner.fact.origin.urn])],
      })),
      ...faulty.map(({ fact, fault }) => ({
        rule: RANGES_DISJOINT,
        message: `${describeRange(fact)} cannot be compared with other ranges: ${fault}.`,
        subjects: [fact.origin.urn],
      })),
      ...elsewhere.problems,
    ],
    unknowns: [
      ...unknown.map((fact) =>
        unknownAt(fact.origin, `the ${fact.use} range`, "whether it overlaps another range"),
      ),
      ...elsewhere.unknowns,
    ],
  };
}

/** Whether two ranges that share addresses may not. */
function clash(one: ReadRange, other: ReadRange): boolean {
  if (one.fact.owner !== other.fact.owner) return !one.covered && !other.covered;
  if (isToldTwice(one, other)) return false;
  const isOwnNetwork = (range: ReadRange) => range.fact.use === RangeUse.network;
  return !(isOwnNetwork(one) && other.covered) && !(isOwnNetwork(other) && one.covered);
}

/** What a cluster and its agent both tell, or two objects of it, of its pods or Services: a whole and a part of it. */
function isToldTwice({ fact: one }: ReadRange, { fact: other }: ReadRange): boolean {
  return one.use === other.use && OF_CLUSTERS.includes(one.use) && one.origin.urn !== other.origin.urn;
}

/** Owners of pods and Services that other clusters never see as they are: such may overlap each other's. */
function translatedOwners({ agents }: Inventory): Set<string | undefined> {
  return new Set(agents.flatMap(({ translates, cluster }) => (translates ? [cluster, ...translates] : [])));
}

function isTranslated({ fact }: ReadRange, owners: ReadonlySet<string | undefined>): boolean {
  return OF_CLUSTERS.includes(fact.use) && owners.has(fact.owner);
}
