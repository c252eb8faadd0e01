import { reachAsMeant } from "../../inventory/reach";
import { TIER_MET_AFTER_FAILURE, tierMetAfterFailure } from "../../network/judge/tier-met-after-failure";
import type { Rule } from "../rule";

export const tierMetAfterFailureRule: Rule = {
  name: TIER_MET_AFTER_FAILURE,
  title: "A detour is no slower than its tier",
  description:
    "After each single failure that a tier promises to survive, the way that is left can still meet the tier's round trip.",
  why: "A detour through another continent keeps packets flowing and breaks what relies on the round trip: a quorum, a timeout, a user's patience.",
  fix: "Add a second way that is as short as the first, give the tier a longer round trip, or promise to survive less.",
  needs: "What reach-survives-failure needs, and the regions of all members along the way.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: (network) => tierMetAfterFailure(network, reachAsMeant(network)),
};
