import { reachAsMeant } from "../../inventory/reach";
import { REACH_NO_BLACK_HOLE, reachNoBlackHole } from "../../network/judge/reach-broken";
import type { Rule } from "../rule";

export const reachNoBlackHoleRule: Rule = {
  name: REACH_NO_BLACK_HOLE,
  title: "Whoever is to talk gets through",
  description:
    "Members that a link joins, and members that traffic is promised between, reach each other: every table on the way has a route, every range is told, and no firewall or network policy stands in between.",
  why: "A missing route, propagation or permission is accepted by every cloud without a word: all resources are green and nothing arrives.",
  fix: "Do what the message says at the resource that it names. `npx isthmus check --reach` prints who reaches whom.",
  needs:
    "Networks, subnets, route tables, gateways, tunnels, peerings, firewalls, agents and network policies, and what joins them.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: (network) => reachNoBlackHole(network, reachAsMeant(network)),
};
