import * as pulumi from "@pulumi/pulumi";
import { agentFacts } from "../agents";
import { kubeconfigOf, makeControlPlane, makeDns } from "../clouds/aws/cluster";
import { existingCluster } from "../clouds/aws/existing-cluster";
import { useGateway } from "../clouds/aws/existing-gateway";
import { awsFacts } from "../clouds/aws/facts";
import { admitOthers, makeFirewall } from "../clouds/aws/firewall";
import { makeGateway } from "../clouds/aws/gateway";
import { makeLoadBalancer } from "../clouds/aws/load-balancer";
import type { AwsMember, WithId } from "../clouds/aws/member";
import { type AwsNetwork, makeNetwork } from "../clouds/aws/network";
import { makeNodes } from "../clouds/aws/nodes";
import { makeRoutes, type NodeRoutes } from "../clouds/aws/routes";
import { joinSharedGateway } from "../clouds/aws/shared-gateway";
import type { ExistingRead } from "../clouds/existing-read";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import { withResourceTag } from "../clouds/resource-tag";
import { InputError } from "../network/errors";
import type { AgentPort } from "../network/model/agent-port";
import type { MemberInput } from "../network/plan/member";
import type { MemberPlan } from "../network/plan/shape";
import { installAgent, taintOf } from "./cluster-agent";
import type { CertificateAuthorityArgs, ClusterArgs } from "./cluster-args";
import { isolateCluster } from "./cluster-isolation";
import { monitorCluster } from "./cluster-monitor";
import { clusterPlan, mirrorOf, networkOf, refuseBrokenMember } from "./cluster-plan";
import { clusterSetServer, shareServices } from "./cluster-set";
import { type ExistingAccess, existingAccess } from "./existing-cluster";
import { explained } from "./gate";

/** An EKS cluster with its own VPC. `ranges.nodes` is the VPC's range, a /16 to a /22; zones are lettered, `eu-west-1a`. */
export interface EksClusterArgs extends ClusterArgs {
  /**
   * The role that the AWS provider assumes, if it does: kubectl and the network agent's installation take it too. Default:
   * the credentials of the environment. Example `"arn:aws:iam::111122223333:role/mesh"`.
   */
  roleArn?: string;
  /**
   * The transit gateway of another cluster in this region, which the VPC is attached to instead of one of its own; with `gateway`,
   * whose `asn` is then that gateway's. Default: one of its own.
   */
  sharedGateway?: SharedGatewayArgs;
}

/** Another cluster's transit gateway. */
export interface SharedGatewayArgs {
  /** The other cluster's name. */
  member: string;
  /** Its `gateway`, or the same from a stack reference. */
  gateway: GatewayArgs;
  /** Number of this cluster's account, where the gateway is in another one. Example `"111122223333"`. */
  account?: string;
  /** Provider of the gateway's account, where that is another one. Default: this cluster's. */
  // biome-ignore lint/suspicious/noExplicitAny: as a provider's class, the schema refers to a resource that no provider's schema has
  provider?: any;
}

/**
 * A Kubernetes cluster on AWS that can be an end of a `Link`: EKS with the mesh's own network agent.
 *
 * Creates
 * - a VPC with a private, a public and a transit subnet in each zone, an internet gateway, a NAT gateway with an address in
 *   each zone, and a route table a subnet; the default security group without a rule;
 * - the EKS control plane with a private endpoint (a public one only for `api.access`), all its logs, secrets encrypted by a
 *   KMS key of its own, kube-proxy, CoreDNS and the Pod Identity agent as add-ons;
 * - the network agent, then one managed node group over all zones: encrypted disks, IMDSv2, no public address; with strict isolation
 *   the agent's network policy;
 * - with `agent.loadBalancer` an internal network load balancer at those addresses, for the peers' nodes alone;
 * - with `gateway` a transit gateway, or with `sharedGateway` none, the VPC's attachment to it, and routes to the prefixes behind the
 *   links; where it is shared from another account also the resource share, and both sides' acceptance.
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
  /** What a `Link` to another in this cloud needs of this end. */
  readonly network: NetworkArgs;
  /** What a `Link` needs of this end. Absent without `gateway`, and with `sharedGateway`: the links are those of its owner. */
  readonly gateway?: GatewayArgs;

  constructor(name: string, args: EksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ca, roleArn, sharedGateway, kubeconfig: given, ...input } = args;
    const { plan, ports } = clusterPlan(name, withOwner(input, sharedGateway), awsFacts);
    explained(name, () => refuseMissingGateway(plan, sharedGateway));
    const access = explained(name, () => existingAccess(plan, given));
    const mirrored = mirrorOf(plan);
    super(
      "isthmus:index:EksCluster",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );
    refuseBrokenMember(plan, this);
    const member: AwsMember = { plan, parent: this };
    const between = portsBetweenNodes(ports, plan);
    const { network, routes, kubeconfig, clusterName, endpoint } = access
      ? bringCluster(member, between, access, ca)
      : makeCluster(member, between, roleArn, ca);
    const { gateway, read } = createGateway(member, sharedGateway, network, routes);

    this.kubeconfig = kubeconfig;
    this.clusterName = clusterName;
    this.endpoint = endpoint;
    this.vpcId = network.vpc.id;
    this.network = { ...networkOf(plan), id: network.vpc.id };
    this.nodesRange = plan.ranges.nodes;
    this.podsRange = plan.ranges.pods;
    this.servicesRange = plan.ranges.services;
    if (gateway) this.gateway = gateway;
    const ranges = network.vpc.cidrBlock.apply((range) => [range]);
    this.registerOutputs(plan.existing ? { ...mirrored, read: { ranges, ...read } } : mirrored);
  }
}

/** A cluster, and what the gateway is joined to. */
interface Standing extends ExistingAccess {
  network: AwsNetwork;
  routes: Pick<NodeRoutes, "tables">;
}

function makeCluster(
  member: AwsMember,
  ports: AgentPort[],
  roleArn: string | undefined,
  ca: CertificateAuthorityArgs | undefined,
): Standing {
  const { plan, parent } = member;
  const network = makeNetwork(member);
  const routes = makeRoutes(member, network.vpc, network.subnets);
  const firewall = makeFirewall(member, network.vpc, ports);
  const cluster = makeControlPlane(member, network.subnets, firewall);
  const kubeconfig = kubeconfigOf(cluster, plan.region, roleArn);
  const agent = installAgent(plan, { kubeconfig, parent, ...(ca ? { ca } : {}) });
  const nodes = makeNodes(member, {
    cluster,
    subnets: network.subnets,
    firewall,
    ...taintOf(plan),
    dependsOn: [agent, ...routes.toInternet],
  });
  isolateCluster(plan, agent, { parent, dependsOn: [nodes] });
  shareServices(plan, agent, { parent, dependsOn: [nodes] });
  monitorCluster(plan, agent, { parent, dependsOn: [nodes] });
  makeDns(member, cluster, nodes, clusterSetServer(plan));
  const scalingGroup = nodes.resources.apply((all) => all[0]?.autoscalingGroups[0]?.name ?? "");
  createLoadBalancer(member, network, firewall.nodes, { "": scalingGroup });
  return { network, routes, kubeconfig, clusterName: cluster.name, endpoint: cluster.endpoint };
}

/** To a cluster that is there come the agent, its load balancer, and what others may open on its nodes. */
function bringCluster(
  member: AwsMember,
  ports: AgentPort[],
  access: ExistingAccess,
  ca: CertificateAuthorityArgs | undefined,
): Standing {
  const { plan, parent } = member;
  const { network, tables, nodes, scalingGroups } = existingCluster(member);
  admitOthers(member, nodes, ports);
  const agent = installAgent(plan, { kubeconfig: access.kubeconfig, parent, ...(ca ? { ca } : {}) });
  isolateCluster(plan, agent, { parent });
  shareServices(plan, agent, { parent });
  monitorCluster(plan, agent, { parent });
  createLoadBalancer(member, network, nodes, scalingGroups);
  return { ...access, network, routes: { tables } };
}

/** A gateway with whose it is, where it is another cluster's. */
function withOwner(
  { gateway, ...input }: Omit<ClusterArgs, "kubeconfig">,
  shared: SharedGatewayArgs | undefined,
): MemberInput {
  if (!gateway) return input;
  return { ...input, gateway: { ...gateway, ...(shared ? { behind: shared.member } : {}) } };
}

function refuseMissingGateway({ gateway }: MemberPlan, shared: SharedGatewayArgs | undefined): void {
  if (shared && !gateway) {
    const message = "is missing: sharedGateway stands beside it, whose asn it has";
    throw new InputError({ path: "gateway", message });
  }
  if (gateway?.behind !== undefined && !shared) {
    const message = `is missing: the gateway is ${gateway.behind}'s, so give that cluster's`;
    throw new InputError({ path: "sharedGateway", message });
  }
}

/** The cluster's own transit gateway; `undefined` where it has none, or uses another's. */
function createGateway(
  member: AwsMember,
  shared: SharedGatewayArgs | undefined,
  network: AwsNetwork,
  routes: Pick<NodeRoutes, "tables">,
): { gateway?: GatewayArgs; read?: ExistingRead } {
  const { gateway } = member.plan;
  if (!gateway) return {};
  const existing = member.plan.existing?.gateway;
  if (existing) return useGateway(member, gateway, existing, network, routes);
  if (!shared) return { gateway: makeGateway(member, gateway, network, routes) };
  joinSharedGateway(member, gateway, shared, network, routes);
  return {};
}

/** The agent's API is knocked at on the load balancer, never on a node. */
function portsBetweenNodes(ports: AgentPort[], { agent }: MemberPlan): AgentPort[] {
  const { entry } = agentFacts(agent.kind);
  return ports.filter(({ port }) => port === undefined || port !== entry?.port.port);
}

function createLoadBalancer(
  member: AwsMember,
  { vpc, subnets }: AwsNetwork,
  nodes: WithId,
  scalingGroups: Record<string, pulumi.Input<string>>,
): void {
  const { kind, loadBalancer } = member.plan.agent;
  const { entry } = agentFacts(kind);
  if (entry && loadBalancer.length > 0)
    makeLoadBalancer(member, { vpc, subnets, nodes, scalingGroups, ...entry });
}
