import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";

/** Pulumi's type tokens of what is read. */
export const TYPES = {
  vpc: "aws:ec2/vpc:Vpc",
  defaultVpc: "aws:ec2/defaultVpc:DefaultVpc",
  secondaryRange: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
  subnet: "aws:ec2/subnet:Subnet",
  defaultSubnet: "aws:ec2/defaultSubnet:DefaultSubnet",
  cluster: "aws:eks/cluster:Cluster",
  addon: "aws:eks/addon:Addon",
  nodeGroup: "aws:eks/nodeGroup:NodeGroup",
  launchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
  loadBalancer: "aws:lb/loadBalancer:LoadBalancer",
  transitGateway: "aws:ec2transitgateway/transitGateway:TransitGateway",
  gatewayAssociation: "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
  gatewayPropagation: "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
  gatewayTable: "aws:ec2transitgateway/routeTable:RouteTable",
  vpcAttachment: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
  vpcAttachmentAccepter: "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter",
  gatewayPeering: "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
  gatewayPeeringAccepter: "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter",
  gatewayRoute: "aws:ec2transitgateway/route:Route",
  vpnGateway: "aws:ec2/vpnGateway:VpnGateway",
  vpnGatewayAttachment: "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment",
  vpnGatewayPropagation: "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation",
  vpnConnectionRoute: "aws:ec2/vpnConnectionRoute:VpnConnectionRoute",
  customerGateway: "aws:ec2/customerGateway:CustomerGateway",
  vpnConnection: "aws:ec2/vpnConnection:VpnConnection",
  internetGateway: "aws:ec2/internetGateway:InternetGateway",
  routeTable: "aws:ec2/routeTable:RouteTable",
  mainRouteTable: "aws:ec2/defaultRouteTable:DefaultRouteTable",
  mainTableAssociation: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
  tableAssociation: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  route: "aws:ec2/route:Route",
  prefixList: "aws:ec2/managedPrefixList:ManagedPrefixList",
  prefixListEntry: "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
  gatewayPrefixes: "aws:ec2transitgateway/prefixListReference:PrefixListReference",
  clientVpn: "aws:ec2clientvpn/endpoint:Endpoint",
  securityGroup: "aws:ec2/securityGroup:SecurityGroup",
  defaultSecurityGroup: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  egressRule: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  flowLog: "aws:ec2/flowLog:FlowLog",
  endpointService: "aws:ec2/vpcEndpointService:VpcEndpointService",
  encryptionByDefault: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  ingressRule: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  securityGroupRule: "aws:ec2/securityGroupRule:SecurityGroupRule",
} as const;

/** All of several types. */
export function ofTypes(resources: ResourceIndex, ...types: string[]): Resource[] {
  return types.flatMap((type) => resources.ofType(type));
}

/** The first that `property` points to, of any of `types`. */
export function referredOf(
  resources: ResourceIndex,
  from: Resource,
  property: string,
  ...types: string[]
): Resource | undefined {
  for (const type of types) {
    const found = resources.referred(from, property, type);
    if (found) return found;
  }
  return undefined;
}

/** The VPC of a subnet, route table, security group… */
export function vpcOf(resources: ResourceIndex, from: Resource | undefined): string | undefined {
  return from && referredOf(resources, from, "vpcId", TYPES.vpc, TYPES.defaultVpc)?.urn;
}

/** The resource's own region, else its provider's. */
export function regionOf(resources: ResourceIndex, resource: Resource): OrUnknown<string> {
  const own = text(resource.props, "region");
  if (own !== undefined) return own;
  const provider = resource.provider === undefined ? undefined : resources.get(resource.provider);
  return text(provider?.props, "region") ?? UNKNOWN;
}
