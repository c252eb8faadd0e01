import type * as eks from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { clusterMeshNodePort, clusterMeshPort, startupTaint } from "../agents/cilium/facts";
import { kubeconfigOf, makeControlPlane, makeDns } from "../clouds/aws/cluster";
import { awsFacts } from "../clouds/aws/facts";
import { type Firewall, makeFirewall } from "../clouds/aws/firewall";
import { makeGateway } from "../clouds/aws/gateway";
import { makeLoadBalancer } from "../clouds/aws/load-balancer";
import type { AwsMember } from "../clouds/aws/member";
import { type AwsNetwork, makeNetwork } from "../clouds/aws/network";
import { makeNodes } from "../clouds/aws/nodes";
import { makeRoutes } from "../clouds/aws/routes";
import type { GatewayArgs } from "../clouds/link-end";
import { withResourceTag } from "../clouds/resource-tag";
import type { AgentPort } from "../network/model/agent-port";
import { installAgent } from "./cluster-agent";
import type { ClusterArgs } from "./cluster-args";
import { clusterPlan, mirrorOf, refuseBrokenMember } from "./cluster-plan";

/** An EKS cluster with its own VPC. `ranges.nodes` is the VPC's range, a /16 to a /22; zones are lettered, `eu-west-1a`. */
export interface EksClusterArgs extends ClusterArgs {
  /**
   * The role that the AWS provider assumes, if it does: kubectl and the network agent's installation take it too. Default:
   * the credentials of the environment. Example `"arn:aws:iam::111122223333:role/mesh"`.
   */
  roleArn?: string;
}

/**
 * A Kubernetes cluster on AWS that can be an end of a `Link`: EKS with the mesh's own network agent.
 *
 * Creates
 * - a VPC with a private, a public and a transit subnet in each zone, an internet gateway, a NAT gateway with an address in
 *   each zone, and a route table a subnet; the default security group without a rule;
 * - the EKS control plane with a private endpoint (a public one only for `api.access`), all its logs, secrets encrypted by a
 *   KMS key of its own, kube-proxy, CoreDNS and the Pod Identity agent as add-ons;
 * - the network agent, then one managed node group over all zones: encrypted disks, IMDSv2, no public address;
 * - with `agent.loadBalancer` an internal network load balancer at those addresses, for the peers' nodes alone;
 * - with `gateway` a transit gateway, the VPC's attachment to it, and routes to the prefixes behind the links.
 *
 * Costs while idle, in USD an hour (AWS price list, eu-west-1): control plane 0.10, or 0.60 once Kubernetes' version is out
 * of standard support (2025-07); for each zone a NAT gateway 0.048 (2020) and its address 0.005 (2025-06); with `gateway` the
 * VPC's attachment 0.05 (2025-06). Three zones with a gateway: 0.31. To this come the nodes, at least `nodes.min` of them with
 * a 50 GiB disk each, the load balancer, the KMS key and the logs at their own prices, and what each `Link` costs. Traffic
 * pays for NAT gateways (0.048 a GB), between zones (0.01 a GB each way), through the transit gateway (0.02 a GB), and out.
 */
export class EksCluster extends pulumi.ComponentResource {
  /** For kubectl: gets its tokens from the AWS CLI, which must be installed where it is used. Secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Name of the cluster in EKS. */
  readonly clusterName: pulumi.Output<string>;
  /** URL of the API server, a private address unless `api.access` is given. */
  readonly endpoint: pulumi.Output<string>;
  readonly vpcId: pulumi.Output<string>;
  /** Range of the VPC. Plain, known at preview. */
  readonly nodesRange: string;
  /** Range of all pods. Plain, known at preview. */
  readonly podsRange: string;
  /** Range of Services' ClusterIPs. Plain, known at preview. */
  readonly servicesRange: string;
  /** What a `Link` needs of this end. Absent without `gateway`. */
  readonly gateway?: GatewayArgs;

  constructor(name: string, args: EksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ca, roleArn, ...input } = args;
    const { plan, ports } = clusterPlan(name, input, awsFacts);
    const mirrored = mirrorOf(plan);
    super(
      "isthmus:index:EksCluster",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );
    refuseBrokenMember(plan, this);
    const member: AwsMember = { plan, parent: this };

    const network = makeNetwork(member);
    const routes = makeRoutes(member, network.vpc, network.subnets);
    const firewall = makeFirewall(member, network.vpc, portsBetweenNodes(ports));
    const cluster = makeControlPlane(member, network.subnets, firewall);
    const kubeconfig = kubeconfigOf(cluster, plan.region, roleArn);
    const agent = installAgent(plan, { kubeconfig, parent: this, ...(ca ? { ca } : {}) });
    const nodes = makeNodes(member, {
      cluster,
      subnets: network.subnets,
      firewall,
      agentTaint: startupTaint.key,
      dependsOn: [agent, ...routes.toInternet],
    });
    makeDns(member, cluster, nodes);
    createLoadBalancer(member, network, firewall, nodes);
    const gateway = plan.gateway && makeGateway(member, plan.gateway, network, routes);

    this.kubeconfig = kubeconfig;
    this.clusterName = cluster.name;
    this.endpoint = cluster.endpoint;
    this.vpcId = network.vpc.id;
    this.nodesRange = plan.ranges.nodes;
    this.podsRange = plan.ranges.pods;
    this.servicesRange = plan.ranges.services;
    if (gateway) this.gateway = gateway;
    this.registerOutputs(mirrored);
  }
}

/** The agent's API is knocked at on the load balancer, never on a node. */
function portsBetweenNodes(ports: AgentPort[]): AgentPort[] {
  return ports.filter(({ port }) => port !== clusterMeshPort.port);
}

function createLoadBalancer(
  member: AwsMember,
  { vpc, subnets }: AwsNetwork,
  firewall: Firewall,
  nodes: eks.NodeGroup,
): void {
  if (member.plan.agent.loadBalancer.length === 0) return;
  makeLoadBalancer(member, {
    vpc,
    subnets,
    firewall,
    nodes,
    port: clusterMeshPort,
    nodePort: clusterMeshNodePort,
  });
}
