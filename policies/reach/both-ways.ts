import { reachAsMeant } from "../../inventory/reach";
import { REACH_BOTH_WAYS, reachBothWays } from "../../network/judge/reach-broken";
import type { Rule } from "../rule";

export const reachBothWaysRule: Rule = {
  name: REACH_BOTH_WAYS,
  title: "Answers come back",
  description: "Between members that are to talk, traffic that gets there has a way back.",
  why: "Routes are set on each side by itself. With one direction only, a connection hangs until it times out, and no log says why.",
  fix: "Give the way back what the way there has: the route, the advertisement or the propagation that the message names.",
  needs: "What reach-no-black-hole needs.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: (network) => reachBothWays(network, reachAsMeant(network)),
};
