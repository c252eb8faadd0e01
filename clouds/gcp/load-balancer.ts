import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import type { GcpMember } from "./member";
import { labelsOf } from "./names";

/**
 * The planned address of the agent's API, kept free for it in the nodes' subnet: must stand before the agent, whose Service
 * asks for it by `loadBalancerIP`. Nothing where the agent has no other cluster to speak to.
 */
export function reserveLoadBalancer(
  { plan, parent }: GcpMember,
  subnet: pulumi.Input<string>,
): compute.Address[] {
  return plan.agent.loadBalancer.map(
    ({ address }) =>
      new compute.Address(
        // There is one, since the subnet spans the zones (`loadBalancerSubnets` in the facts).
        `${plan.name}-agent`,
        {
          region: plan.region,
          description: `Load balancer of the network agent's API of ${plan.name}`,
          addressType: "INTERNAL",
          purpose: "GCE_ENDPOINT",
          subnetwork: subnet,
          address,
          labels: labelsOf(plan.tags),
        },
        { parent },
      ),
  );
}
