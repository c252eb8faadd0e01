import { PublicIPAddress, type Subnet, VirtualNetworkGateway } from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import type { GatewayPlan } from "../../network/plan/shape";
import type { GatewayArgs } from "../link-end";
import { type AzureMember, placed } from "./member";
import { ipConfigurationName } from "./names";
import { ZONES } from "./zones";

/** Active-active: each instance has a public address and its own inside addresses, and either may fail. */
const INSTANCES = [0, 1];

/** Creating often takes 45 minutes and more (VPN Gateway with AWS how-to, azure-docs @ 03e5750). */
const TIMEOUTS = { create: "90m", update: "90m", delete: "120m" };

export function makeGateway(member: AzureMember, plan: GatewayPlan, subnet: Subnet): GatewayArgs {
  const addresses = INSTANCES.map((instance) => makeAddress(member, instance));
  const gateway = makeVpnGateway(member, plan, subnet, addresses);
  return {
    cloud: "azure",
    region: member.plan.region,
    asn: plan.asn,
    id: gateway.id,
    resourceGroup: member.group.name,
    addresses: addresses.map((address) => address.ipAddress.apply((text) => text ?? "")),
    advertise: plan.advertise,
    tags: member.plan.tags,
  };
}

/** In all zones: a gateway with any other is refused (`VmssVpnGatewayPublicIpsMustHaveZonesConfigured`). */
function makeAddress(member: AzureMember, instance: number): PublicIPAddress {
  const { plan, parent } = member;
  return new PublicIPAddress(
    `${plan.name}-gateway-${instance}`,
    {
      ...placed(member),
      sku: { name: "Standard", tier: "Regional" },
      publicIPAllocationMethod: "Static",
      zones: ZONES,
    },
    { parent },
  );
}

/**
 * The inside addresses of all links stand on the gateway, by the id of an IP configuration inside the gateway itself. So the
 * gateway's physical name is planned, not automatic: unique in the member's own resource group.
 */
function makeVpnGateway(
  member: AzureMember,
  { asn, inside }: GatewayPlan,
  subnet: Subnet,
  addresses: PublicIPAddress[],
): VirtualNetworkGateway {
  const { plan, parent, group } = member;
  const name = `${plan.name}-gateway`;
  const configurationId = (instance: number) =>
    pulumi.interpolate`${group.id}/providers/Microsoft.Network/virtualNetworkGateways/${name}/ipConfigurations/${ipConfigurationName(instance)}`;
  return new VirtualNetworkGateway(
    name,
    {
      ...placed(member),
      virtualNetworkGatewayName: name,
      gatewayType: "Vpn",
      vpnType: "RouteBased",
      vpnGatewayGeneration: "Generation1",
      sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" },
      activeActive: true,
      enableBgp: true,
      ipConfigurations: addresses.map((address, instance) => ({
        name: ipConfigurationName(instance),
        privateIPAllocationMethod: "Dynamic",
        publicIPAddress: { id: address.id },
        subnet: { id: subnet.id },
      })),
      bgpSettings: {
        asn,
        bgpPeeringAddresses: INSTANCES.map((instance) => ({
          ipconfigurationId: configurationId(instance),
          customBgpIpAddresses: inside.find((own) => own.interface === instance)?.addresses ?? [],
        })),
      },
    },
    { parent, customTimeouts: TIMEOUTS },
  );
}
