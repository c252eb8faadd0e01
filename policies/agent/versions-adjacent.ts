import { AGENT_VERSIONS_ADJACENT, agentVersionsAdjacent } from "../../network/judge/agent-versions-adjacent";
import type { Rule } from "../rule";

export const agentVersionsAdjacentRule: Rule = {
  name: AGENT_VERSIONS_ADJACENT,
  title: "Agents of a mesh are one minor version apart at most",
  description: "Agents that join each other's clusters differ by one minor version at most.",
  why:
    "A mesh is upgraded member by member, so two versions run at once. Only neighbouring minor versions are tested together; of others one " +
    "may no longer understand what the other writes, and clusters part without an error.",
  fix: "Upgrade one minor version at a time: `agent: { version }` of one member after the other, and look at the mesh's state in between.",
  needs: "Of each agent its version, and whom it joins.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: agentVersionsAdjacent,
};
