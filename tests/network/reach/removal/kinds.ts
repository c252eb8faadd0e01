import type { Resource } from "../../../../network/model/resource";

/** Types of which each resource carries traffic between members, lets it through, or is what such a resource stands in. */
export const CARRYING: readonly string[] = [
  "aws:ec2/customerGateway:CustomerGateway",
  "aws:ec2/route:Route",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/subnet:Subnet",
  "aws:ec2/vpc:Vpc",
  "aws:ec2/vpnConnection:VpnConnection",
  "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
  "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter",
  "aws:ec2transitgateway/route:Route",
  "aws:ec2transitgateway/routeTable:RouteTable",
  "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
  "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
  "aws:ec2transitgateway/transitGateway:TransitGateway",
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
  "aws:eks/cluster:Cluster",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "azure-native:containerservice:ManagedCluster",
  "azure-native:network:LocalNetworkGateway",
  "azure-native:network:NetworkSecurityGroup",
  "azure-native:network:SecurityRule",
  "azure-native:network:Subnet",
  "azure-native:network:VirtualNetwork",
  "azure-native:network:VirtualNetworkGateway",
  "azure-native:network:VirtualNetworkGatewayConnection",
  "azure-native:network:VirtualNetworkPeering",
  "gcp:compute/externalVpnGateway:ExternalVpnGateway",
  "gcp:compute/firewall:Firewall",
  "gcp:compute/haVpnGateway:HaVpnGateway",
  "gcp:compute/network:Network",
  "gcp:compute/networkPeering:NetworkPeering",
  "gcp:compute/networkPeeringRoutesConfig:NetworkPeeringRoutesConfig",
  "gcp:compute/router:Router",
  "gcp:compute/routerInterface:RouterInterface",
  "gcp:compute/routerPeer:RouterPeer",
  "gcp:compute/subnetwork:Subnetwork",
  "gcp:compute/vPNTunnel:VPNTunnel",
  "gcp:container/cluster:Cluster",
  "kubernetes:helm.sh/v3:Release",
];

/** Beginnings of types that move no packet between members' nodes, with what they are for. */
export const OTHERS: readonly [start: string, whatFor: string][] = [
  ["pulumi:", "the program's own"],
  ["isthmus:", "components: their resources stay"],
  ["random:", "keys, whose use another rule judges"],
  ["tls:", "certificates of the agents"],
  ["aws:iam/", "rights"],
  ["aws:kms/", "encryption of disks and secrets"],
  ["aws:eks/addon:", "inside one cluster"],
  ["aws:eks/nodeGroup:", "the nodes themselves"],
  ["aws:ec2/launchTemplate:", "the nodes themselves"],
  ["aws:ec2/eip:", "the way to the internet"],
  ["aws:ec2/natGateway:", "the way to the internet"],
  ["aws:ec2/internetGateway:", "the way to the internet"],
  ["aws:ec2/defaultSecurityGroup:", "lets nothing in"],
  ["aws:lb/", "what answers at the address of an agent's API"],
  ["aws:autoscaling/", "what answers at the address of an agent's API"],
  ["gcp:compute/address:", "keeps the address of an agent's API from others"],
  ["gcp:compute/routerNat:", "the way to the internet"],
  ["gcp:container/nodePool:", "the nodes themselves"],
  ["gcp:kms/", "encryption of disks and secrets"],
  ["gcp:projects/", "rights"],
  ["gcp:serviceaccount/", "rights"],
  ["azure-native:authorization:", "rights"],
  ["azure-native:keyvault:", "encryption of disks and secrets"],
  ["azure-native:managedidentity:", "rights"],
  ["azure-native:monitor:", "logs"],
  ["azure-native:operationalinsights:", "logs"],
  ["azure-native:resources:", "a folder"],
  ["azure-native:network:NatGateway", "the way to the internet"],
  ["azure-native:network:PublicIPAddress", "an address that the gateway or the NAT has"],
];

/** What a resource is, and in which role: its type, and its name without members, zones, ordinals and ranges. */
export function kindOf({ type, name }: Resource, members: readonly string[]): string {
  const role = members
    .reduce((text, member) => text.replaceAll(member, "M"), name)
    .replace(/\d+\.\d+\.\d+\.\d+\/\d+/g, "RANGE")
    .replace(/-[abc](?=-|$)/g, "")
    .replace(/(connection\/|tunnel-|M-)\d+/g, "$1N");
  return `${type.split(":").at(-1)} (${type.split(":")[0]}) ${role}`;
}
