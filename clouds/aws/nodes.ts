import * as ec2 from "@pulumi/aws/ec2";
import * as eks from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import type { Firewall } from "./firewall";
import { type AwsMember, type Subnets, subnetNamed, subnetsWithRole, tagsOf } from "./member";
import { makeRole } from "./role";

/** What the nodes stand on, and what must be there before them. */
export interface NodesArgs {
  cluster: eks.Cluster;
  subnets: Subnets;
  firewall: Firewall;
  /** Key of the taint that the network agent takes off once it runs, so that no pod starts without a network. */
  agentTaint?: string;
  /** Labels of every node, by which the agent finds its own. Default none. */
  nodeLabels?: Record<string, string>;
  /** The network agent and the nodes' way out: a managed node group fails without a network agent. */
  dependsOn: pulumi.Resource[];
}

/** Size of a node's root volume, in GiB. */
const VOLUME_SIZE = 50;

/** One managed node group over all zones, in the private subnets. */
export function makeNodes(member: AwsMember, args: NodesArgs): eks.NodeGroup {
  const { plan, parent } = member;
  const { name, region, nodes } = plan;
  const { role, grants } = makeRole(member, {
    name: "nodes",
    service: "ec2.amazonaws.com",
    // An overlay hands out no VPC address, so it needs no CNI policy. Pods never reach this role: the template lets answers go no further
    // than the node.
    managed: [
      "AmazonEKSWorkerNodeMinimalPolicy",
      "AmazonEC2ContainerRegistryPullOnly",
      ...(subnetsWithRole(member, "pods").length > 0 ? ["AmazonEKS_CNI_Policy"] : []),
    ],
    // The minimal policy has Pod Identity only; nodes look up their own DNS names ("Amazon EKS node IAM role", 2026).
    actions: ["ec2:DescribeInstances", "ec2:DescribeInstanceTypes"],
  });
  const template = makeTemplate(member, args.firewall);
  return new eks.NodeGroup(
    `${name}-nodes`,
    {
      region,
      clusterName: args.cluster.name,
      nodeRoleArn: role.arn,
      version: plan.kubernetes,
      amiType: isArm(nodes.type) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD",
      instanceTypes: [nodes.type],
      launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
      subnetIds: subnetsWithRole(member, "nodes").map(
        (subnet) => subnetNamed(args.subnets, subnet.name, "subnets").id,
      ),
      scalingConfig: { minSize: nodes.min, maxSize: nodes.max, desiredSize: nodes.min },
      updateConfig: { maxUnavailable: 1 },
      ...(args.nodeLabels ? { labels: args.nodeLabels } : {}),
      ...(args.agentTaint ? { taints: [{ key: args.agentTaint, value: "true", effect: "NO_EXECUTE" }] } : {}),
      tags: plan.tags,
    },
    // An autoscaler owns the number of nodes.
    { parent, dependsOn: [...grants, ...args.dependsOn], ignoreChanges: ["scalingConfig.desiredSize"] },
  );
}

/** Session tokens only, and none beyond the node itself: a pod never reaches the node's role. Disks are encrypted. */
function makeTemplate(member: AwsMember, firewall: Firewall): ec2.LaunchTemplate {
  const { plan, parent } = member;
  const tags = tagsOf(member, "node");
  return new ec2.LaunchTemplate(
    `${plan.name}-nodes`,
    {
      region: plan.region,
      updateDefaultVersion: true,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          // Root device of Amazon Linux 2023.
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            volumeSize: VOLUME_SIZE,
            encrypted: "true",
            deleteOnTermination: "true",
          },
        },
      ],
      vpcSecurityGroupIds: [firewall.nodes.id],
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags,
      })),
      tags: plan.tags,
    },
    { parent },
  );
}

/** Graviton families have a `g` behind the generation: m7g, c6gn, im4gn; the first was a1. */
export function isArm(instanceType: string): boolean {
  return /^(?:a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);
}
