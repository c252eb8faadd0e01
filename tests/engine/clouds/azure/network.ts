import { guid } from "../digest";
import { text, valuesAt } from "../properties";
import type { TypeDescriptor, Use } from "../type-descriptor";
import { GROUP, groupId, placed } from "./identity";

export const PUBLIC_ADDRESS: Use = { types: ["azure-native:network:PublicIPAddress"] };
export const SUBNET: Use = { types: ["azure-native:network:Subnet"] };

/** A child's parent, by its name in the same resource group. */
function parent(type: string): Use {
  return { types: [type], by: "name", within: ["resourceGroupName"], bond: "owned" };
}

/**
 * Immutable beside the parts of the id: pulumi-azure-native, `provider/pkg/gen/replacement.go`, forceNewMap (1b7112a). What
 * Azure refuses to change in place is not replaced: the update fails.
 */
export const NETWORK_TYPES: Record<string, TypeDescriptor> = {
  "azure-native:resources:ResourceGroup": {
    id: ({ inputs, provider }) => groupId({ inputs, provider }),
    autoname: { property: "resourceGroupName", longest: 90 },
    withheld: ["resourceGroupName"],
    immutable: ["resourceGroupName", "location"],
    computed: ({ inputs }) => ({
      name: text(inputs, "resourceGroupName"),
      type: "Microsoft.Resources/resourceGroups",
      azureApiVersion: "2024-03-01",
      properties: { provisioningState: "Succeeded" },
    }),
  },
  "azure-native:network:VirtualNetwork": placed({
    kind: "Microsoft.Network/virtualNetworks",
    name: "virtualNetworkName",
    longest: 64,
    defaults: { enableDdosProtection: false, enableVmProtection: false },
    computed: ({ digest }) => ({
      resourceGuid: guid(digest("guid")),
      subnets: [],
      virtualNetworkPeerings: [],
    }),
  }),
  "azure-native:network:Subnet": {
    autoname: { property: "subnetName", longest: 80, style: "copy" },
    id: (making) =>
      `${groupId(making)}/providers/Microsoft.Network/virtualNetworks/${text(making.inputs, "virtualNetworkName")}/subnets/${text(making.inputs, "subnetName")}`,
    withheld: ["resourceGroupName", "virtualNetworkName", "subnetName"],
    defaults: { privateEndpointNetworkPolicies: "Disabled", privateLinkServiceNetworkPolicies: "Enabled" },
    immutable: ["resourceGroupName", "virtualNetworkName", "subnetName"],
    uses: {
      resourceGroupName: GROUP,
      virtualNetworkName: parent("azure-native:network:VirtualNetwork"),
      "networkSecurityGroup.id": { types: ["azure-native:network:NetworkSecurityGroup"] },
      "natGateway.id": { types: ["azure-native:network:NatGateway"] },
    },
    refuses: (inputs, others) => {
      const other = others.find((one) =>
        ["resourceGroupName", "virtualNetworkName", "addressPrefix"].every(
          (path) => text(one.inputs, path) === text(inputs, path),
        ),
      );
      return (
        other &&
        `Code="NetcfgSubnetRangesOverlap" Message="Subnet '${text(inputs, "subnetName")}' is not valid because its IP address range overlaps with that of '${text(other.inputs, "subnetName")}'."`
      );
    },
    computed: ({ inputs, digest }) => ({
      name: text(inputs, "subnetName"),
      type: "Microsoft.Network/virtualNetworks/subnets",
      azureApiVersion: "2024-05-01",
      etag: `W/"${guid(digest("etag"))}"`,
      provisioningState: "Succeeded",
      delegations: [],
    }),
  },
  "azure-native:network:VirtualNetworkPeering": {
    autoname: { property: "virtualNetworkPeeringName", longest: 80 },
    id: (making) =>
      `${groupId(making)}/providers/Microsoft.Network/virtualNetworks/${text(making.inputs, "virtualNetworkName")}/virtualNetworkPeerings/${text(making.inputs, "virtualNetworkPeeringName")}`,
    withheld: ["resourceGroupName", "virtualNetworkName", "virtualNetworkPeeringName"],
    immutable: ["resourceGroupName", "virtualNetworkName", "virtualNetworkPeeringName"],
    uses: {
      resourceGroupName: GROUP,
      virtualNetworkName: parent("azure-native:network:VirtualNetwork"),
      "remoteVirtualNetwork.id": { types: ["azure-native:network:VirtualNetwork"] },
    },
    unique: [
      ({ virtualNetworkName, remoteVirtualNetwork }) =>
        `${virtualNetworkName} ${JSON.stringify(remoteVirtualNetwork)}`,
    ],
    computed: ({ inputs, digest }) => ({
      name: text(inputs, "virtualNetworkPeeringName"),
      type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
      azureApiVersion: "2024-05-01",
      etag: `W/"${guid(digest("etag"))}"`,
      peeringState: "Initiated",
      peeringSyncLevel: "RemoteNotInSync",
      provisioningState: "Succeeded",
      resourceGuid: guid(digest("guid")),
    }),
  },
  "azure-native:network:PublicIPAddress": placed({
    kind: "Microsoft.Network/publicIPAddresses",
    name: "publicIpAddressName",
    longest: 80,
    immutable: ["publicIPAddressVersion", "publicIPPrefix", "sku"],
    computed: (made) => ({
      ipAddress: made.address("address"),
      publicIPAddressVersion: "IPv4",
      idleTimeoutInMinutes: 4,
      ipTags: [],
      resourceGuid: guid(made.digest("guid")),
    }),
  }),
  "azure-native:network:NatGateway": placed({
    kind: "Microsoft.Network/natGateways",
    name: "natGatewayName",
    longest: 80,
    uses: { "publicIpAddresses[*].id": PUBLIC_ADDRESS },
    computed: (made) => ({ idleTimeoutInMinutes: 4, resourceGuid: guid(made.digest("guid")) }),
  }),
  "azure-native:network:NetworkSecurityGroup": placed({
    kind: "Microsoft.Network/networkSecurityGroups",
    name: "networkSecurityGroupName",
    longest: 80,
    computed: (made) => ({
      defaultSecurityRules: [],
      securityRules: [],
      resourceGuid: guid(made.digest("guid")),
    }),
  }),
  "azure-native:network:SecurityRule": {
    autoname: { property: "securityRuleName", longest: 80, style: "copy" },
    id: (making) =>
      `${groupId(making)}/providers/Microsoft.Network/networkSecurityGroups/${text(making.inputs, "networkSecurityGroupName")}/securityRules/${text(making.inputs, "securityRuleName")}`,
    withheld: ["resourceGroupName", "networkSecurityGroupName", "securityRuleName"],
    immutable: ["resourceGroupName", "networkSecurityGroupName", "securityRuleName"],
    uses: {
      resourceGroupName: GROUP,
      networkSecurityGroupName: parent("azure-native:network:NetworkSecurityGroup"),
    },
    refuses: (inputs, others) => {
      const alike = ["resourceGroupName", "networkSecurityGroupName", "direction", "priority"];
      const other = others.find((one) =>
        alike.every((path) => valuesAt(one.inputs, path)[0] === valuesAt(inputs, path)[0]),
      );
      return (
        other &&
        `Code="SecurityRuleConflict" Message="Security rule ${text(inputs, "securityRuleName")} conflicts with rule ${text(other.inputs, "securityRuleName")}. Rules cannot have the same Priority and Direction."`
      );
    },
    computed: ({ inputs, digest }) => ({
      name: text(inputs, "securityRuleName"),
      type: "Microsoft.Network/networkSecurityGroups/securityRules",
      azureApiVersion: "2024-05-01",
      etag: `W/"${guid(digest("etag"))}"`,
      provisioningState: "Succeeded",
    }),
  },
};
