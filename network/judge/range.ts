import type { Cidr } from "../address/cidr";
import { contains, parseCidr } from "../address/cidr";
import type { RangeFact } from "../model/network";
import { RangeUse } from "../model/network";
import { isUnknown } from "../model/resource";
import { nameIn } from "./judgement";

/** A range whose text could be read. */
export interface ReadRange {
  fact: RangeFact;
  cidr: Cidr;
  /** Whether its own network's range holds it, which then stands for it towards all but its siblings. */
  covered: boolean;
}

export interface SortedRanges {
  read: ReadRange[];
  unknown: RangeFact[];
  /** Text that is no canonical range, with what would be right. */
  faulty: { fact: RangeFact; fault: string }[];
}

/** What is cut out of the network that owns it. Pods are where they have a subnet of it; else their cluster owns their range. */
const PARTS: RangeUse[] = [RangeUse.subnet, RangeUse.nodes, RangeUse.gateway, RangeUse.pods];

export function sortRanges(facts: RangeFact[]): SortedRanges {
  const sorted: SortedRanges = { read: [], unknown: [], faulty: [] };
  for (const fact of facts) {
    if (isUnknown(fact.cidr)) {
      sorted.unknown.push(fact);
      continue;
    }
    const cidr = parseCidr(fact.cidr);
    if ("fault" in cidr) sorted.faulty.push({ fact, fault: cidr.fault });
    else sorted.read.push({ fact, cidr, covered: false });
  }

  const networks = new Map<string, Cidr[]>();
  for (const { fact, cidr } of sorted.read) {
    if (fact.use === RangeUse.network) networks.set(fact.owner, [...(networks.get(fact.owner) ?? []), cidr]);
  }
  sorted.read = sorted.read.map((range) => {
    const own = PARTS.includes(range.fact.use) ? (networks.get(range.fact.owner) ?? []) : [];
    return { ...range, covered: own.some((network) => contains(network, range.cidr)) };
  });
  return sorted;
}

/** `dublin pods 10.80.0.0/17 (urn:…)` */
export function describeRange(fact: RangeFact): string {
  const use = fact.use === RangeUse.controlPlane ? "control plane" : fact.use;
  const cidr = isUnknown(fact.cidr) ? "" : ` ${fact.cidr}`;
  return `${fact.member ?? nameIn(fact.owner)} ${use}${cidr} (${fact.origin.urn})`;
}
