import type { VirtualNetwork } from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { makeCluster } from "../clouds/azure/cluster";
import { useGateway } from "../clouds/azure/existing-gateway";
import { azureFacts } from "../clouds/azure/facts";
import { admitOthers } from "../clouds/azure/firewall";
import { makeGateway } from "../clouds/azure/gateway";
import { type AzureMember, makeMember } from "../clouds/azure/member";
import {
  type AzureNetwork,
  bringNetwork,
  makeNetwork,
  networkGroup,
  networkName,
} from "../clouds/azure/network";
import type { ExistingRead } from "../clouds/existing-read";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import { withResourceTag } from "../clouds/resource-tag";
import { InputError } from "../network/errors";
import type { AgentPort } from "../network/model/agent-port";
import type { MemberPlan } from "../network/plan/shape";
import { installAgent } from "./cluster-agent";
import type { ClusterArgs } from "./cluster-args";
import { isolateCluster } from "./cluster-isolation";
import { monitorCluster } from "./cluster-monitor";
import { clusterPlan, mirrorOf, networkOf, refuseBrokenMember } from "./cluster-plan";
import { shareServices } from "./cluster-set";
import { type ExistingAccess, existingAccess } from "./existing-cluster";
import { explained } from "./gate";

/** An AKS cluster. `ranges.gateway` is required with `gateway`; `region` is like `"westeurope"`, zones are `"1"` to `"3"`. */
export interface AksClusterArgs extends ClusterArgs {}

/**
 * A private AKS cluster in a network of its own, over the zones of a region, with the mesh's network agent; with `gateway` it
 * can be an end of a `Link`.
 *
 * Creates, in a resource group of its own:
 * - a VNet with a subnet for the nodes, its security group (nodes among themselves, the agent's ports from each peer's nodes,
 *   nothing else, not even over the links) and a NAT gateway with an address;
 * - an AKS cluster (no network plugin of Azure's, private endpoint unless `api.access` names someone, workload identity) under
 *   an identity that may manage the nodes' subnet and no more, with one system node pool that scales itself;
 * - a key vault and a key that encrypts Kubernetes' Secrets, and a Log Analytics workspace for the control plane's logs;
 * - the network agent, with strict isolation its network policy; for ClusterMesh AKS makes its internal load balancer;
 * - with `gateway` an active-active VPN gateway (VpnGw2AZ) with two addresses. **Creating it takes 45 minutes or more.**
 *
 * Pulumi must run where it can reach the private endpoint, and under an account that may assign roles. The kubeconfig holds a
 * client certificate, so that nothing else need be installed; who may fetch it is for Azure's roles to say. A deleted
 * cluster's key vault can be restored for 90 days and holds its name that long. Removing or adding peers changes the security
 * group's rules, and `gateway.inside` the gateway, in place.
 *
 * Costs while idle, in USD an hour (Azure retail prices, westeurope and like regions): control plane 0.10 (2026-10), NAT
 * gateway 0.045 (2026-10) and its address 0.005 (2026-09), together 0.15. With `gateway` 0.54 more (2026-10) and 0.01 for its
 * addresses: 0.70. To this come the nodes, at least `nodes.min` of them with their disks, the load balancer, the private
 * endpoint, the key and the logs at their own prices. A gateway's first ten tunnels are free, further ones 0.015 each
 * (2026-10). Traffic pays for the NAT gateway (0.045 a GB) and as internet egress.
 */
export class AksCluster extends pulumi.ComponentResource {
  /** Kubeconfig with a client certificate. Secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Name of the cluster in Azure. */
  readonly clusterName: pulumi.Output<string>;
  /** URL of the API server: private, unless `api.access` names someone. */
  readonly endpoint: pulumi.Output<string>;
  /** Id of the VNet. */
  readonly networkId: pulumi.Output<string>;
  /** Range of the nodes. Plain, known at preview. */
  readonly nodesRange: string;
  /** Range of all pods. Plain, known at preview. */
  readonly podsRange: string;
  /** Range of Services' ClusterIPs. Plain, known at preview. */
  readonly servicesRange: string;
  /** What a `Link` to another in this cloud needs of this end. */
  readonly network: NetworkArgs;
  /** What a `Link` needs of this end; absent without `gateway` in the arguments. */
  readonly gateway?: GatewayArgs;

  constructor(name: string, args: AksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ca, kubeconfig: given, ...input } = args;
    const { plan, ports } = clusterPlan(name, input, azureFacts);
    explained(name, () => requireGatewayRange(plan));
    const access = explained(name, () => existingAccess(plan, given));
    const mirrored = mirrorOf(plan);
    super(
      "isthmus:index:AksCluster",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );
    refuseBrokenMember(plan, this);
    const member = makeMember(plan, this);

    const { vnet, gateway, read, kubeconfig, clusterName, endpoint } = access
      ? bringStanding(member, ports, access)
      : makeStanding(member, ports);
    const agent = installAgent(plan, { kubeconfig, parent: this, ...(ca ? { ca } : {}) });
    isolateCluster(plan, agent, { parent: this });
    shareServices(plan, agent, { parent: this });
    monitorCluster(plan, agent, { parent: this });

    this.kubeconfig = kubeconfig;
    this.clusterName = clusterName;
    this.endpoint = endpoint;
    this.networkId = vnet.id;
    this.network = {
      ...networkOf(plan),
      id: vnet.id,
      name: networkName(member, vnet),
      resourceGroup: networkGroup(member),
    };
    this.nodesRange = plan.ranges.nodes;
    this.podsRange = plan.ranges.pods;
    this.servicesRange = plan.ranges.services;
    if (gateway) this.gateway = gateway;
    const ranges = vnet.addressSpace.apply((space) => space?.addressPrefixes ?? []);
    this.registerOutputs(plan.existing ? { ...mirrored, read: { ranges, ...read } } : mirrored);
  }
}

function requireGatewayRange({ gateway, ranges, existing }: MemberPlan): void {
  if (gateway && !existing?.gateway && !ranges.gateway) {
    throw new InputError({
      path: "ranges.gateway",
      message: "is missing: an Azure gateway needs a subnet of its own, /27 or larger.",
    });
  }
}

/** A cluster, its network, and the gateway that its links end at. */
interface Standing extends ExistingAccess {
  vnet: VirtualNetwork;
  gateway?: GatewayArgs;
  read?: ExistingRead;
}

function makeStanding(member: AzureMember, ports: AgentPort[]): Standing {
  const network = makeNetwork(member, ports);
  const gateway = createGateway(member, network);
  const { cluster, kubeconfig, endpoint } = makeCluster(member, network);
  return { vnet: network.vnet, ...gateway, kubeconfig, clusterName: cluster.name, endpoint };
}

/** To a cluster that is there comes what others may open on its nodes. */
function bringStanding(member: AzureMember, ports: AgentPort[], access: ExistingAccess): Standing {
  const group = member.plan.existing?.cluster?.securityGroup;
  if (group === undefined) {
    const message = "is missing: an AKS cluster that is there needs its nodes' network security group";
    throw new InputError({ path: "existing.cluster.securityGroup", message });
  }
  const network = bringNetwork(member);
  admitOthers(member, group, ports);
  return { ...access, vnet: network.vnet, ...createGateway(member, network) };
}

/** Registered before the cluster, which it does not need: it takes longest. */
function createGateway(
  member: AzureMember,
  network: Pick<AzureNetwork, "gateway">,
): Pick<Standing, "gateway" | "read"> {
  const { gateway, existing } = member.plan;
  if (gateway && existing?.gateway) return useGateway(member, gateway, existing.gateway);
  return gateway && network.gateway ? { gateway: makeGateway(member, gateway, network.gateway) } : {};
}
