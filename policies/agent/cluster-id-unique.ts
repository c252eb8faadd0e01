import { AGENT_CLUSTER_ID_UNIQUE, agentClusterIdUnique } from "../../network/judge/agent-cluster-id-unique";
import type { Rule } from "../rule";

export const agentClusterIdUniqueRule: Rule = {
  name: AGENT_CLUSTER_ID_UNIQUE,
  title: "Cluster ids are unique in a mesh",
  description: "Clusters whose agents join each other have cluster ids and cluster names of their own.",
  why:
    "An agent tells pods of other clusters by the cluster's id in their identity. With one id twice it applies one cluster's network " +
    "policies to the other's pods, and services and nodes of one name hide each other; nothing reports it.",
  fix: "Give each cluster an id of its own, from 1 to 255 (Cilium `cluster.id`), and a name of its own (`cluster.name`), before it has pods.",
  needs: "Of each agent its cluster's name and id, and whom it joins.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: agentClusterIdUnique,
};
