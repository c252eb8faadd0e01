import { reachAsMeant } from "../../inventory/reach";
import { REACH_SURVIVES_FAILURE, reachSurvivesFailure } from "../../network/judge/reach-survives";
import type { Rule } from "../rule";

export const reachSurvivesFailureRule: Rule = {
  name: REACH_SURVIVES_FAILURE,
  title: "Promised failures are survived",
  description:
    "Traffic whose tier promises to survive a failure (`survives`) still has a way after each single one of that kind.",
  why: "A second way that a cloud does not pass on, or that shares a gateway with the first, looks like redundancy until the day it is needed.",
  fix: "Join the two members by another way that does not use what fails: a link of their own, or through a member whose cloud passes on what it learned (docs/transit.md).",
  needs: "What reach-no-black-hole needs, and the tiers of a mesh.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: (network) => reachSurvivesFailure(network, reachAsMeant(network)),
};
