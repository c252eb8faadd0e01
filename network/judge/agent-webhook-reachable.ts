import type { Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { WebhookFact } from "../model/webhook";
import { agentName } from "./agent-name";
import { type Judgement, nameIn, unknownAt } from "./judgement";

export const AGENT_WEBHOOK_REACHABLE = "agent-webhook-reachable";

const NEEDED = "whether its control plane reaches them";

/**
 * No admission webhook is served by pods that the control plane cannot reach. EKS's stands in the VPC and knows no overlay, so that it
 * reaches pods only where these have addresses of the VPC ("Amazon Elastic Kubernetes Service", Calico docs 3.32; "Installation using
 * Helm", EKS, Cilium docs 1.19). Those of GKE and AKS come in through a proxy that runs in the cluster, or as the network's own.
 */
export function agentWebhookReachable(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const onEks = new Set(network.clusters.filter(({ cloud }) => cloud === "aws").map(({ urn }) => urn));
  const agents = network.agents.filter(({ cluster }) => cluster !== undefined && onEks.has(cluster));
  for (const webhook of network.webhooks) judgeWebhook(webhook, agents, judgement);
  return judgement;
}

function judgeWebhook(webhook: WebhookFact, agents: AgentFact[], judgement: Judgement): void {
  const { urn, cluster, services, origin } = webhook;
  if (!isUnknown(services) && services.length === 0) return;
  const own = agents.filter((agent) => cluster === undefined || agent.cluster === cluster);
  const overlays = own.filter(({ routing }) => isUnknown(routing) || routing === "tunnel");
  const [agent] = overlays;
  if (!agent) return;
  if (cluster === undefined) {
    judgement.unknowns.push(unknownAt({ urn }, "the webhooks' cluster", NEEDED));
  } else if (isUnknown(services)) {
    judgement.unknowns.push(unknownAt(origin, "who serves the webhooks", NEEDED));
  } else if (overlays.every(({ routing }) => isUnknown(routing))) {
    judgement.unknowns.push(unknownAt(agent.origin, "how the agent routes", NEEDED));
  } else {
    judgement.problems.push({
      rule: AGENT_WEBHOOK_REACHABLE,
      message:
        `${nameIn(urn)} (${urn}) has ${services.join(", ")} asked by the control plane of ${nameIn(cluster)} (${cluster}), which is EKS's ` +
        `and cannot reach pods of an overlay (${agentName(agent)}): every request that the webhook is for waits and fails, or is let ` +
        "through unasked; give its pods `hostNetwork: true` and a port that the nodes' security group lets in from the control plane.",
      subjects: [origin.urn],
    });
  }
}
