import type { Network } from "@pulumi/gcp/compute";
import type { Cluster } from "@pulumi/gcp/container";
import * as pulumi from "@pulumi/pulumi";
import type { ExistingRead } from "../clouds/existing-read";
import { kubeconfigOf, makeControlPlane } from "../clouds/gcp/cluster";
import { useGateway } from "../clouds/gcp/existing-gateway";
import { gcpFacts } from "../clouds/gcp/facts";
import { admitOthers, makeFirewall } from "../clouds/gcp/firewall";
import { makeGateway } from "../clouds/gcp/gateway";
import { makeNodeIdentity } from "../clouds/gcp/identity";
import { reserveLoadBalancer } from "../clouds/gcp/load-balancer";
import { controlPlaneRange, type GcpMember } from "../clouds/gcp/member";
import { existingVpc, makeNetwork } from "../clouds/gcp/network";
import { makeNodes } from "../clouds/gcp/nodes";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import { withResourceTag } from "../clouds/resource-tag";
import type { AgentPort } from "../network/model/agent-port";
import { installAgent, taintOf } from "./cluster-agent";
import type { CertificateAuthorityArgs, ClusterArgs } from "./cluster-args";
import { isolateCluster } from "./cluster-isolation";
import { monitorCluster } from "./cluster-monitor";
import { clusterPlan, mirrorOf, networkOf, refuseBrokenMember } from "./cluster-plan";
import { shareServices } from "./cluster-set";
import { type ExistingAccess, existingAccess } from "./existing-cluster";
import { explained } from "./gate";

/** A GKE cluster. `ranges.controlPlane` is required; `region` is like `"europe-west3"`, a zone like `"europe-west3-a"`. */
export interface GkeClusterArgs extends ClusterArgs {}

/**
 * A private GKE cluster in a network of its own, over two or more zones of a region, with the mesh's network agent; with
 * `gateway` it can be an end of a `Link`.
 *
 * Creates:
 * - a VPC with one subnet (flow logs, private Google access), a Cloud Router and Cloud NAT for the way out, and firewall
 *   rules: nodes and pods among themselves, webhooks from the control plane, the agent's ports from each peer's nodes;
 * - a regional GKE cluster (VPC-native, private endpoint, workload identity, control plane logs) whose Secrets are encrypted
 *   by a KMS key of its own;
 * - a node pool that scales itself, shielded, under a service account that can write logs and metrics;
 * - the network agent, and for ClusterMesh a reserved internal address; with strict isolation its network policy;
 * - with `gateway` an HA VPN gateway with two addresses and a Cloud Router that advertises what it is told.
 *
 * Needs in the project: the APIs `compute`, `container`, `cloudkms`, `iam` and `serviceusage`. Deletion protection is off:
 * use Pulumi's option `protect`. A deleted cluster leaves its empty key ring behind, which Google Cloud never deletes.
 *
 * Costs while idle (list prices in USD): the control plane 0.10 an hour (2026-07); Cloud NAT 0.0014 an hour for each node and
 * 0.005 for its address (2026-10); the nodes; a few cents a month for the key. Gateway and routers are free (2026); a link's
 * tunnels cost 0.05 to 0.08 an hour each, by region (2026-07).
 */
export class GkeCluster extends pulumi.ComponentResource {
  /** Kubeconfig as JSON text, secret. Its user needs `gke-gcloud-auth-plugin`. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Name of the cluster in Google Cloud. */
  readonly clusterName: pulumi.Output<string>;
  /** URL of the API server: private, unless `api.access` names someone. */
  readonly endpoint: pulumi.Output<string>;
  /** Id of the VPC. */
  readonly networkId: pulumi.Output<string>;
  /** Range of the nodes' subnet. */
  readonly nodesRange: string;
  /** Range of all pods. */
  readonly podsRange: string;
  /** Range of Services' ClusterIPs. */
  readonly servicesRange: string;
  /** What a `Link` to another in this cloud needs of this end. */
  readonly network: NetworkArgs;
  /** What a `Link` needs of this end; absent without `gateway` in the arguments. */
  readonly gateway?: GatewayArgs;

  constructor(name: string, args: GkeClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ca, kubeconfig: given, ...input } = args;
    const { plan, ports } = clusterPlan(name, input, gcpFacts);
    explained(name, () => plan.existing?.cluster ?? controlPlaneRange(plan));
    const access = explained(name, () => existingAccess(plan, given));
    const mirrored = mirrorOf(plan);
    super(
      "isthmus:index:GkeCluster",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );
    refuseBrokenMember(plan, this);
    const member = { plan, parent: this };

    const { vpc, kubeconfig, clusterName, endpoint } = access
      ? bringCluster(member, ports, access, ca)
      : makeCluster(member, ports, ca);

    this.kubeconfig = kubeconfig;
    this.clusterName = clusterName;
    this.endpoint = endpoint;
    this.networkId = vpc.id;
    this.network = { ...networkOf(plan), id: vpc.selfLink, name: vpc.name };
    this.nodesRange = plan.ranges.nodes;
    this.podsRange = plan.ranges.pods;
    this.servicesRange = plan.ranges.services;
    const { gateway, read } = createGateway(member, vpc);
    if (gateway) this.gateway = gateway;
    this.registerOutputs(plan.existing ? { ...mirrored, read: read ?? {} } : mirrored);
  }
}

function createGateway(member: GcpMember, vpc: Network): { gateway?: GatewayArgs; read?: ExistingRead } {
  const { gateway, existing } = member.plan;
  if (!gateway) return {};
  if (existing?.gateway) return useGateway(member, gateway, existing.gateway, { vpc });
  return { gateway: makeGateway(member, gateway, { vpc }) };
}

/** A cluster, and the network that the gateway is joined to. */
interface Standing extends ExistingAccess {
  vpc: Network;
}

function makeCluster(
  member: GcpMember,
  ports: AgentPort[],
  ca: CertificateAuthorityArgs | undefined,
): Standing {
  const { plan, parent } = member;
  const network = makeNetwork(member);
  makeFirewall(member, network.vpc, ports);
  const identity = makeNodeIdentity(member);
  const cluster = makeControlPlane(member, network, identity);
  const kubeconfig = kubeconfigOf(cluster);
  const addresses = reserveLoadBalancer(member, network.subnet.id);
  const agent = installAgent(plan, { kubeconfig, dependsOn: addresses, parent, ...(ca ? { ca } : {}) });
  const nodes = makeNodes(member, { cluster, identity, ...taintOf(plan), dependsOn: [agent] });
  isolateCluster(plan, agent, { parent, dependsOn: [nodes] });
  shareServices(plan, agent, { parent, dependsOn: [nodes] });
  monitorCluster(plan, agent, { parent, dependsOn: [nodes] });
  return { vpc: network.vpc, kubeconfig, clusterName: cluster.name, endpoint: endpointOf(cluster) };
}

/** To a cluster that is there come the agent, its load balancer's address, and what others may open in its network. */
function bringCluster(
  member: GcpMember,
  ports: AgentPort[],
  access: ExistingAccess,
  ca: CertificateAuthorityArgs | undefined,
): Standing {
  const { plan, parent } = member;
  const vpc = existingVpc(member);
  if (!vpc) throw new Error(`${plan.name} brings no network`);
  admitOthers(member, vpc, ports);
  const subnets = plan.existing?.cluster?.subnets ?? {};
  const subnet = subnets[plan.agent.loadBalancer[0]?.subnet ?? ""]?.id;
  const addresses = subnet === undefined ? [] : reserveLoadBalancer(member, subnet);
  const agent = installAgent(plan, {
    kubeconfig: access.kubeconfig,
    dependsOn: addresses,
    parent,
    ...(ca ? { ca } : {}),
  });
  isolateCluster(plan, agent, { parent });
  shareServices(plan, agent, { parent });
  monitorCluster(plan, agent, { parent });
  return { ...access, vpc };
}

function endpointOf(cluster: Cluster): pulumi.Output<string> {
  return pulumi.interpolate`https://${cluster.endpoint}`;
}
