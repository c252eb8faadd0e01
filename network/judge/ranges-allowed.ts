import { deniedBy } from "../address/denied";
import type { Inventory } from "../model/inventory";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { describeRange, sortRanges } from "./range";

export const RANGES_ALLOWED = "address-ranges-allowed";

/** Every range is canonical text and shares no address with one that some member's cloud refuses or shadows. */
export function rangesAllowed(network: Inventory): Judgement {
  const { read, unknown, faulty } = sortRanges(network.ranges);
  return {
    problems: [
      ...faulty.map(({ fact, fault }) => ({
        rule: RANGES_ALLOWED,
        message: `${describeRange(fact)} is not written as a range: ${fault}.`,
        subjects: [fact.origin.urn],
      })),
      ...read.flatMap(({ fact, cidr, covered }) => {
        // A subnet's network is told already.
        const denied = covered ? undefined : deniedBy(cidr);
        if (!denied) return [];
        const message = `${describeRange(fact)} touches ${denied.cidr}: ${denied.reason}; choose another range.`;
        return [{ rule: RANGES_ALLOWED, message, subjects: [fact.origin.urn] }];
      }),
    ],
    unknowns: unknown.map((fact) =>
      unknownAt(fact.origin, `the ${fact.use} range`, "whether every cloud takes it"),
    ),
  };
}
