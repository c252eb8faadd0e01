import { type Cidr, contains, parseCidr } from "../address/cidr";
import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { describeRange, sortRanges } from "./range";

export const INSIDE_SUPERNET = "address-inside-supernet";

/**
 * Every member's range, but a site's, lies in one of the ranges that the mesh, or whoever asks, takes them out of. Where nobody names
 * such ranges there is nothing to judge.
 *
 * @param asked the rule's own option, which wins over what a mesh says: a list of ranges
 */
export function insideSupernet(network: Inventory, asked?: unknown): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const said: unknown[] | undefined =
    Array.isArray(asked) && asked.length > 0 ? asked : known(network.supernet);
  if (said === undefined) {
    if (isUnknown(network.supernet)) {
      const [member] = network.members;
      const urn = member?.origin.urn ?? network.ranges[0]?.origin.urn ?? "";
      judgement.unknowns.push(unknownAt({ urn }, "supernet", "whether members' ranges lie in it"));
    }
    return judgement;
  }
  const supernets = said.flatMap((text): Cidr[] => {
    const cidr = typeof text === "string" ? parseCidr(text) : undefined;
    return cidr && !("fault" in cidr) ? [cidr] : [];
  });
  const { read, unknown } = sortRanges(network.ranges.filter(({ cloud }) => cloud !== "site"));
  for (const fact of unknown)
    judgement.unknowns.push(
      unknownAt(fact.origin, `the ${fact.use} range`, "whether it lies in the supernet"),
    );
  for (const { fact, cidr, covered } of read) {
    // What its own network's range holds is judged with that.
    if (covered || supernets.some((supernet) => contains(supernet, cidr))) continue;
    judgement.problems.push({
      rule: INSIDE_SUPERNET,
      message:
        `${describeRange(fact)} lies outside ${said.join(", ")}, out of which the mesh takes its ranges, so firewalls and sites that know only that ` +
        "do not let it in; give it a range inside, or widen the supernet.",
      subjects: [fact.origin.urn],
    });
  }
  return judgement;
}

function known(supernet: Inventory["supernet"]): string[] | undefined {
  return supernet === undefined || isUnknown(supernet) ? undefined : supernet;
}
