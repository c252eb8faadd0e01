import {
  AGENT_NO_CLEARTEXT_FALLBACK,
  agentNoCleartextFallback,
} from "../../network/judge/agent-cleartext-fallback";
import type { Rule } from "../rule";

export const agentNoCleartextFallbackRule: Rule = {
  name: AGENT_NO_CLEARTEXT_FALLBACK,
  title: "An agent that encrypts never falls back",
  description: "An agent that encrypts drops what it has no key for, instead of sending it in clear.",
  why:
    "A node whose key is not yet known, or that cannot encrypt, is spoken to in clear. Nothing is logged and nothing fails, so the " +
    "traffic that encryption was turned on for leaves the node as it is.",
  fix:
    "Cilium: `encryption.strictMode.egress.enabled: true` with the clusters' pod range as `cidr` (charts up to 1.18: " +
    "`encryption.strictMode.enabled`). Calico has no such mode: let firewalls between nodes pass the WireGuard port alone.",
  needs: "The agent's values.",
  severity: "medium",
  level: "advisory",
  alone: true,
  judge: agentNoCleartextFallback,
};
