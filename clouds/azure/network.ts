import {
  NatGateway,
  type NetworkSecurityGroup,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
} from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { AgentPort } from "../../network/model/agent-port";
import { GATEWAY_SUBNET, POD_SUBNET_SERVICE } from "./facts";
import { makeFirewall } from "./firewall";
import { type AzureMember, placed, subnetWithRole } from "./member";
import { groupIn, nameIn } from "./resource-id";
import { ZONES } from "./zones";

/** A VNet with the nodes' subnet, and the VPN gateway's where the member has one. */
export interface AzureNetwork {
  vnet: VirtualNetwork;
  nodes: Subnet;
  /** Where pods are routed, theirs. */
  pods?: Subnet;
  gateway?: Subnet;
  /** The address that nodes are seen by in the internet. */
  egress: PublicIPAddress;
}

/** @throws InputError where the member's subnets lack the nodes' */
export function makeNetwork(member: AzureMember, agentPorts: AgentPort[]): AzureNetwork {
  const vnet = existingVnet(member) ?? makeVnet(member);
  const gateway = makeGatewaySubnet(member, vnet);
  const { nat, egress } = makeNat(member);
  const firewall = makeFirewall(member, agentPorts);
  const nodes = makeNodesSubnet(member, vnet, { nat, firewall, after: gateway });
  const pods = makePodsSubnet(member, vnet, { nat, firewall, after: nodes });
  return { vnet, nodes, ...(pods ? { pods } : {}), ...(gateway ? { gateway } : {}), egress };
}

/** The VNet of a cluster that is there, and in it the subnet of a gateway that is to be made. */
export function bringNetwork(member: AzureMember): { vnet: VirtualNetwork; gateway?: Subnet } {
  const vnet = existingVnet(member) ?? makeVnet(member);
  const gateway = makeGatewaySubnet(member, vnet);
  return { vnet, ...(gateway ? { gateway } : {}) };
}

/** Read; what the spec says of it is told by the component that reads it. */
function existingVnet({ plan, parent }: AzureMember): VirtualNetwork | undefined {
  const { existing, name } = plan;
  return existing && VirtualNetwork.get(`${name}-network`, existing.network.id, { parent });
}

/** Subnets are resources of their own, never written into the VNet too: the two forms would delete each other's. */
function makeVnet(member: AzureMember): VirtualNetwork {
  const { plan, parent } = member;
  return new VirtualNetwork(
    `${plan.name}-network`,
    {
      ...placed(member),
      addressSpace: {
        addressPrefixes: [
          plan.ranges.nodes,
          ...(subnetWithRole(member, "pods") ? [plan.ranges.pods] : []),
          ...(plan.ranges.gateway ? [plan.ranges.gateway] : []),
        ],
      },
    },
    { parent },
  );
}

/** Name of the resource group that the VNet is in. */
export function networkGroup({ plan, group }: AzureMember): pulumi.Input<string> {
  return plan.existing ? groupIn(plan.existing.network.id) : group.name;
}

/** Of a VNet that is there it stands in the id, and is known before anybody has been asked. */
export function networkName({ plan }: AzureMember, vnet: VirtualNetwork): pulumi.Input<string> {
  return plan.existing ? nameIn(plan.existing.network.id) : vnet.name;
}

/** Nothing else may be in it: no firewall, no NAT, no node. */
function makeGatewaySubnet(member: AzureMember, vnet: VirtualNetwork): Subnet | undefined {
  const subnet = subnetWithRole(member, "gateway");
  if (!subnet) return undefined;
  return new Subnet(
    `${member.plan.name}-gateway-subnet`,
    {
      resourceGroupName: networkGroup(member),
      virtualNetworkName: networkName(member, vnet),
      subnetName: GATEWAY_SUBNET,
      addressPrefix: subnet.range,
    },
    { parent: member.parent },
  );
}

/**
 * One NAT gateway, in a zone of Azure's choice: a subnet takes only one, and the zone-redundant kind (StandardV2) is not in
 * the Network API 2024-05-01 that azure-native 3.28 speaks. While its zone is down, nodes in the others cannot reach the
 * internet; links and the private API endpoint do not pass through it.
 */
function makeNat(member: AzureMember): { nat: NatGateway; egress: PublicIPAddress } {
  const { plan, parent } = member;
  const egress = new PublicIPAddress(
    `${plan.name}-egress`,
    {
      ...placed(member),
      sku: { name: "Standard", tier: "Regional" },
      publicIPAllocationMethod: "Static",
      zones: ZONES,
    },
    { parent },
  );
  const nat = new NatGateway(
    `${plan.name}-nat`,
    { ...placed(member), sku: { name: "Standard" }, publicIpAddresses: [{ id: egress.id }] },
    { parent },
  );
  return { nat, egress };
}

/** `after`: Azure changes one subnet of a VNet at a time, and the gateway's, whose gateway takes longest, goes first. */
function makeNodesSubnet(
  member: AzureMember,
  vnet: VirtualNetwork,
  { nat, firewall, after }: { nat: NatGateway; firewall: NetworkSecurityGroup; after: Subnet | undefined },
): Subnet {
  const { plan, parent } = member;
  const subnet = subnetWithRole(member, "nodes");
  if (!subnet) throw new InputError({ path: "subnets", message: `${plan.name} has no subnet for nodes.` });
  return new Subnet(
    `${plan.name}-nodes-subnet`,
    {
      resourceGroupName: networkGroup(member),
      virtualNetworkName: networkName(member, vnet),
      subnetName: subnet.name,
      addressPrefix: subnet.range,
      networkSecurityGroup: { id: firewall.id },
      natGateway: { id: nat.id },
      defaultOutboundAccess: false,
    },
    { parent, dependsOn: after ? [after] : [] },
  );
}

/** AKS's own, by the service that it is handed to ("Configure Azure CNI networking for dynamic allocation of IPs", AKS docs, 2026). */
function makePodsSubnet(
  member: AzureMember,
  vnet: VirtualNetwork,
  { nat, firewall, after }: { nat: NatGateway; firewall: NetworkSecurityGroup; after: Subnet },
): Subnet | undefined {
  const { plan, parent } = member;
  const subnet = subnetWithRole(member, "pods");
  if (!subnet) return undefined;
  return new Subnet(
    `${plan.name}-pods-subnet`,
    {
      resourceGroupName: networkGroup(member),
      virtualNetworkName: networkName(member, vnet),
      subnetName: subnet.name,
      addressPrefix: subnet.range,
      networkSecurityGroup: { id: firewall.id },
      natGateway: { id: nat.id },
      defaultOutboundAccess: false,
      delegations: [{ name: "aks", serviceName: POD_SUBNET_SERVICE }],
    },
    { parent, dependsOn: [after] },
  );
}
