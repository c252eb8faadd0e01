import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { Encryption } from "../spec/shape";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const AGENT_NO_CLEARTEXT_FALLBACK = "encryption-agent-no-cleartext-fallback";

/** What an agent does with packets for a node that it has no key for. */
interface Fallback {
  /** Whether a setting of its own decides (`strict` of its fact), or it always falls back, or never. */
  clear: "unless-strict" | "always" | "never";
  remedy: string;
}

const FALLBACKS: Record<string, Fallback> = {
  // "WireGuard Transparent Encryption", Egress traffic to not yet discovered remote endpoints may be unencrypted; strict mode drops it.
  // Cilium docs 1.19, 2026-08-03.
  cilium: {
    clear: "unless-strict",
    remedy:
      "set `encryption.strictMode.egress.enabled: true` with the clusters' pod range as `cidr` (charts up to 1.18: `encryption.strictMode.enabled`)",
  },
  // "Encrypt in-cluster pod traffic": nodes without WireGuard are spoken to in clear. tigera/docs@f2a27624, v3.32.
  calico: {
    clear: "always",
    remedy:
      "have every node of it support WireGuard and let firewalls pass its port alone, or use another agent",
  },
  // The backend's only way to another node is the WireGuard device; a node without a key has no route.
  // flannel-io/flannel@cdf76059 pkg/backend/wireguard.
  flannel: { clear: "never", remedy: "" },
  // Peers with and without a password refuse each other. weaveworks/weave@8c847638 site/tasks/manage/security-untrusted-networks.md.
  weave: { clear: "never", remedy: "" },
};

/** Whether an agent that encrypts would send in clear what it has no key for. Agents that do not encrypt are another rule's. */
export function agentNoCleartextFallback(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const agent of network.agents) judge(agent, judgement);
  return judgement;
}

function judge(agent: AgentFact, { problems, unknowns }: Judgement): void {
  const needed = "whether it sends in clear what it has no key for";
  if (isUnknown(agent.encryption)) {
    unknowns.push(unknownAt(agent.origin, "the agent's encryption", needed));
    return;
  }
  if (agent.encryption === Encryption.none) return;
  const fallback = Object.hasOwn(FALLBACKS, agent.kind) ? FALLBACKS[agent.kind] : undefined;
  if (!fallback || fallback.clear === "never") return;
  if (fallback.clear === "unless-strict") {
    if (agent.strict === true) return;
    if (agent.strict === undefined || isUnknown(agent.strict)) {
      unknowns.push(unknownAt({ urn: agent.origin.urn }, "the agent's strict mode", needed));
      return;
    }
  }
  problems.push({
    rule: AGENT_NO_CLEARTEXT_FALLBACK,
    message:
      `${agentName(agent)} encrypts with ${agent.encryption}, but what goes to a node whose key it does not know, one just added or one of ` +
      `a cluster without encryption, leaves in clear; ${fallback.remedy}.`,
    subjects: [agent.origin.urn],
  });
}
