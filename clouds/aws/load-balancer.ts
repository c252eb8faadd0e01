import * as autoscaling from "@pulumi/aws/autoscaling";
import type * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import type { AgentPort } from "../../network/model/agent-port";
import { allow, allowOut, makeGroup } from "./firewall";
import { type AwsMember, type Subnets, subnetNamed, tagsOf, type WithId } from "./member";

export interface LoadBalancerArgs {
  vpc: ec2.Vpc;
  subnets: Subnets;
  /** The nodes' security group. */
  nodes: WithId;
  /** The nodes' Auto Scaling groups, by what their attachments' names end in: empty for the first. */
  scalingGroups: Record<string, pulumi.Input<string>>;
  /** Where the peers knock. */
  port: AgentPort;
  /** Where the nodes answer. */
  nodePort: number;
}

/**
 * The internal network load balancer of the agent's API, one planned address a zone, for the peers alone. Made here rather
 * than by a controller in the cluster: its addresses are known at preview, and no cluster waits for another's.
 */
export function makeLoadBalancer(member: AwsMember, args: LoadBalancerArgs): lb.LoadBalancer {
  const { plan, parent } = member;
  const { name, region } = plan;
  const group = makeGroup(member, args.vpc, "agent", "Load balancer of the network agent's API");
  for (const peer of plan.peers) {
    allow(member, { name: `agent-from-${peer.name}`, to: group, from: peer.nodes, port: args.port });
  }
  allowOut(member, "agent-to-nodes", group, args.nodes);
  allow(member, {
    name: "nodes-from-agent",
    to: args.nodes,
    from: group,
    port: { ...args.port, port: args.nodePort },
  });

  const balancer = new lb.LoadBalancer(
    `${name}-agent`,
    {
      region,
      // Load balancers and target groups take 32 characters, too few for a member's name and a unique suffix.
      namePrefix: "agent-",
      internal: true,
      loadBalancerType: "network",
      securityGroups: [group.id],
      // A zone without a node would answer nothing at its address.
      enableCrossZoneLoadBalancing: true,
      subnetMappings: plan.agent.loadBalancer.map(({ subnet, address }) => ({
        subnetId: subnetNamed(args.subnets, subnet, "agent.loadBalancer").id,
        privateIpv4Address: address,
      })),
      tags: tagsOf(member, "agent"),
    },
    { parent },
  );
  const targets = makeTargets(member, args);
  new lb.Listener(
    `${name}-agent`,
    {
      region,
      loadBalancerArn: balancer.arn,
      port: args.port.port,
      protocol: "TCP",
      defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
      tags: plan.tags,
    },
    { parent },
  );
  return balancer;
}

/** All nodes, as the group's autoscaling adds and removes them. */
function makeTargets(member: AwsMember, args: LoadBalancerArgs): lb.TargetGroup {
  const { plan, parent } = member;
  const { name, region } = plan;
  const targets = new lb.TargetGroup(
    `${name}-agent`,
    {
      region,
      namePrefix: "agent-",
      vpcId: args.vpc.id,
      targetType: "instance",
      port: args.nodePort,
      protocol: "TCP",
      // Answers go back through the balancer, also to a pod of this cluster itself.
      preserveClientIp: "false",
      healthCheck: { protocol: "TCP", port: "traffic-port" },
      tags: tagsOf(member, "agent"),
    },
    { parent },
  );
  for (const [suffix, autoscalingGroupName] of Object.entries(args.scalingGroups)) {
    new autoscaling.Attachment(
      `${name}-agent${suffix}`,
      { region, autoscalingGroupName, lbTargetGroupArn: targets.arn },
      { parent },
    );
  }
  return targets;
}
