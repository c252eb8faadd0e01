import { AGENT_WEBHOOK_REACHABLE, agentWebhookReachable } from "../../network/judge/agent-webhook-reachable";
import type { Rule } from "../rule";

export const agentWebhookReachableRule: Rule = {
  name: AGENT_WEBHOOK_REACHABLE,
  title: "Admission webhooks that the control plane reaches",
  description:
    "No admission webhook of a cluster on EKS is served by pods of an overlay, which EKS's control plane cannot reach.",
  why:
    "The control plane asks a webhook before it takes an object. Where it cannot reach it, every such request times out: with " +
    "`failurePolicy: Fail` nothing can be created or changed, with `Ignore` nothing is checked.",
  fix:
    "`hostNetwork: true` for the webhook's pods, on a port that the nodes' security group lets in from the control plane (isthmus lets in " +
    "9443). Or pods that have addresses of the VPC.",
  needs:
    "Webhook configurations among the resources, the cluster behind their provider, and how its agent routes.",
  limits:
    "Whether a webhook's pods use the host's network is not seen: make an exception for one that does. Configurations inside Helm charts are " +
    "not seen, nor API services and the conversion webhooks of custom resources, which the control plane reaches no better.",
  severity: "medium",
  level: "advisory",
  alone: false,
  judge: agentWebhookReachable,
};
