import { RANGES_ALLOWED, rangesAllowed } from "../../network/judge/ranges-allowed";
import type { Rule } from "../rule";

export const rangesAllowedRule: Rule = {
  name: RANGES_ALLOWED,
  title: "No range is one that a cloud refuses",
  description:
    "Every address range is written canonically and lies outside what a cloud, Docker or a standard keeps for itself.",
  why:
    "A range that one cloud accepts may be refused by another that has to reach it (AKS refuses 172.31.0.0/16, the " +
    "default network of AWS), or be shadowed on every node (172.17.0.0/16, Docker's bridge).",
  fix: "Take a range out of 10.0.0.0/8, 192.168.0.0/16 or 100.64.0.0/10, written as its first address and its length.",
  needs: "Every range of every network, cluster and site.",
  severity: "high",
  level: "mandatory",
  alone: true,
  invariant: true,
  judge: rangesAllowed,
};
