import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type * as pulumi from "@pulumi/pulumi";
import { agentDriver, isolationPolicies } from "../agents";
import type { MemberPlan } from "../network/plan/shape";
import { explained } from "./gate";
import type { NetworkAgent } from "./network-agent";

/**
 * With strict isolation, the agent's policy that keeps out pods of other clusters but those that are admitted. Nothing else.
 *
 * Its kind is known to the cluster once the agent's operator has run, so it comes after the nodes that the agent was installed for,
 * and not with the agent, which nodes wait for. Where nodes are there first, the provider tries five times, waiting longer each time
 * (pulumi-kubernetes, `provider/pkg/await/await.go`), and what still came too soon is made by the next update.
 */
export function isolateCluster(
  { name, isolation, agent: plan, admits = [], peers }: MemberPlan,
  agent: NetworkAgent,
  { parent, dependsOn = [] }: { parent: pulumi.Resource; dependsOn?: pulumi.Resource[] },
): void {
  if (isolation !== "strict") return;
  const manifests = explained(name, () =>
    isolationPolicies(agentDriver(plan), { clusterName: plan.clusterName, admits, peers }),
  );
  const made: pulumi.Resource[] = [];
  manifests.forEach((manifest, index) => {
    const provider = agent.getProvider(`kubernetes:${manifest.apiVersion}:${manifest.kind}`);
    const isLast = index === manifests.length - 1;
    made.push(
      new CustomResource(
        isLast ? `${name}-isolation` : `${name}-isolation-${manifest.kind.toLowerCase()}`,
        { ...manifest },
        { parent, dependsOn: [agent, ...dependsOn, ...made], ...(provider ? { provider } : {}) },
      ),
    );
  });
}
