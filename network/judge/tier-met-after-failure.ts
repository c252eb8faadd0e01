import type { Intent, Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { PairReach } from "../reach/verdict";
import { Survives } from "../spec/shape";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { pathAlong } from "./path";
import { PROMISED } from "./promised-failures";
import { wantedPairs } from "./wanted-pairs";

export const TIER_MET_AFTER_FAILURE = "latency-tier-met-after-failure";

/**
 * After each single failure that an intent's tier promises to survive, the way that is left is not surely slower than the tier: its low
 * estimate is within the round trip. A way that is lost altogether is another rule's (`reach-survives-failure`).
 */
export function tierMetAfterFailure(network: Inventory, pairs: readonly PairReach[]): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const origin of network.unread)
    judgement.unknowns.push(
      unknownAt(origin, "the mesh's description", "whether its traffic meets its tiers after a failure"),
    );
  const seen = new Set<string>();
  for (const { pair, intents } of wantedPairs(network, pairs)) {
    if (!pair.ok) continue;
    for (const intent of intents) judge(network, intent, pair, seen, judgement);
  }
  return judgement;
}

function judge(
  network: Inventory,
  intent: Intent,
  { afterFailures }: PairReach,
  seen: Set<string>,
  { problems, unknowns }: Judgement,
): void {
  const { from, to, tier, rtt } = intent;
  const survives = intent.survives ?? Survives.none;
  if (rtt === undefined || survives === Survives.none) return;
  const once = (key: string, then: () => void): void => {
    if (seen.has(key)) return;
    seen.add(key);
    then();
  };
  const needed = `whether ${from} to ${to} meets tier ${tier} after a failure`;
  if (isUnknown(rtt) || isUnknown(survives)) {
    const what = isUnknown(rtt) ? `the round trip of tier ${tier}` : `what tier ${tier} survives`;
    once(`${from} ${to} ${what}`, () => unknowns.push(unknownAt({ urn: intent.origin.urn }, what, needed)));
    return;
  }
  for (const { failure, ok, path: members } of afterFailures) {
    if (!ok || !PROMISED[survives].includes(failure.kind)) continue;
    const path = pathAlong(network, members);
    if (!path) {
      const what = `the regions of ${members.join(", ")}`;
      once(`${from} ${to} ${what}`, () => unknowns.push(unknownAt({ urn: intent.origin.urn }, what, needed)));
    } else if (path.lo > rtt) {
      // There and back, and pods and nodes, take the same way round.
      const way = [...members].sort().join(" ");
      once(`${from} ${to} ${tier} ${failure.name} ${way}`, () =>
        problems.push({
          rule: TIER_MET_AFTER_FAILURE,
          message:
            `${from} to ${to}: tier ${tier} promises ${rtt} ms and to survive ${survives}, but without ${failure.kind} ${failure.name} ` +
            `${members.join(" → ")} takes ${Math.round(path.lo)} to ${Math.round(path.hi)} ms (${path.source}); join them by a second way ` +
            "that is as short, or give the tier a longer round trip or less to survive.",
          subjects: [intent.origin.urn],
        }),
      );
    }
  }
}
