import { contains, parseCidr } from "../address/cidr";
import type { Inventory } from "../model/inventory";
import type { RemoteRangeFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { nameIn, unknownAt } from "./judgement";
import { describeRange, type ReadRange } from "./range";

/**
 * Ranges that a VPN is told to be on its other side, against those of the networks that send to it: what lies inside one's own never
 * leaves it. One that holds an own range is a summary, and the narrower route wins.
 */
export function remoteRanges(
  { remoteRanges }: Inventory,
  ranges: readonly ReadRange[],
  rule: string,
): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  if (remoteRanges.length === 0) return judgement;
  const byOwner = new Map<string, ReadRange[]>();
  for (const range of ranges) {
    if (!range.covered) byOwner.set(range.fact.owner, [...(byOwner.get(range.fact.owner) ?? []), range]);
  }
  for (const remote of remoteRanges) {
    const own = remote.from.flatMap((urn) => byOwner.get(urn) ?? []);
    if (isUnknown(remote.cidr)) {
      judgement.unknowns.push(
        unknownAt(
          remote.origin,
          "the range on a VPN's other side",
          "whether it overlaps a range on this one",
        ),
      );
    } else judgement.problems.push(...clashes(remote, remote.cidr, own, rule));
  }
  return judgement;
}

function clashes(
  { origin }: RemoteRangeFact,
  written: string,
  own: readonly ReadRange[],
  rule: string,
): Judgement["problems"] {
  const cidr = parseCidr(written);
  // Text that is none, the cloud refuses.
  if ("fault" in cidr) return [];
  return own
    .filter((range) => contains(range.cidr, cidr))
    .map((range) => ({
      rule,
      message:
        `${nameIn(origin.urn)} (${origin.urn}) says that ${written} is on the other side, but it lies inside ${describeRange(range.fact)} on ` +
        "this one, so what is sent there never leaves; give one of them a range of its own.",
      subjects: [...new Set([origin.urn, range.fact.origin.urn])],
    }));
}
