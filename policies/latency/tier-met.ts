import { TIER_MET, tierMet } from "../../network/judge/tier-met";
import type { Rule } from "../rule";

export const tierMetRule: Rule = {
  name: TIER_MET,
  title: "No path is slower than its tier",
  description: "The shortest path for every traffic intent can meet the round trip of its tier.",
  why:
    "Distance is not mended by configuration: where even the low estimate of the path is above the tier's budget, the " +
    "promise cannot be kept.",
  fix: "Move a member to a nearer region, add a link that shortens the path, or give the traffic a tier with a longer round trip.",
  needs:
    "The mesh's `traffic` and `tiers`, the regions of its members, and both ends of the tunnels between them.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: tierMet,
};
