// An AKS cluster with overlay pods in a VNet, and a route-based VPN gateway with two instances to an office's router, with BGP and an
// IPsec policy of its own, as one writes it with @pulumi/azure-native. No mistake is in it.

const azure = require("@pulumi/azure-native");
const random = require("@pulumi/random");

const office = { address: "203.0.113.80", asn: 65020, range: "192.168.64.0/20" };

const group = new azure.resources.ResourceGroup("apps", { location: "westeurope" });
const nodesGroup = new azure.network.NetworkSecurityGroup("nodes", {
  resourceGroupName: group.name,
  securityRules: [
    {
      name: "https-from-office",
      priority: 100,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sourceAddressPrefix: office.range,
      sourcePortRange: "*",
      destinationAddressPrefix: "10.70.0.0/20",
      destinationPortRange: "443",
    },
  ],
});
const vnet = new azure.network.VirtualNetwork("apps", {
  resourceGroupName: group.name,
  addressSpace: { addressPrefixes: ["10.70.0.0/16"] },
});
const nodes = new azure.network.Subnet("nodes", {
  resourceGroupName: group.name,
  virtualNetworkName: vnet.name,
  addressPrefix: "10.70.0.0/20",
  networkSecurityGroup: { id: nodesGroup.id },
});
const gatewaySubnet = new azure.network.Subnet("gateway", {
  resourceGroupName: group.name,
  virtualNetworkName: vnet.name,
  subnetName: "GatewaySubnet",
  addressPrefix: "10.70.255.0/26",
});

const addresses = [0, 1].map(
  (index) =>
    new azure.network.PublicIPAddress(`gateway-${index}`, {
      resourceGroupName: group.name,
      publicIPAllocationMethod: "Static",
      sku: { name: "Standard" },
      zones: ["1", "2", "3"],
    }),
);
const gateway = new azure.network.VirtualNetworkGateway("office", {
  resourceGroupName: group.name,
  gatewayType: "Vpn",
  vpnType: "RouteBased",
  vpnGatewayGeneration: "Generation2",
  sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" },
  activeActive: true,
  enableBgp: true,
  bgpSettings: { asn: 65515 },
  ipConfigurations: addresses.map((address, index) => ({
    name: `instance-${index}`,
    privateIPAllocationMethod: "Dynamic",
    publicIPAddress: { id: address.id },
    subnet: { id: gatewaySubnet.id },
  })),
});

// Of each connection, by instance: the one that lies beside the device's address is used.
const inside = [
  ["169.254.21.2", "169.254.21.10"],
  ["169.254.21.14", "169.254.21.6"],
];

[0, 1].forEach((index) => {
  const device = new azure.network.LocalNetworkGateway(`office-${index}`, {
    resourceGroupName: group.name,
    gatewayIpAddress: index === 0 ? office.address : "203.0.113.81",
    bgpSettings: { asn: office.asn, bgpPeeringAddress: `169.254.21.${index * 4 + 1}` },
  });
  const key = new random.RandomPassword(`office-${index}`, { length: 40, special: false });
  new azure.network.VirtualNetworkGatewayConnection(`office-${index}`, {
    resourceGroupName: group.name,
    connectionType: "IPsec",
    connectionProtocol: "IKEv2",
    virtualNetworkGateway1: { id: gateway.id },
    localNetworkGateway2: { id: device.id },
    sharedKey: key.result,
    enableBgp: true,
    gatewayCustomBgpIpAddresses: addresses.map((_, instance) => ({
      customBgpIpAddress: inside[index][instance],
      ipConfigurationId: gateway.id.apply((id) => `${id}/ipConfigurations/instance-${instance}`),
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
  });
});

new azure.containerservice.ManagedCluster("apps", {
  resourceGroupName: group.name,
  dnsPrefix: "apps",
  identity: { type: "SystemAssigned" },
  apiServerAccessProfile: { enablePrivateCluster: true },
  networkProfile: {
    networkPlugin: "azure",
    networkPluginMode: "overlay",
    networkDataplane: "cilium",
    podCidr: "10.71.0.0/16",
    serviceCidr: "10.72.0.0/20",
    dnsServiceIP: "10.72.0.10",
  },
  agentPoolProfiles: [
    { name: "system", mode: "System", count: 3, vmSize: "Standard_D4s_v5", vnetSubnetID: nodes.id },
  ],
});
