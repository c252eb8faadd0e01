import type { Cluster } from "@pulumi/gcp/container";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { agentPorts, pinnedVersion } from "../agents";
import { startupTaint } from "../agents/cilium/facts";
import { kubeconfigOf, makeControlPlane } from "../clouds/gcp/cluster";
import { gcpFacts } from "../clouds/gcp/facts";
import { makeFirewall } from "../clouds/gcp/firewall";
import { makeGateway } from "../clouds/gcp/gateway";
import { makeNodeIdentity } from "../clouds/gcp/identity";
import { reserveLoadBalancer } from "../clouds/gcp/load-balancer";
import { controlPlaneRange } from "../clouds/gcp/member";
import { makeNetwork } from "../clouds/gcp/network";
import { makeNodes } from "../clouds/gcp/nodes";
import type { GatewayArgs } from "../clouds/link-end";
import { completeMember } from "../network/plan/member";
import { plannedNetwork } from "../network/plan/network";
import type { MemberPlan, Plan } from "../network/plan/shape";
import type { CertificateAuthorityArgs, ClusterArgs } from "./cluster-args";
import { brokenInvariants, explained, refuse } from "./gate";
import { NetworkAgent } from "./network-agent";

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
 * - the network agent, and for ClusterMesh a reserved internal address;
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
  /** What a `Link` needs of this end; absent without `gateway` in the arguments. */
  readonly gateway?: GatewayArgs;

  constructor(name: string, args: GkeClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ca, ...input } = args;
    const plan = explained(name, () => completeMember(name, input, gcpFacts, pinnedVersion));
    const ports = explained(name, () => agentPorts(plan.agent.kind, plan.agent.encryption));
    explained(name, () => controlPlaneRange(plan));
    const mirrored = mirror(plan);
    super("isthmus:index:GkeCluster", name, mirrored, opts);
    refuse(brokenInvariants(plannedNetwork(planOf(plan))), this);
    const member = { plan, parent: this };

    const network = makeNetwork(member);
    makeFirewall(member, network.vpc, ports);
    const identity = makeNodeIdentity(member);
    const cluster = makeControlPlane(member, network, identity);
    const kubeconfig = kubeconfigOf(cluster);
    const addresses = reserveLoadBalancer(member, network);
    const kubernetes = connect(plan, kubeconfig, addresses, this);
    const agent = installAgent(plan, kubernetes, ca, this);
    makeNodes(member, { cluster, identity, agentTaint: startupTaint.key, dependsOn: [agent] });

    this.kubeconfig = kubeconfig;
    this.clusterName = cluster.name;
    this.endpoint = endpointOf(cluster);
    this.networkId = network.vpc.id;
    this.nodesRange = plan.ranges.nodes;
    this.podsRange = plan.ranges.pods;
    this.servicesRange = plan.ranges.services;
    if (plan.gateway) this.gateway = makeGateway(member, plan.gateway, network);
    this.registerOutputs(mirrored);
  }
}

/** The member as a mesh of one: what its constructor can judge by itself. */
function planOf(member: MemberPlan): Plan {
  return {
    datapath: member.agent.datapath,
    members: { [member.name]: member },
    links: [],
    traffic: [],
    topology: { kind: "links", cost: 0, lowerBound: 0, gap: 0, method: "given" },
  };
}

/** What rules need of a cluster that its resources do not tell: plain values, and nothing secret. */
function mirror(plan: MemberPlan) {
  const { cloud, region, zones, kubernetes, ranges, nodes, api, gateway, agent } = plan;
  return {
    cloud,
    region,
    zones,
    kubernetes,
    ranges,
    nodes,
    apiAccess: api.access,
    ...(gateway ? { gateway: { asn: gateway.asn, advertise: gateway.advertise } } : {}),
    agent: { kind: agent.kind, clusterId: agent.clusterId, encryption: agent.encryption, mtu: agent.mtu },
  };
}

/** What is installed by this provider waits for `dependsOn`: children of a component do not wait for what it waits for. */
function connect(
  plan: MemberPlan,
  kubeconfig: pulumi.Output<string>,
  dependsOn: pulumi.Resource[],
  parent: pulumi.Resource,
): Provider {
  return new Provider(`${plan.name}-kubernetes`, { kubeconfig }, { parent, dependsOn });
}

function installAgent(
  { name, cloud, agent }: MemberPlan,
  kubernetes: Provider,
  ca: CertificateAuthorityArgs | undefined,
  parent: pulumi.Resource,
): NetworkAgent {
  return explained(name, () => {
    const args = { ...agent, cloud, ...(ca ? { ca } : {}) };
    return new NetworkAgent(`${name}-agent`, args, { parent, providers: [kubernetes] });
  });
}

function endpointOf(cluster: Cluster): pulumi.Output<string> {
  return pulumi.interpolate`https://${cluster.endpoint}`;
}
