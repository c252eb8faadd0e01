import { ADDRESS_CAPACITY, addressCapacity } from "../../network/judge/address-capacity";
import type { Rule } from "../rule";

export const capacityRule: Rule = {
  name: ADDRESS_CAPACITY,
  title: "Ranges hold what their clusters may grow to",
  description:
    "Every cluster's pod range holds the pods of its most nodes, and the nodes' subnets hold the nodes.",
  why:
    "A cluster that runs out of addresses does so on its busiest day: nodes start and get no pods, or do not start at all. Neither a pod range nor a subnet can be widened " +
    "afterwards, so the cure is a new cluster.",
  fix: "Give the cluster a wider pod range, or the nodes wider subnets; or lower the most nodes, or the pods of one node.",
  needs:
    "The most nodes of every pool, the pod ranges, what one node takes of them, and the ranges of the nodes' subnets.",
  limits:
    "Nodes of auto scaling groups of one's own, of Karpenter and of Autopilot are not counted, nor pods with addresses of a VPC on AWS, nor what lives in a subnet besides nodes; " +
    "subnets that are only named by id and made elsewhere are not judged.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: addressCapacity,
};
