import type { Cluster } from "@pulumi/gcp/container";
import * as pulumi from "@pulumi/pulumi";
import { startupTaint } from "../agents/cilium/facts";
import { kubeconfigOf, makeControlPlane } from "../clouds/gcp/cluster";
import { useGateway } from "../clouds/gcp/existing-gateway";
import { gcpFacts } from "../clouds/gcp/facts";
import { makeFirewall } from "../clouds/gcp/firewall";
import { makeGateway } from "../clouds/gcp/gateway";
import { makeNodeIdentity } from "../clouds/gcp/identity";
import { reserveLoadBalancer } from "../clouds/gcp/load-balancer";
import { controlPlaneRange } from "../clouds/gcp/member";
import { makeNetwork } from "../clouds/gcp/network";
import { makeNodes } from "../clouds/gcp/nodes";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import { withResourceTag } from "../clouds/resource-tag";
import { installAgent } from "./cluster-agent";
import type { ClusterArgs } from "./cluster-args";
import { clusterPlan, mirrorOf, networkOf, refuseBrokenMember } from "./cluster-plan";
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
  /** What a `Link` to another in this cloud needs of this end. */
  readonly network: NetworkArgs;
  /** What a `Link` needs of this end; absent without `gateway` in the arguments. */
  readonly gateway?: GatewayArgs;

  constructor(name: string, args: GkeClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ca, ...input } = args;
    const { plan, ports } = clusterPlan(name, input, gcpFacts);
    explained(name, () => controlPlaneRange(plan));
    const mirrored = mirrorOf(plan);
    super(
      "isthmus:index:GkeCluster",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );
    refuseBrokenMember(plan, this);
    const member = { plan, parent: this };

    const network = makeNetwork(member);
    makeFirewall(member, network.vpc, ports);
    const identity = makeNodeIdentity(member);
    const cluster = makeControlPlane(member, network, identity);
    const kubeconfig = kubeconfigOf(cluster);
    const addresses = reserveLoadBalancer(member, network);
    const agent = installAgent(plan, {
      kubeconfig,
      dependsOn: addresses,
      parent: this,
      ...(ca ? { ca } : {}),
    });
    makeNodes(member, { cluster, identity, agentTaint: startupTaint.key, dependsOn: [agent] });

    this.kubeconfig = kubeconfig;
    this.clusterName = cluster.name;
    this.endpoint = endpointOf(cluster);
    this.networkId = network.vpc.id;
    this.network = { ...networkOf(plan), id: network.vpc.selfLink, name: network.vpc.name };
    this.nodesRange = plan.ranges.nodes;
    this.podsRange = plan.ranges.pods;
    this.servicesRange = plan.ranges.services;
    if (plan.gateway) {
      this.gateway = plan.existing?.gateway
        ? useGateway(member, plan.gateway, plan.existing.gateway, network)
        : makeGateway(member, plan.gateway, network);
    }
    this.registerOutputs(mirrored);
  }
}

function endpointOf(cluster: Cluster): pulumi.Output<string> {
  return pulumi.interpolate`https://${cluster.endpoint}`;
}
