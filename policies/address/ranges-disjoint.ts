import { RANGES_DISJOINT, rangesDisjoint } from "../../network/judge/ranges-disjoint";
import type { Rule } from "../rule";

export const rangesDisjointRule: Rule = {
  name: RANGES_DISJOINT,
  title: "No two ranges overlap",
  description: "No two address ranges of networks, pods, services and sites overlap, in any cloud.",
  why:
    "An address that stands for two places cannot be routed to both. The clouds look at one network at a time and accept " +
    "the overlap; it shows as traffic that disappears, and a range cannot be changed without rebuilding what is in it.",
  fix:
    "Give one of the two a range of its own. `npx isthmus plan` allocates ranges that overlap nothing; an explicit range in " +
    "the spec wins over it. Where two places are never to be joined and overlap on purpose, name their domains with the option `domains`.",
  needs:
    "Every range of every network, cluster and site. A range out of a cloud's own IPAM is not known before apply.",
  severity: "critical",
  level: "mandatory",
  alone: true,
  invariant: true,
  options: {
    domains: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      description:
        "Places that overlap on purpose, by the name of their domain: URNs, logical names or members. Ranges of two named domains may overlap, unless a " +
        "link joins the two places.",
    },
  },
  judge: (network, { domains }) => rangesDisjoint(network, domains),
};
