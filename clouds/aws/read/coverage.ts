import { type Coverage, type PropertyKind, type PropertyRows, reads } from "../../../network/model/coverage";
import { SETTING_TYPES, SETTINGS } from "./setting-coverage";
import { TYPES } from "./types";

/** Options of a connection's two tunnels. */
function tunnelOptions(): Record<string, PropertyKind> {
  const rows = [1, 2].flatMap((tunnel): [string, PropertyKind][] => [
    [`tunnel${tunnel}InsideCidr`, "cidr"],
    [`tunnel${tunnel}VgwInsideAddress`, "address"],
    [`tunnel${tunnel}CgwInsideAddress`, "address"],
    [`tunnel${tunnel}IkeVersions`, "ciphers"],
    ...["Phase1", "Phase2"].flatMap((phase): [string, PropertyKind][] =>
      ["EncryptionAlgorithms", "IntegrityAlgorithms", "DhGroupNumbers"].map((option) => [
        `tunnel${tunnel}${phase}${option}`,
        "ciphers",
      ]),
    ),
    [`tunnel${tunnel}PresharedKey`, "secret"],
  ]);
  return Object.fromEntries(rows);
}

/** Rules that stand in their group. */
function inlineRules(direction: "ingress" | "egress"): Record<string, PropertyKind> {
  return {
    [`${direction}.*.protocol`]: "word",
    [`${direction}.*.fromPort`]: "number",
    [`${direction}.*.toPort`]: "number",
    [`${direction}.*.cidrBlocks`]: "cidrs",
    [`${direction}.*.ipv6CidrBlocks`]: "cidrs",
    [`${direction}.*.prefixListIds`]: "references",
  };
}

const SUBNET: PropertyRows = {
  ...{ cidrBlock: "cidr", vpcId: "reference", availabilityZone: ["word", "subnet"] },
  ...{ ipv6Native: "flag" },
  ...SETTINGS.subnet,
};

const TABLE: PropertyRows = {
  vpcId: "reference",
  "routes.*.cidrBlock": "cidr",
  "routes.*.ipv6CidrBlock": "cidr",
  "routes.*.transitGatewayId": "reference",
  "routes.*.gatewayId": "reference",
  "routes.*.destinationPrefixListId": "reference",
  propagatingVgws: ["references", "subnet"],
  ...SETTINGS.table,
};

const GROUP: PropertyRows = { vpcId: "reference", ...inlineRules("ingress"), ...inlineRules("egress") };

const RULE: PropertyRows = {
  ...{ securityGroupId: "reference", ipProtocol: "word", fromPort: "number", toPort: "number" },
  ...{ cidrIpv4: "cidr", cidrIpv6: "cidr", prefixListId: "reference" },
  referencedSecurityGroupId: "reference",
};

const JOINED: PropertyRows = {
  transitGatewayAttachmentId: "reference",
  transitGatewayRouteTableId: "reference",
};

export const AWS_COVERAGE: Coverage = {
  read: [
    reads("pulumi:providers:aws", "cluster", { region: "word" }),
    reads(TYPES.vpc, "range", { cidrBlock: "cidr" }),
    reads(TYPES.defaultVpc, "range", { cidrBlock: "cidr" }),
    reads(TYPES.secondaryRange, "range", { cidrBlock: "cidr", vpcId: "reference" }),
    reads(TYPES.addon, "range", {
      ...{ clusterName: "reference", addonName: "word", configurationValues: "references" },
    }),
    reads(TYPES.subnet, "range", SUBNET),
    reads(TYPES.defaultSubnet, "range", SUBNET),
    reads(TYPES.cluster, "cluster", {
      ...{ region: "word", "vpcConfig.subnetIds": "references" },
      "vpcConfig.endpointPublicAccess": "flag",
      "vpcConfig.publicAccessCidrs": "cidrs",
      "kubernetesNetworkConfig.ipFamily": ["word", "range"],
      "kubernetesNetworkConfig.serviceIpv4Cidr": ["cidr", "range"],
      "remoteNetworkConfig.remoteNodeNetworks.cidrs": ["cidrs", "range"],
      "remoteNetworkConfig.remotePodNetworks.cidrs": ["cidrs", "range"],
      ...SETTINGS.cluster,
    }),
    reads(TYPES.nodeGroup, "node pool", {
      ...{ subnetIds: ["references", "subnet"], clusterName: "reference", "scalingConfig.maxSize": "number" },
      ...SETTINGS.nodeGroup,
    }),
    reads(TYPES.launchTemplate, "firewall", {
      vpcSecurityGroupIds: "references",
      ...SETTINGS.launchTemplate,
    }),
    reads(TYPES.loadBalancer, "firewall", { securityGroups: "references" }),
    reads(TYPES.transitGateway, "gateway", {
      ...{ region: "word", amazonSideAsn: "asn" },
      ...{ defaultRouteTableAssociation: "word", defaultRouteTablePropagation: "word" },
      ...SETTINGS.transitGateway,
    }),
    reads(TYPES.gatewayTable, "gateway", { transitGatewayId: "reference" }),
    reads(TYPES.gatewayAssociation, "gateway", JOINED),
    reads(TYPES.gatewayPropagation, "gateway", JOINED),
    reads(TYPES.gatewayRoute, "route", { ...JOINED, destinationCidrBlock: "cidr" }),
    reads(TYPES.vpcAttachment, "gateway", {
      ...{ vpcId: "reference", subnetIds: ["references", "subnet"], transitGatewayId: "reference" },
      transitGatewayDefaultRouteTableAssociation: "flag",
      transitGatewayDefaultRouteTablePropagation: "flag",
    }),
    reads(TYPES.vpcAttachmentAccepter, "gateway", { transitGatewayAttachmentId: "reference" }),
    reads(TYPES.gatewayPeering, "peering", {
      ...{ transitGatewayId: "reference", peerTransitGatewayId: "reference" },
    }),
    reads(TYPES.gatewayPeeringAccepter, "peering", { transitGatewayAttachmentId: "reference" }),
    reads(TYPES.vpnGateway, "gateway", { region: "word", amazonSideAsn: "asn", vpcId: "reference" }),
    reads(TYPES.vpnGatewayAttachment, "gateway", { vpnGatewayId: "reference", vpcId: "reference" }),
    reads(TYPES.vpnGatewayPropagation, "subnet", { routeTableId: "reference" }),
    reads(TYPES.customerGateway, "tunnel", { bgpAsn: "asn", bgpAsnExtended: "asn", ipAddress: "address" }),
    reads(TYPES.vpnConnection, "tunnel", {
      ...{ transitGatewayId: "reference", vpnGatewayId: "reference", customerGatewayId: "reference" },
      ...{ transitGatewayAttachmentId: "reference", staticRoutesOnly: "flag", arn: "word" },
      ...tunnelOptions(),
    }),
    reads(TYPES.vpnConnectionRoute, "tunnel", { vpnConnectionId: "reference", destinationCidrBlock: "cidr" }),
    reads(TYPES.internetGateway, "subnet", {}),
    reads(TYPES.routeTable, "route", TABLE),
    reads(TYPES.mainRouteTable, "route", TABLE),
    reads(TYPES.mainTableAssociation, "subnet", { vpcId: "reference", routeTableId: "reference" }),
    reads(TYPES.tableAssociation, "subnet", { subnetId: "reference", routeTableId: "reference" }),
    reads(TYPES.route, "route", {
      ...{ routeTableId: "reference", transitGatewayId: "reference", gatewayId: "reference" },
      ...{ destinationCidrBlock: "cidr", destinationIpv6CidrBlock: "cidr" },
      destinationPrefixListId: "reference",
      ...SETTINGS.route,
    }),
    reads(TYPES.securityGroup, "firewall", GROUP),
    reads(TYPES.defaultSecurityGroup, "firewall", GROUP),
    reads(TYPES.ingressRule, "firewall", RULE),
    reads(TYPES.egressRule, "firewall", RULE),
    reads(TYPES.securityGroupRule, "firewall", {
      ...{ securityGroupId: "reference", type: "word", protocol: "word", fromPort: "number" },
      ...{ toPort: "number", cidrBlocks: "cidrs", ipv6CidrBlocks: "cidrs", prefixListIds: "references" },
    }),
    reads(TYPES.prefixList, "range", { "entries.*.cidr": "cidr" }),
    reads(TYPES.prefixListEntry, "range", { prefixListId: "reference", cidr: "cidr" }),
    reads(TYPES.gatewayPrefixes, "route", { ...JOINED, prefixListId: "reference" }),
    reads(TYPES.clientVpn, "range", { clientCidrBlock: "cidr" }),
    ...SETTING_TYPES,
  ],
  notRead: [
    {
      type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
      because: "two VPCs joined without a gateway",
    },
    {
      type: "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation",
      because: "IPv6 ranges of a VPC",
    },
    { type: "aws:ec2/vpcIpamPool:VpcIpamPool", because: "ranges that IPAM gives out" },
    { type: "aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr", because: "ranges that IPAM gives out" },
    { type: "aws:ec2/networkAcl:NetworkAcl", because: "what a subnet refuses" },
    { type: "aws:ec2/networkAclRule:NetworkAclRule", because: "what a subnet refuses" },
    { type: "aws:ec2transitgateway/connect:Connect", because: "a gateway's GRE attachment" },
    { type: "aws:ec2transitgateway/connectPeer:ConnectPeer", because: "BGP sessions over GRE" },
    { type: "aws:directconnect/gateway:Gateway", because: "ASN of Direct Connect" },
    {
      type: "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
      because: "BGP over Direct Connect",
    },
    {
      type: "aws:directconnect/transitVirtualInterface:TransitVirtualInterface",
      because: "BGP over Direct Connect",
    },
    { type: "aws:networkmanager/coreNetwork:CoreNetwork", because: "Cloud WAN's segments and ASNs" },
    { type: "aws:networkfirewall/firewall:Firewall", because: "what is dropped on the way" },
  ],
};
