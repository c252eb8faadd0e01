// An AKS cluster with pods in a subnet of their own, in a VNet at a hub of Virtual WAN. The hub's VPN gateway has two lines to a factory,
// with BGP and IPsec policies of their own, and another gateway lets people's machines in. No mistake is in it.

const azure = require("@pulumi/azure-native");
const random = require("@pulumi/random");

const factory = { addresses: ["203.0.113.90", "203.0.113.91"], asn: 65030, printers: "192.168.96.0/24" };

const group = new azure.resources.ResourceGroup("plant", { location: "westeurope" });
const vnet = new azure.network.VirtualNetwork("plant", {
  resourceGroupName: group.name,
  addressSpace: { addressPrefixes: ["10.110.0.0/16"] },
});
const [nodes, pods] = ["10.110.0.0/20", "10.110.128.0/17"].map(
  (addressPrefix, index) =>
    new azure.network.Subnet(index === 0 ? "nodes" : "pods", {
      resourceGroupName: group.name,
      virtualNetworkName: vnet.name,
      addressPrefix,
      networkSecurityGroup: {
        id: new azure.network.NetworkSecurityGroup(index === 0 ? "nodes" : "pods", {
          resourceGroupName: group.name,
        }).id,
      },
    }),
);

const wan = new azure.network.VirtualWan("plant", { resourceGroupName: group.name, type: "Standard" });
const hub = new azure.network.VirtualHub("plant", {
  resourceGroupName: group.name,
  virtualWan: { id: wan.id },
  addressPrefix: "10.111.0.0/23",
});
new azure.network.HubVirtualNetworkConnection("plant", {
  resourceGroupName: group.name,
  virtualHubName: hub.name,
  remoteVirtualNetwork: { id: vnet.id },
});

// Inside addresses by instance: of a line the one that lies beside the device's is used.
const inside = [
  ["169.254.21.2", "169.254.21.10"],
  ["169.254.21.14", "169.254.21.6"],
];
const gateway = new azure.network.VpnGateway("factory", {
  resourceGroupName: group.name,
  virtualHub: { id: hub.id },
  vpnGatewayScaleUnit: 1,
  bgpSettings: {
    asn: 65515,
    bgpPeeringAddresses: [0, 1].map((instance) => ({
      ipconfigurationId: `Instance${instance}`,
      customBgpIpAddresses: inside.map((line) => line[instance]),
    })),
  },
});
const site = new azure.network.VpnSite("factory", {
  resourceGroupName: group.name,
  virtualWan: { id: wan.id },
  addressSpace: { addressPrefixes: [factory.printers] },
  vpnSiteLinks: factory.addresses.map((ipAddress, index) => ({
    name: `line-${index}`,
    ipAddress,
    bgpProperties: { asn: factory.asn, bgpPeeringAddress: `169.254.21.${index * 4 + 1}` },
    linkProperties: { linkProviderName: `carrier-${index}`, linkSpeedInMbps: 500 },
  })),
});
const keys = factory.addresses.map(
  (_, index) => new random.RandomPassword(`factory-${index}`, { length: 40, special: false }),
);
new azure.network.VpnConnection("factory", {
  resourceGroupName: group.name,
  gatewayName: gateway.name,
  remoteVpnSite: { id: site.id },
  vpnLinkConnections: factory.addresses.map((_, index) => ({
    name: `line-${index}`,
    vpnSiteLink: { id: site.id.apply((id) => `${id}/vpnSiteLinks/line-${index}`) },
    vpnConnectionProtocolType: "IKEv2",
    sharedKey: keys[index].result,
    enableBgp: true,
    vpnGatewayCustomBgpAddresses: inside[index].map((customBgpIpAddress, instance) => ({
      ipConfigurationId: `Instance${instance}`,
      customBgpIpAddress,
    })),
    ipsecPolicies: [
      {
        ikeEncryption: "GCMAES256",
        ikeIntegrity: "SHA384",
        dhGroup: "ECP384",
        ipsecEncryption: "GCMAES256",
        ipsecIntegrity: "GCMAES256",
        pfsGroup: "ECP384",
        saLifeTimeSeconds: 3600,
        saDataSizeKilobytes: 0,
      },
    ],
  })),
});

const dialIn = new azure.network.VpnServerConfiguration("people", {
  resourceGroupName: group.name,
  vpnProtocols: ["OpenVPN"],
  vpnAuthenticationTypes: ["AAD"],
});
new azure.network.P2sVpnGateway("people", {
  resourceGroupName: group.name,
  virtualHub: { id: hub.id },
  vpnServerConfiguration: { id: dialIn.id },
  vpnGatewayScaleUnit: 1,
  p2SConnectionConfigurations: [
    { name: "people", vpnClientAddressPool: { addressPrefixes: ["10.113.0.0/22"] } },
  ],
});

new azure.containerservice.ManagedCluster("plant", {
  resourceGroupName: group.name,
  dnsPrefix: "plant",
  identity: { type: "SystemAssigned" },
  apiServerAccessProfile: { enablePrivateCluster: true },
  networkProfile: {
    networkPlugin: "azure",
    networkDataplane: "cilium",
    serviceCidr: "10.112.0.0/20",
    dnsServiceIP: "10.112.0.10",
  },
  agentPoolProfiles: [
    {
      name: "system",
      mode: "System",
      count: 3,
      vmSize: "Standard_D4s_v5",
      vnetSubnetID: nodes.id,
      podSubnetID: pods.id,
    },
  ],
});
