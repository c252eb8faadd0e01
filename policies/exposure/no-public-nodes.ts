import { settingsHold } from "../../network/judge/settings-hold";
import { cisAks, cisEks, cisGke } from "../cis";
import type { Rule } from "../rule";

const rule = "exposure-no-public-nodes";

export const noPublicNodesRule: Rule = {
  name: rule,
  title: "Nodes have no public addresses",
  description: "No node pool gives its nodes addresses that the internet reaches.",
  why: "A node with a public address is one wrong firewall rule away from being attacked: its kubelet, its NodePorts and the agent's tunnel port listen there.",
  fix: "EKS: subnets without `mapPublicIpOnLaunch`. GKE: `enablePrivateNodes`, which is off by default. AKS: no `enableNodePublicIP`. Let nodes out by a NAT gateway.",
  needs: "The subnets and launch template of each node group; each node pool's setting.",
  limits: "Self-managed nodes (auto-scaling groups, virtual machines) are not judged.",
  severity: "high",
  level: "mandatory",
  alone: false,
  frameworks: [
    { name: "NIST SP 800-53", version: "Rev. 5", control: "SC-7" },
    ...cisEks("5.4.3"),
    ...cisGke("5.6.5"),
    ...cisAks("5.4.3"),
  ],
  checkov: ["CKV_GCP_25", "CKV_GCP_64", "CKV_AZURE_143"],
  judge: (network) =>
    settingsHold(network, {
      rule,
      settings: ["nodes-private"],
      why: "one wrong firewall rule, and the internet reaches kubelets, NodePorts and the agent's tunnels",
      question: "whether nodes get public addresses",
    }),
};
