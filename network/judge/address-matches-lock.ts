import { contains, parseCidr } from "../address/cidr";
import type { Inventory } from "../model/inventory";
import { type RangeFact, RangeUse } from "../model/network";
import { isUnknown } from "../model/resource";
import { type Judgement, unknownAt } from "./judgement";
import { describeRange } from "./range";

export const ADDRESS_MATCHES_LOCK = "address-matches-lock";

/** By what a mesh has of its lock, under which uses the resources may have it: a network for nodes is a VPC in one cloud and a subnet in another. */
const FOUND_AS: Partial<Record<RangeUse, readonly RangeUse[]>> = {
  nodes: [RangeUse.network, RangeUse.nodes, RangeUse.subnet],
  pods: [RangeUse.pods],
  services: [RangeUse.services],
  gateway: [RangeUse.gateway, RangeUse.network],
  controlPlane: [RangeUse.controlPlane],
};

/**
 * Every member's resources have the ranges that the mesh tells of it, which are its lock's. A member of which no resource of that use is here (it is
 * made in a stack of its own), and a network without a mesh of ours, have nothing to be compared with.
 */
export function addressMatchesLock({ ranges, locked = [] }: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const byMember = new Map<string, RangeFact[]>();
  for (const range of ranges) {
    if (range.member === undefined) continue;
    const known = byMember.get(range.member);
    if (known) known.push(range);
    else byMember.set(range.member, [range]);
  }
  for (const told of locked) {
    const uses = FOUND_AS[told.use] ?? [];
    const found = (byMember.get(told.member ?? "") ?? []).filter(
      ({ use, origin }) => uses.includes(use) && origin.urn !== told.origin.urn,
    );
    if (found.length > 0) judge(told, found, judgement);
  }
  return judgement;
}

/** A range for nodes may be part of a network that was there before. */
function isSame(cidr: RangeFact["cidr"], told: RangeFact): boolean {
  if (cidr === told.cidr || told.use !== RangeUse.nodes || isUnknown(cidr) || isUnknown(told.cidr))
    return cidr === told.cidr;
  const [outer, inner] = [parseCidr(cidr), parseCidr(told.cidr)];
  return !("fault" in outer) && !("fault" in inner) && contains(outer, inner);
}

function judge(told: RangeFact, found: RangeFact[], { problems, unknowns }: Judgement): void {
  if (isUnknown(told.cidr)) {
    unknowns.push(
      unknownAt(told.origin, `the ${told.use} range of the lock`, "whether it is what the resources have"),
    );
    return;
  }
  if (found.some(({ cidr }) => isSame(cidr, told))) return;
  const blind = found.filter(({ cidr }) => isUnknown(cidr));
  if (blind.length > 0) {
    unknowns.push(
      ...blind.map(({ origin, use }) =>
        unknownAt(origin, `the ${use} range`, "whether it is what the lock has"),
      ),
    );
    return;
  }
  problems.push({
    rule: ADDRESS_MATCHES_LOCK,
    message:
      `${told.member} has ${told.cidr} for ${told.use} in the lock, but its resources have ${found.map(describeRange).join(", ")}: every other member routes to and ` +
      "lets in what the lock says; take the change back, or write the range into the spec and run `isthmus plan --write`.",
    subjects: [...new Set([...found.map(({ origin }) => origin.urn), told.origin.urn])],
  });
}
