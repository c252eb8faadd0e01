import {
  AGENT_COMBINATION_SUPPORTED,
  agentCombinationSupported,
} from "../../network/judge/agent-combination-supported";
import type { Rule } from "../rule";

export const agentCombinationSupportedRule: Rule = {
  name: AGENT_COMBINATION_SUPPORTED,
  title: "Agents and clouds that work together",
  description:
    "No cluster runs a combination of network agents and cloud that is known not to work, and no mesh is larger than its agents take.",
  why:
    "Charts install side by side without a word. What does not work shows as nodes that never become ready, or as traffic that is " +
    "dropped or left in clear, long after the apply.",
  fix: "Do as the message says: one agent a cluster, and one that the cloud and the way the clusters are joined support.",
  needs: "Of each agent the cluster that it runs in, its encryption, its chaining mode and whom it joins.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: agentCombinationSupported,
};
