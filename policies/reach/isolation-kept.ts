import { strangersOf } from "../../inventory/reach";
import { REACH_ISOLATION_KEPT, reachIsolationKept } from "../../network/judge/reach-isolation";
import type { Rule } from "../rule";

export const reachIsolationKeptRule: Rule = {
  name: REACH_ISOLATION_KEPT,
  title: "Nobody else talks",
  description:
    "Where a mesh asks for `isolation: strict`, no member reaches another that no intent in `traffic` names, nor on another port.",
  why: "One network over all clusters lets every pod try every other. What is not kept apart by default is reached by whoever gets into one of them.",
  fix: "Name the traffic in the spec, or close what the message names: a network policy that selects all pods, or the firewall rule.",
  needs: "Network policies, firewalls and agents of every member, and the traffic of the mesh.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: (network) => reachIsolationKept(network, () => strangersOf(network)),
};
