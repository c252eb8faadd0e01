import { COVERAGE_COMPLETE, coverageComplete } from "../../network/judge/coverage-complete";
import type { Rule } from "../rule";

export const coverageCompleteRule: Rule = {
  name: COVERAGE_COMPLETE,
  title: "All that makes the network is seen",
  description:
    "Every component's children are among the resources that are judged, and how many resources a program makes hangs on no question " +
    "that nobody answered.",
  why:
    "A component of a plugin (awsx, eks) is made by that plugin, which only Pulumi's engine asks. A recorded program shows such a component and " +
    "nothing in it, so an overlap or an open door in it would pass by not being known.",
  fix:
    "Judge what Pulumi itself saw: `pulumi preview --json --show-sames`, or `pulumi stack export`, read by `isthmus check --from FILE`; or run the pack " +
    "under `pulumi preview --policy-pack`. For a question to a provider, give its answer to `check --invokes`.",
  needs:
    "Which packages make their components in a plugin. `check` knows it from each registration; the pack knows those of Pulumi's registry.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: coverageComplete,
};
