import { type Coverage, reads, usedFor } from "../../../network/model/coverage";
import { SETTING_TYPES, SETTINGS } from "./setting-coverage";
import { TYPES } from "./types";

export const GCP_COVERAGE: Coverage = {
  read: [
    reads("pulumi:providers:gcp", "gateway", { region: "word" }),
    reads(TYPES.network, "range", {
      ...{ autoCreateSubnetworks: "flag", routingMode: ["word", "subnet"] },
    }),
    reads(TYPES.subnet, "range", {
      ...{ region: "word", network: "reference", ipCidrRange: "cidr", stackType: "word" },
      ...{ purpose: ["word", "subnet"], "secondaryIpRanges.*.rangeName": "word" },
      "secondaryIpRanges.*.ipCidrRange": "cidr",
      ...{ reservedInternalRange: "reference", "secondaryIpRanges.*.reservedInternalRange": "reference" },
      ...SETTINGS.subnet,
    }),
    reads(TYPES.cluster, "cluster", {
      ...{ location: "word", network: "reference", subnetwork: "reference" },
      "controlPlaneEndpointsConfig.dnsEndpointConfig.allowExternalTraffic": "flag",
      "privateClusterConfig.enablePrivateEndpoint": "flag",
      "privateClusterConfig.masterIpv4CidrBlock": ["cidr", "range"],
      "masterAuthorizedNetworksConfig.cidrBlocks.*.cidrBlock": "cidr",
      "ipAllocationPolicy.clusterSecondaryRangeName": ["word", "range"],
      "ipAllocationPolicy.servicesSecondaryRangeName": ["word", "range"],
      "ipAllocationPolicy.clusterIpv4CidrBlock": ["cidr", "range"],
      "ipAllocationPolicy.servicesIpv4CidrBlock": ["cidr", "range"],
      "ipAllocationPolicy.additionalPodRangesConfig.podRangeNames": ["words", "range"],
      clusterIpv4Cidr: ["cidr", "range"],
      ...usedFor("node pool", {
        ...{ removeDefaultNodePool: "flag", nodePools: "words", initialNodeCount: "number" },
        ...{ nodeLocations: "words", defaultMaxPodsPerNode: "number" },
      }),
      ...SETTINGS.cluster,
    }),
    reads(TYPES.nodePool, "node pool", {
      ...{ cluster: "reference", "networkConfig.podRange": ["word", "range"] },
      ...{ "autoscaling.totalMaxNodeCount": "number", "autoscaling.maxNodeCount": "number" },
      ...{
        nodeCount: "number",
        initialNodeCount: "number",
        nodeLocations: "words",
        maxPodsPerNode: "number",
      },
      ...SETTINGS.nodePool,
    }),
    reads(TYPES.gateway, "gateway", { region: "word", network: "reference" }),
    reads(TYPES.peerGateway, "tunnel", {
      ...{ selfLink: "word", "interfaces.*.id": "number", "interfaces.*.ipAddress": "address" },
    }),
    reads(TYPES.router, "gateway", {
      ...{ region: "word", network: "reference", "bgp.asn": "asn", "bgp.advertiseMode": "word" },
      ...{ "bgp.advertisedGroups": "words", "bgp.advertisedIpRanges.*.range": "cidr" },
    }),
    reads(TYPES.tunnel, "tunnel", {
      ...{ selfLink: "word", vpnGateway: "reference", vpnGatewayInterface: "number" },
      ...{ targetVpnGateway: "reference", router: "reference", peerExternalGateway: "reference" },
      ...{ peerIp: "address", remoteTrafficSelectors: ["cidrs", "range"] },
      ...{ peerExternalGatewayInterface: "number", ikeVersion: "number", sharedSecret: "secret" },
      "cipherSuite.phase1.encryptions": "ciphers",
      "cipherSuite.phase1.integrities": "ciphers",
      "cipherSuite.phase1.prves": "ciphers",
      "cipherSuite.phase1.dhs": "ciphers",
      "cipherSuite.phase2.encryptions": "ciphers",
      "cipherSuite.phase2.integrities": "ciphers",
      "cipherSuite.phase2.pfs": "ciphers",
    }),
    reads(TYPES.routerInterface, "tunnel", {
      ...{ vpnTunnel: "reference", router: "reference", ipRange: "cidr" },
    }),
    reads(TYPES.routerPeer, "tunnel", {
      ...{ interface: "reference", router: "reference", ipAddress: "address", peerIpAddress: "address" },
      ...{ peerAsn: "asn", enable: "flag", advertiseMode: "word", advertisedGroups: "words" },
      "advertisedIpRanges.*.range": "cidr",
    }),
    reads(TYPES.route, "route", {
      ...{ network: "reference", destRange: "cidr", nextHopVpnTunnel: "reference" },
    }),
    reads(TYPES.firewall, "firewall", {
      ...{ network: "reference", direction: "word", disabled: "flag", sourceRanges: "cidrs" },
      ...{ sourceTags: "words", sourceServiceAccounts: "words", "allows.*.protocol": "word" },
      "allows.*.ports": "ports",
    }),
    reads(TYPES.networkPeering, "peering", {
      ...{ network: "reference", peerNetwork: "reference" },
      ...{ exportCustomRoutes: "flag", importCustomRoutes: "flag" },
    }),
    reads(TYPES.classicGateway, "gateway", { region: "word", network: "reference" }),
    reads(TYPES.globalAddress, "range", {
      ...{ purpose: "word", address: "address", prefixLength: "number", network: "reference" },
    }),
    reads(TYPES.serviceConnection, "range", { network: "reference", reservedPeeringRanges: "references" }),
    reads(TYPES.internalRange, "range", { ipCidrRange: "cidr" }),
    reads(TYPES.vpcConnector, "range", { network: "reference", ipCidrRange: "cidr" }),
    ...SETTING_TYPES,
  ],
  notRead: [
    { type: "gcp:networkconnectivity/hub:Hub", because: "Network Connectivity Center: who reaches whom" },
    { type: "gcp:networkconnectivity/spoke:Spoke", because: "Network Connectivity Center: who reaches whom" },
    { type: "gcp:compute/interconnectAttachment:InterconnectAttachment", because: "BGP over Interconnect" },
    { type: "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule", because: "rules of a policy" },
    {
      type: "gcp:compute/firewallPolicyRule:FirewallPolicyRule",
      because: "rules of an organization's policy",
    },
    { type: "gcp:compute/routerNat:RouterNat", because: "addresses that are rewritten" },
    {
      type: "gcp:compute/sharedVPCServiceProject:SharedVPCServiceProject",
      because: "projects that share a network",
    },
  ],
};
