import { AGENT_VERSION_PINNED, agentVersionPinned } from "../../network/judge/agent-version-pinned";
import type { Rule } from "../rule";

export const agentVersionPinnedRule: Rule = {
  name: AGENT_VERSION_PINNED,
  title: "Agents are installed at one version",
  description: "Every network agent's chart has one exact version, and none of its images a tag that moves.",
  why:
    "Without a version the newest chart of the day is installed: clusters of one mesh get agents of different versions, and an update " +
    "that was about something else replaces the network of every node. Agents are tested one minor version apart only.",
  fix: 'Set the release\'s `version` to one exact version, such as "1.19.6", and leave image tags to the chart.',
  needs: "Of each agent's release its version and the image tags among its values.",
  severity: "medium",
  level: "mandatory",
  alone: true,
  judge: agentVersionPinned,
};
