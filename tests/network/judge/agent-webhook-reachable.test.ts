import assert from "node:assert/strict";
import { agentWebhookReachable } from "../../../network/judge/agent-webhook-reachable";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import type { WebhookFact } from "../../../network/model/webhook";
import type { Cloud } from "../../../network/spec/shape";
import { agent, cluster, network } from "./example";

const webhook = (changes: Partial<WebhookFact> = {}): WebhookFact => ({
  urn: "urn:webhook",
  cluster: cluster("dublin").urn,
  services: ["cert-manager/webhook"],
  origin: { urn: "urn:webhook", property: "webhooks" },
  ...changes,
});

function judged(of: WebhookFact, changes: Partial<AgentFact> = {}, cloud: Cloud = "aws") {
  const { urn } = cluster("dublin");
  return agentWebhookReachable(
    network({
      clusters: [{ ...cluster("dublin"), cloud }],
      agents: [{ ...agent("dublin"), cluster: urn, routing: "tunnel", ...changes }],
      webhooks: [of],
    }),
  );
}

const SILENT = { problems: [], unknowns: [] };

describe("agentWebhookReachable", () => {
  it("names a webhook that pods of an overlay serve on EKS, whichever agent's", () => {
    for (const kind of ["cilium", "calico", "flannel"]) {
      const { problems, unknowns } = judged(webhook(), { kind });
      assert.match(problems[0]?.message ?? "", /cert-manager\/webhook .*EKS.*overlay \(.*hostNetwork: true/);
      assert.deepEqual(unknowns, []);
    }
  });

  it("accepts one outside the cluster, other clouds', and pods that have addresses of the VPC", () => {
    assert.deepEqual(judged(webhook({ services: [] })), SILENT);
    for (const cloud of ["gcp", "azure"] as const) assert.deepEqual(judged(webhook(), {}, cloud), SILENT);
    assert.deepEqual(judged(webhook(), { routing: "native" }), SILENT);
    const { clusters, webhooks } = network({ clusters: [cluster("dublin")], webhooks: [webhook()] });
    assert.deepEqual(agentWebhookReachable(network({ clusters, webhooks })), SILENT);
  });

  it("says what it could not see: the webhook's cluster, who serves it, how the agent routes", () => {
    const { cluster: _, ...homeless } = webhook();
    const unknown = [
      judged(homeless),
      judged(webhook({ services: UNKNOWN })),
      judged(webhook(), { routing: UNKNOWN }),
    ];
    for (const { problems, unknowns } of unknown) {
      assert.deepEqual(problems, []);
      assert.equal(unknowns.length, 1);
      assert.match(unknowns[0]?.neededFor ?? "", /control plane reaches/);
    }
  });
});
