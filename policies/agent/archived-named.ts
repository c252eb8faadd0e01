import { AGENT_ARCHIVED_NAMED, agentArchivedNamed } from "../../network/judge/agent-archived-named";
import type { Rule } from "../rule";

export const agentArchivedNamedRule: Rule = {
  name: AGENT_ARCHIVED_NAMED,
  title: "No agent whose project has ended",
  description: "No cluster runs a network agent that nobody maintains: Weave Net.",
  why: "Nobody mends its faults, and nobody tries it with new kernels and new versions of Kubernetes.",
  fix: "Move the cluster to Cilium, Calico or Flannel: new nodes with the new agent, then the pods.",
  needs: "Which agent a release installs.",
  severity: "medium",
  level: "advisory",
  alone: true,
  judge: agentArchivedNamed,
};
