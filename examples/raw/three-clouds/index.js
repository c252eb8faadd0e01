// AWS, Google Cloud and Azure joined by VPNs as one does it at night: the VNet lies inside the VPC of AWS, one connection takes IKEv1,
// the others leave ciphers to the clouds, Azure has one tunnel only, a key is written down, two firewalls and the cluster's API are open to
// the whole internet.

const aws = require("@pulumi/aws");
const azure = require("@pulumi/azure-native");
const gcp = require("@pulumi/gcp");

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/8" });
const subnet = new aws.ec2.Subnet("main", {
  vpcId: vpc.id,
  cidrBlock: "10.0.0.0/20",
  mapPublicIpOnLaunch: true,
});
new aws.ec2.SecurityGroup("open", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
});
new aws.eks.Cluster("main", {
  roleArn: "arn:aws:iam::123456789012:role/eks",
  vpcConfig: { subnetIds: [subnet.id] },
});
const vgw = new aws.ec2.VpnGateway("main", { vpcId: vpc.id, amazonSideAsn: "64512" });

const network = new gcp.compute.Network("main", { autoCreateSubnetworks: false });
new gcp.compute.Subnetwork("main", {
  network: network.id,
  region: "europe-west3",
  ipCidrRange: "172.30.0.0/20",
});
new gcp.compute.Firewall("open", {
  network: network.id,
  sourceRanges: ["0.0.0.0/0"],
  allows: [{ protocol: "tcp", ports: ["22", "3389"] }],
});
const gateway = new gcp.compute.HaVpnGateway("main", { network: network.id, region: "europe-west3" });
const router = new gcp.compute.Router("main", {
  network: network.id,
  region: "europe-west3",
  bgp: { asn: 64514 },
});

const group = new azure.resources.ResourceGroup("main", { location: "westeurope" });
const vnet = new azure.network.VirtualNetwork("main", {
  resourceGroupName: group.name,
  addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
});
const gatewaySubnet = new azure.network.Subnet("gateway", {
  resourceGroupName: group.name,
  virtualNetworkName: vnet.name,
  subnetName: "GatewaySubnet",
  addressPrefix: "10.1.255.0/27",
});
const address = new azure.network.PublicIPAddress("gateway", {
  resourceGroupName: group.name,
  publicIPAllocationMethod: "Static",
});
const azureGateway = new azure.network.VirtualNetworkGateway("main", {
  resourceGroupName: group.name,
  gatewayType: "Vpn",
  vpnType: "RouteBased",
  sku: { name: "VpnGw1", tier: "VpnGw1" },
  enableBgp: true,
  bgpSettings: { asn: 65515 },
  ipConfigurations: [
    { name: "default", publicIPAddress: { id: address.id }, subnet: { id: gatewaySubnet.id } },
  ],
});

// AWS to Google Cloud, over a VPN gateway: ciphers by default, and ASNs that do not agree.
const toGoogle = new aws.ec2.CustomerGateway("google", {
  type: "ipsec.1",
  ipAddress: gateway.vpnInterfaces.apply((interfaces) => interfaces?.[0]?.ipAddress ?? ""),
  bgpAsn: "64513",
});
const connection = new aws.ec2.VpnConnection("google", {
  type: "ipsec.1",
  vpnGatewayId: vgw.id,
  customerGatewayId: toGoogle.id,
  tunnel1InsideCidr: "169.254.60.0/30",
  tunnel2InsideCidr: "169.254.60.4/30",
});
const peer = new gcp.compute.ExternalVpnGateway("aws", {
  redundancyType: "SINGLE_IP_INTERNALLY_REDUNDANT",
  interfaces: [{ id: 0, ipAddress: connection.tunnel1Address }],
});
const tunnel = new gcp.compute.VPNTunnel("aws", {
  region: "europe-west3",
  vpnGateway: gateway.id,
  vpnGatewayInterface: 0,
  peerExternalGateway: peer.id,
  peerExternalGatewayInterface: 0,
  sharedSecret: "summer2026",
  router: router.id,
  ikeVersion: 1,
});
const port = new gcp.compute.RouterInterface("aws", {
  region: "europe-west3",
  router: router.name,
  ipRange: "169.254.60.2/30",
  vpnTunnel: tunnel.name,
});
new gcp.compute.RouterPeer("aws", {
  region: "europe-west3",
  router: router.name,
  interface: port.name,
  peerIpAddress: "169.254.60.1",
  peerAsn: 64512,
});

// Azure to Google Cloud: one tunnel, with the ciphers that Azure takes by itself, which include weak ones.
const local = new azure.network.LocalNetworkGateway("google", {
  resourceGroupName: group.name,
  gatewayIpAddress: gateway.vpnInterfaces.apply((interfaces) => interfaces?.[1]?.ipAddress ?? ""),
  bgpSettings: { asn: 64514, bgpPeeringAddress: "169.254.21.1" },
});
new azure.network.VirtualNetworkGatewayConnection("google", {
  resourceGroupName: group.name,
  connectionType: "IPsec",
  virtualNetworkGateway1: { id: azureGateway.id },
  localNetworkGateway2: { id: local.id },
  sharedKey: "summer2026",
  enableBgp: true,
});
