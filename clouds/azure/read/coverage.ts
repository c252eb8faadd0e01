import { type Coverage, reads } from "../../../network/model/coverage";
import { pool, SETTING_TYPES, SETTINGS } from "./setting-coverage";

/** A rule of a security group, by its place. */
function rule<At extends string>(at: At) {
  return {
    [`${at}direction`]: "word",
    [`${at}access`]: "word",
    [`${at}priority`]: "number",
    [`${at}protocol`]: "word",
    [`${at}sourceAddressPrefix`]: "cidr",
    [`${at}sourceAddressPrefixes`]: "cidrs",
    [`${at}sourceApplicationSecurityGroups`]: "references",
    [`${at}destinationPortRange`]: "port",
    [`${at}destinationPortRanges`]: "ports",
  } as const;
}

/** What a hub's VPN gateway is told of a link to a site, by its place. */
function hubLink<At extends string>(at: At) {
  return {
    [`${at}vpnConnectionProtocolType`]: ["cipher", "tunnel"],
    [`${at}enableBgp`]: ["flag", "tunnel"],
    [`${at}sharedKey`]: ["secret", "tunnel"],
    [`${at}ipsecPolicies.*.ikeEncryption`]: ["cipher", "tunnel"],
    [`${at}ipsecPolicies.*.ikeIntegrity`]: ["cipher", "tunnel"],
    [`${at}ipsecPolicies.*.dhGroup`]: ["cipher", "tunnel"],
    [`${at}ipsecPolicies.*.ipsecEncryption`]: ["cipher", "tunnel"],
    [`${at}ipsecPolicies.*.ipsecIntegrity`]: ["cipher", "tunnel"],
    [`${at}ipsecPolicies.*.pfsGroup`]: ["cipher", "tunnel"],
    [`${at}vpnGatewayCustomBgpAddresses.*.customBgpIpAddress`]: ["address", "tunnel"],
    [`${at}vpnGatewayCustomBgpAddresses.*.ipConfigurationId`]: ["reference", "tunnel"],
  } as const;
}

/** The same of a whole connection, which may say of itself what its links say. */
function hubConnection<At extends string>(at: At) {
  return {
    [`${at}remoteVpnSite.id`]: ["reference", "tunnel"],
    [`${at}vpnLinkConnections.*.vpnSiteLink.id`]: ["reference", "tunnel"],
    ...hubLink(`${at}vpnLinkConnections.*.`),
    ...hubLink(at),
  } as const;
}

const network = (name: string) => `azure-native:network:${name}`;

export const AZURE_COVERAGE: Coverage = {
  read: [
    reads("azure-native:resources:ResourceGroup", "cluster", { location: "word" }),
    reads(network("VirtualNetwork"), "range", {
      "addressSpace.addressPrefixes": "cidrs",
      "subnets.*.name": "word",
      "subnets.*.addressPrefix": "cidr",
      "subnets.*.addressPrefixes": "cidrs",
      "subnets.*.routeTable.id": ["reference", "subnet"],
      ...SETTINGS.network,
    }),
    reads(network("Subnet"), "range", {
      ...{ name: "word", subnetName: "word", virtualNetworkName: "reference" },
      ...{ addressPrefix: "cidr", addressPrefixes: "cidrs" },
      "networkSecurityGroup.id": ["reference", "firewall"],
      "routeTable.id": ["reference", "subnet"],
    }),
    reads(network("VirtualNetworkGateway"), "gateway", {
      ...{ gatewayType: "word", location: "word", resourceGroupName: "reference" },
      ...{ activeActive: "flag", enableBgp: "flag", "bgpSettings.asn": "asn" },
      "bgpSettings.bgpPeeringAddress": "address",
      "bgpSettings.bgpPeeringAddresses.*.customBgpIpAddresses": "addresses",
      "ipConfigurations.*.name": "word",
      "ipConfigurations.*.subnet.id": "reference",
      "vpnClientConfiguration.vpnClientAddressPool.addressPrefixes": ["cidrs", "range"],
    }),
    reads(network("LocalNetworkGateway"), "tunnel", {
      ...{ gatewayIpAddress: "address", "bgpSettings.asn": "asn" },
      "bgpSettings.bgpPeeringAddress": "address",
      "localNetworkAddressSpace.addressPrefixes": ["cidrs", "route"],
    }),
    reads(network("VirtualNetworkGatewayConnection"), "tunnel", {
      ...{ name: "word", connectionType: "word", connectionProtocol: "cipher", enableBgp: "flag" },
      ...{ "virtualNetworkGateway1.id": "reference", "localNetworkGateway2.id": "reference" },
      ...{ sharedKey: "secret", "ipsecPolicies.*.ikeEncryption": "cipher" },
      "ipsecPolicies.*.ikeIntegrity": "cipher",
      "ipsecPolicies.*.dhGroup": "cipher",
      "ipsecPolicies.*.ipsecEncryption": "cipher",
      "ipsecPolicies.*.ipsecIntegrity": "cipher",
      "ipsecPolicies.*.pfsGroup": "cipher",
      "gatewayCustomBgpIpAddresses.*.customBgpIpAddress": "address",
      "gatewayCustomBgpIpAddresses.*.ipConfigurationId": "reference",
    }),
    reads(network("VirtualHub"), "range", { addressPrefix: "cidr" }),
    reads(network("HubVirtualNetworkConnection"), "gateway", {
      ...{ virtualHubName: "reference", "remoteVirtualNetwork.id": "reference" },
      "routingConfiguration.associatedRouteTable.id": "reference",
      "routingConfiguration.propagatedRouteTables.ids.*.id": "reference",
    }),
    reads(network("VpnGateway"), "gateway", {
      ...{ location: "word", resourceGroupName: "reference", "virtualHub.id": "reference" },
      ...{ "bgpSettings.asn": "asn", "bgpSettings.bgpPeeringAddress": "address" },
      "bgpSettings.bgpPeeringAddresses.*.customBgpIpAddresses": "addresses",
      ...hubConnection("connections.*."),
    }),
    reads(network("VpnSite"), "tunnel", {
      ...{ ipAddress: "address", "bgpProperties.asn": "asn", "bgpProperties.bgpPeeringAddress": "address" },
      "addressSpace.addressPrefixes": ["cidrs", "route"],
      ...{ "vpnSiteLinks.*.name": "word", "vpnSiteLinks.*.ipAddress": "address" },
      "vpnSiteLinks.*.bgpProperties.asn": "asn",
      "vpnSiteLinks.*.bgpProperties.bgpPeeringAddress": "address",
    }),
    reads(network("VpnConnection"), "tunnel", {
      ...{ name: "word", gatewayName: "reference" },
      ...hubConnection(""),
    }),
    reads(network("P2sVpnGateway"), "range", {
      "p2SConnectionConfigurations.*.vpnClientAddressPool.addressPrefixes": "cidrs",
    }),
    reads(network("VirtualNetworkPeering"), "peering", {
      ...{ virtualNetworkName: "reference", "remoteVirtualNetwork.id": "reference" },
      ...{ allowVirtualNetworkAccess: "flag", allowGatewayTransit: "flag", useRemoteGateways: "flag" },
    }),
    reads(network("NetworkSecurityGroup"), "firewall", rule("securityRules.*.")),
    reads(network("SecurityRule"), "firewall", { networkSecurityGroupName: "reference", ...rule("") }),
    reads(network("RouteTable"), "route", {
      ...{ disableBgpRoutePropagation: ["flag", "subnet"], "routes.*.nextHopType": "word" },
      "routes.*.addressPrefix": "cidr",
    }),
    reads(network("Route"), "route", {
      ...{ routeTableName: "reference", nextHopType: "word", addressPrefix: "cidr" },
    }),
    reads(network("PublicIPAddress"), "cluster", {}),
    reads("azure-native:containerservice:ManagedCluster", "cluster", {
      ...{ location: "word", resourceGroupName: "reference", publicNetworkAccess: "word" },
      "apiServerAccessProfile.enablePrivateCluster": "flag",
      "apiServerAccessProfile.authorizedIPRanges": "cidrs",
      "networkProfile.networkPlugin": ["word", "range"],
      "networkProfile.networkPluginMode": ["word", "range"],
      "networkProfile.podCidr": ["cidr", "range"],
      "networkProfile.podCidrs": ["cidrs", "range"],
      "networkProfile.serviceCidr": ["cidr", "range"],
      "networkProfile.serviceCidrs": ["cidrs", "range"],
      ...pool("agentPoolProfiles.*."),
      ...SETTINGS.cluster,
    }),
    reads("azure-native:containerservice:AgentPool", "node pool", { resourceName: "reference", ...pool("") }),
    ...SETTING_TYPES,
  ],
  notRead: [
    { type: network("HubRouteTable"), because: "Virtual WAN: routes of a hub's own tables" },
    { type: network("RoutingIntent"), because: "Virtual WAN: what a hub sends through its firewall" },
    { type: network("NatRule"), because: "Virtual WAN: addresses that a gateway rewrites" },
    { type: network("VirtualHubBgpConnection"), because: "sessions of a route server or a hub" },
    { type: network("ExpressRouteCircuitPeering"), because: "BGP over ExpressRoute" },
    { type: network("AzureFirewall"), because: "what is dropped on the way" },
    { type: network("FirewallPolicyRuleCollectionGroup"), because: "what is dropped on the way" },
    { type: network("IpamPool"), because: "ranges that IPAM gives out" },
    { type: network("AdminRule"), because: "rules of a network manager, before all groups'" },
    { type: network("VirtualNetworkGatewayNatRule"), because: "addresses that a gateway rewrites" },
  ],
};
