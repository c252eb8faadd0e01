import type { Intent, Inventory, MemberFact } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { unknownRegion } from "../place/regions";
import type { Judgement, UnknownValue } from "./judgement";
import { unknownAt } from "./judgement";
import type { Path } from "./path";
import { fastestPath, placeOf } from "./path";

export const TIER_MET = "latency-tier-met";
export const TIER_PROVEN = "latency-tier-proven";

/**
 * No intent's path is surely too slow: even its low estimate above the tier's round trip. Also says of which intents
 * nothing can be said.
 */
export function tierMet(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const origin of network.unread) {
    judgement.unknowns.push(
      unknownAt(origin, "the mesh's description", "whether its traffic meets its tiers"),
    );
  }
  for (const verdict of verdicts(network)) {
    judgement.unknowns.push(...verdict.unknowns);
    const { intent, budget, path } = verdict;
    if (verdict.unknowns.length > 0 || budget === undefined) continue;
    const promise = `${intent.from} to ${intent.to}: tier ${intent.tier} promises ${budget} ms`;
    if (!path) {
      const message = `${promise}, but no link leads there; join the two, or one to a member that passes on routes.`;
      judgement.problems.push({ rule: TIER_MET, message, subjects: [intent.origin.urn] });
    } else if (path.lo > budget) {
      const message = `${promise}, but ${estimate(path)}; choose nearer regions, a shorter path or a slower tier.`;
      judgement.problems.push({ rule: TIER_MET, message, subjects: [intent.origin.urn] });
    }
  }
  return judgement;
}

/** No intent's path may be too slow: even its high estimate is within the tier's round trip. */
export function tierProven(network: Inventory): Judgement {
  const problems = verdicts(network).flatMap(({ intent, budget, path, unknowns }) => {
    if (unknowns.length > 0 || budget === undefined || !path) return [];
    if (path.hi <= budget || path.lo > budget) return [];
    const message =
      `${intent.from} to ${intent.to}: that tier ${intent.tier} keeps its ${budget} ms is unproven: ${estimate(path)}; ` +
      "measure the path, or leave more room in the tier.";
    return [{ rule: TIER_PROVEN, message, subjects: [intent.origin.urn] }];
  });
  return { problems, unknowns: [] };
}

interface Verdict {
  intent: Intent;
  /** Milliseconds; `undefined`: nothing was promised. */
  budget?: number;
  path?: Path;
  unknowns: UnknownValue[];
}

function verdicts(network: Inventory): Verdict[] {
  const places = new Map(network.members.map((member) => [member.name, member]));
  return network.intents
    .filter((intent) => intent.rtt !== undefined)
    .map((intent): Verdict => {
      const promise = `whether ${intent.from} to ${intent.to} meets tier ${intent.tier}`;
      const at = { urn: intent.origin.urn };
      const unknowns: UnknownValue[] = [];
      if (isUnknown(intent.rtt))
        unknowns.push(unknownAt(at, `the round trip of tier ${intent.tier}`, promise));
      for (const name of [intent.from, intent.to]) {
        const member = places.get(name);
        if (!member) unknowns.push(unknownAt(at, `the region of ${name}`, promise));
        else if (!placeOf(member)) unknowns.push(unplaced(member, promise));
      }
      if (unknowns.length > 0 || isUnknown(intent.rtt)) return { intent, unknowns };
      const path = fastestPath(network, intent.from, intent.to);
      if (path) return { intent, unknowns, budget: intent.rtt, path };
      return { intent, unknowns: hiddenLinks(network, promise), budget: intent.rtt };
    });
}

/** What may hide the link that is missing: places and tunnels that are not known. */
function hiddenLinks(network: Inventory, neededFor: string): UnknownValue[] {
  const linked = new Set(network.links.flatMap(({ a, b }) => [a, b]));
  const members = network.members.filter((member) => linked.has(member.name) && !placeOf(member));
  const unpaired = network.tunnelEnds.filter((end) => isUnknown(end.address) || isUnknown(end.peerAddress));
  return [
    ...members.map((member) => unplaced(member, neededFor)),
    ...unpaired.map((end) => unknownAt(end.origin, "the tunnel's inside addresses", neededFor)),
  ];
}

/** A member that no latency can be estimated for. */
function unplaced({ name, cloud, region, origin }: MemberFact, neededFor: string): UnknownValue {
  const unknown = unknownAt({ urn: origin.urn }, `the region of ${name}`, neededFor);
  if (region === undefined) {
    const site = cloud === "site" ? "; say where the site is, with its location" : "";
    return { ...unknown, because: `${name} has no region that latencies are known from${site}` };
  }
  return isUnknown(region) ? unknown : { ...unknown, because: unknownRegion(cloud, region) };
}

function estimate({ members, lo, hi, source }: Path): string {
  return `${members.join(" → ")} takes ${Math.round(lo)} to ${Math.round(hi)} ms (${source})`;
}
