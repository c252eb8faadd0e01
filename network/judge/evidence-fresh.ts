import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { newestEvidence } from "../place/newest-evidence";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { fastestPath, placeOf } from "./path";

export const EVIDENCE_FRESH = "latency-evidence-fresh";

/** Eighteen months: providers' own medians moved by 3 ms in a year (Azure, 2025 to 2026; network/place/figures.ts). */
export const DEFAULT_MAX_AGE = 540;

const DAY_MS = 86_400_000;

export interface EvidenceOptions {
  /** `YYYY-MM-DD`. Default: the newest date of any figure, so that a rule without a clock judges alike every day. */
  today?: unknown;
  /** Days. Default {@link DEFAULT_MAX_AGE}. */
  maxAge?: unknown;
}

/** No promise of a round trip rests on figures that are older than `maxAge` days. */
export function evidenceFresh(network: Inventory, { today, maxAge }: EvidenceOptions): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const needed = "how old the figures are that its tiers rest on";
  for (const origin of network.unread)
    judgement.unknowns.push(unknownAt(origin, "the mesh's description", needed));
  const dates = network.links.flatMap(({ line }) => (line ? [line.asOf] : []));
  const now = dayOf(today) ?? dayOf(newestEvidence(dates)) ?? 0;
  const most = typeof maxAge === "number" ? maxAge : DEFAULT_MAX_AGE;
  const places = new Map(network.members.map((member) => [member.name, member]));
  for (const intent of network.intents) {
    if (intent.rtt === undefined) continue;
    const pair = [intent.from, intent.to];
    const at = { urn: intent.origin.urn };
    const hidden = pair.filter((name) => !placeOf(places.get(name)));
    for (const name of hidden) judgement.unknowns.push(unknownAt(at, `the region of ${name}`, needed));
    const path = hidden.length > 0 ? undefined : fastestPath(network, intent.from, intent.to);
    const ages = (path?.asOf ?? []).map((asOf) => ({
      asOf,
      age: now - (dayOf(asOf) ?? Number.NEGATIVE_INFINITY),
    }));
    const [oldest] = ages.sort((one, other) => other.age - one.age);
    if (!path || !oldest || oldest.age <= most) continue;
    judgement.problems.push({
      rule: EVIDENCE_FRESH,
      message:
        `${intent.from} to ${intent.to}: that tier ${intent.tier} keeps its ${isUnknown(intent.rtt) ? "round trip" : `${intent.rtt} ms`} rests on ` +
        `figures of ${oldest.asOf}, ${oldest.age} days old where ${most} are allowed (${path.members.join(" → ")}: ${path.source}); measure the path again.`,
      subjects: [intent.origin.urn],
    });
  }
  return judgement;
}

/** Days since 1970 of `YYYY-MM-DD`, or of the first of `YYYY-MM`; `undefined` for anything else. */
function dayOf(date: unknown): number | undefined {
  if (typeof date !== "string" || !/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return undefined;
  const time = Date.parse(date.length === 7 ? `${date}-01` : date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS);
}
