import { AGENT_ENABLED, agentEncrypted } from "../../network/judge/agent-encrypted";
import type { Rule } from "../rule";

export const agentEnabledRule: Rule = {
  name: AGENT_ENABLED,
  title: "Network agents encrypt",
  description:
    "Every network agent encrypts the traffic between nodes, and every cluster that is joined to another has one.",
  why:
    "A VPN encrypts between two gateways only. Between a node and its gateway, and between two nodes of one cluster, " +
    "pods' traffic is in clear unless the agent encrypts it.",
  fix:
    "Turn on the agent's encryption: Cilium `encryption.enabled: true` with `encryption.type: wireguard` (or `ipsec`), " +
    "or leave the component's `encryption` at its default.",
  needs: "The agent's values, and of each agent the cluster that it runs in.",
  severity: "high",
  level: "mandatory",
  alone: true,
  judge: agentEncrypted,
};
