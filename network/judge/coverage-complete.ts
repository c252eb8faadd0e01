import type { Inventory } from "../model/inventory";
import type { Judgement } from "./judgement";
import { nameIn } from "./judgement";

export const COVERAGE_COMPLETE = "coverage-complete";

/** No part of the network is made by what cannot be seen. */
export function coverageComplete({ unseen }: Inventory): Judgement {
  return {
    problems: unseen.map(({ urn }) => ({
      rule: COVERAGE_COMPLETE,
      message:
        `What ${nameIn(urn)} (${urn}) makes is not among the resources: a plugin makes it, and only the engine asks that. No rule has ` +
        "judged it. Check what Pulumi saw: `pulumi preview --json --show-sames > preview.json`, then `isthmus check --from preview.json`.",
      subjects: [urn],
    })),
    unknowns: [],
  };
}
