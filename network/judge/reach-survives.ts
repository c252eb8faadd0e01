import type { Intent, Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { AfterFailure, Failure, PairReach } from "../reach/verdict";
import { Survives } from "../spec/shape";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { PROMISED } from "./promised-failures";
import { wantedPairs } from "./wanted-pairs";

export const REACH_SURVIVES_FAILURE = "reach-survives-failure";

/** After each single failure that an intent's tier promises to survive there is still a way, and a way back. */
export function reachSurvivesFailure(network: Inventory, pairs: readonly PairReach[]): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { pair, intents } of wantedPairs(network, pairs)) {
    // What does not get through as it is is another rule's.
    if (!pair.ok) continue;
    for (const intent of intents) judge(intent, pair, judgement);
  }
  return { problems: distinct(judgement.problems), unknowns: judgement.unknowns };
}

function judge(intent: Intent, pair: PairReach, { problems, unknowns }: Judgement): void {
  const survives = intent.survives ?? Survives.none;
  if (isUnknown(survives)) {
    const why = `whether ${intent.from} to ${intent.to} outlives what its tier promises`;
    unknowns.push(unknownAt(intent.origin, `what tier ${intent.tier} survives`, why));
    return;
  }
  const lost = pair.afterFailures.filter(
    ({ failure, ok }) => !ok && PROMISED[survives].includes(failure.kind),
  );
  if (lost.length === 0) return;
  problems.push({
    rule: REACH_SURVIVES_FAILURE,
    message:
      `${intent.from} to ${intent.to}: tier ${intent.tier} promises to survive ${survives}, but nothing gets from ${pair.from} to ` +
      `${pair.to} without ${failuresText(lost)}; join them by another way that shares none of it.`,
    subjects: [intent.origin.urn],
  });
}

function failuresText(lost: readonly AfterFailure[]): string {
  const names = lost.map(({ failure }) => `${WORDS[failure.kind]} ${failure.name}`);
  const shown = names.slice(0, 3).join(" or ");
  return names.length > 3 ? `${shown} (and ${names.length - 3} more)` : shown;
}

const WORDS: Record<Failure["kind"], string> = {
  tunnel: "tunnel",
  "gateway-instance": "gateway instance",
  zone: "zone",
  link: "link",
  member: "member",
  cloud: "cloud",
};

/** The same is said of both layers. */
function distinct(problems: Judgement["problems"]): Judgement["problems"] {
  const seen = new Set<string>();
  return problems.filter(({ message }) => (seen.has(message) ? false : seen.add(message) !== undefined));
}
