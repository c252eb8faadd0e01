import { INSIDE_SUPERNET, insideSupernet } from "../../network/judge/inside-supernet";
import type { Rule } from "../rule";

export const insideSupernetRule: Rule = {
  name: INSIDE_SUPERNET,
  title: "Ranges lie in the mesh's supernet",
  description:
    "Every range of a network or cluster lies in one of the ranges that the mesh takes them out of.",
  why: "Firewalls, sites and other networks know the mesh by one range. What lies outside of it is cut off there, one place at a time.",
  fix: "Give the network or cluster a range inside the supernet (`npx isthmus plan` allocates one), or widen the supernet.",
  needs:
    "Every range, and the supernet: of the mesh, or the option `supernet`. Without either there is nothing to judge.",
  severity: "low",
  level: "advisory",
  alone: true,
  options: {
    supernet: {
      type: "array",
      items: { type: "string" },
      description: "Ranges that all others must lie in, as CIDR. Default: what the mesh says.",
    },
  },
  judge: (network, { supernet }) => insideSupernet(network, supernet),
};
