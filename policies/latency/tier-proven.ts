import { TIER_PROVEN, tierProven } from "../../network/judge/tier-met";
import type { Rule } from "../rule";

export const tierProvenRule: Rule = {
  name: TIER_PROVEN,
  title: "Every path is surely within its tier",
  description:
    "Even the high estimate of the shortest path for a traffic intent is within the round trip of its tier.",
  why:
    "Latencies are estimates with a low and a high bound. Where the tier's budget lies between the two, the tier may or " +
    "may not be met, and only a measurement can tell.",
  fix:
    "Measure the path, or leave more room in the tier. Set this rule to mandatory where a tier is a contract, or disable it " +
    "where an estimate will do.",
  needs: "As `latency-tier-met`, which also reports what is not known.",
  severity: "low",
  level: "advisory",
  alone: false,
  judge: tierProven,
};
