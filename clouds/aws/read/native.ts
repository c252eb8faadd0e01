import { valueAt } from "../../../network/model/property";
import { isUnknown, type Resource, UNKNOWN } from "../../../network/model/resource";
import {
  type Place,
  respelled,
  type Spelling,
  type Spellings,
  shaped,
} from "../../../network/model/spelling";
import { TYPES } from "./types";

const CONNECTION: Spelling = {
  as: TYPES.vpnConnection,
  properties: {
    // What only AWS tells: the connection exists.
    vpnConnectionId: "arn",
    vpnTunnelOptionsSpecifications: [...tunnelOptions(0), ...tunnelOptions(1)],
  },
};

/** EC2's and EKS's resources as AWS Cloud Control has them (`@pulumi/aws-native` 1.79.0, 2026-11-23), in the words of `@pulumi/aws`. */
export const NATIVE: Spellings = {
  "aws-native:ec2:Vpc": { as: TYPES.vpc },
  "aws-native:ec2:VpcCidrBlock": { as: TYPES.secondaryRange },
  "aws-native:ec2:Subnet": { as: TYPES.subnet },
  "aws-native:ec2:CustomerGateway": { as: TYPES.customerGateway },
  "aws-native:ec2:VpnGateway": { as: TYPES.vpnGateway },
  "aws-native:ec2:VpnConnection": CONNECTION,
  "aws-native:ec2:VpnConnectionRoute": { as: TYPES.vpnConnectionRoute },
  "aws-native:ec2:TransitGateway": { as: TYPES.transitGateway, properties: { transitGatewayArn: "arn" } },
  "aws-native:ec2:TransitGatewayAttachment": { as: TYPES.vpcAttachment },
  "aws-native:ec2:TransitGatewayVpcAttachment": { as: TYPES.vpcAttachment },
  "aws-native:ec2:TransitGatewayPeeringAttachment": { as: TYPES.gatewayPeering },
  "aws-native:ec2:TransitGatewayRoute": { as: TYPES.gatewayRoute },
  "aws-native:ec2:TransitGatewayRouteTable": { as: TYPES.gatewayTable },
  "aws-native:ec2:TransitGatewayRouteTableAssociation": { as: TYPES.gatewayAssociation },
  "aws-native:ec2:TransitGatewayRouteTablePropagation": { as: TYPES.gatewayPropagation },
  // Until 0.72.0 (2023-08-04, `CHANGELOG.md` of pulumi-aws-native).
  "aws-native:ec2:VPC": { as: TYPES.vpc },
  "aws-native:ec2:VPNGateway": { as: TYPES.vpnGateway },
  "aws-native:ec2:VPNConnection": CONNECTION,
  "aws-native:ec2:VPNConnectionRoute": { as: TYPES.vpnConnectionRoute },
  "aws-native:ec2:InternetGateway": { as: TYPES.internetGateway },
  "aws-native:ec2:RouteTable": { as: TYPES.routeTable },
  "aws-native:ec2:Route": { as: TYPES.route },
  "aws-native:ec2:SubnetRouteTableAssociation": { as: TYPES.tableAssociation },
  "aws-native:ec2:SecurityGroup": {
    as: TYPES.securityGroup,
    properties: {
      securityGroupIngress: { path: "ingress", of: shaped(inlineRule("source")) },
      securityGroupEgress: { path: "egress", of: shaped(inlineRule("destination")) },
    },
    // EC2 lets out everything until the group itself names a rule; the classic provider takes that away ("AWS::EC2::SecurityGroup",
    // CloudFormation Template Reference, https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html, 2026-11-23).
    defaults: { egress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] }] },
  },
  "aws-native:ec2:SecurityGroupIngress": {
    as: TYPES.ingressRule,
    properties: {
      groupId: "securityGroupId",
      cidrIp: "cidrIpv4",
      sourcePrefixListId: "prefixListId",
      sourceSecurityGroupId: "referencedSecurityGroupId",
    },
  },
  "aws-native:ec2:SecurityGroupEgress": {
    as: TYPES.egressRule,
    properties: {
      groupId: "securityGroupId",
      cidrIp: "cidrIpv4",
      destinationPrefixListId: "prefixListId",
      destinationSecurityGroupId: "referencedSecurityGroupId",
    },
  },
  "aws-native:ec2:LaunchTemplate": {
    as: TYPES.launchTemplate,
    properties: {
      launchTemplateData: {
        path: "vpcSecurityGroupIds",
        of: (data) => valueAt(data, "securityGroupIds"),
      },
    },
  },
  "aws-native:eks:Cluster": { as: TYPES.cluster, properties: { resourcesVpcConfig: "vpcConfig" } },
  "aws-native:eks:Nodegroup": { as: TYPES.nodeGroup, properties: { subnets: "subnetIds" } },
  "aws-native:elasticloadbalancingv2:LoadBalancer": { as: TYPES.loadBalancer },
};

/** One resource attaches both kinds of gateway; only a VPN gateway's is read. */
const GATEWAY_ATTACHMENT = "aws-native:ec2:VpcGatewayAttachment";

/** Cloud Control's resources among others as the readers of AWS know them. */
export function inWordsOfAws(resources: Resource[]): Resource[] {
  return resources.map((resource) => {
    const spelling = spellingOf(resource);
    return spelling ? respelled(resource, spelling) : resource;
  });
}

function spellingOf(resource: Resource): Spelling | undefined {
  if (!resource.type.startsWith("aws-native:")) return undefined;
  if (resource.type !== GATEWAY_ATTACHMENT) return NATIVE[resource.type];
  const named = valueAt(resource.props, "vpnGatewayId") !== undefined;
  return named ? { as: TYPES.vpnGatewayAttachment } : undefined;
}

/** Options of one of a connection's two tunnels, which classic AWS has as properties of the connection. */
function tunnelOptions(index: 0 | 1): Place[] {
  const option = (own: string, path: string, of: (value: unknown) => unknown = (value) => value): Place => ({
    path: `tunnel${index + 1}${path}`,
    of: (tunnels) => {
      const value = Array.isArray(tunnels) ? valueAt(tunnels, `${index}.${own}`) : UNKNOWN;
      return isUnknown(value) || value === undefined ? value : of(value);
    },
  });
  return [
    option("tunnelInsideCidr", "InsideCidr"),
    option("preSharedKey", "PresharedKey"),
    option("ikeVersions", "IkeVersions", values),
    option("phase1EncryptionAlgorithms", "Phase1EncryptionAlgorithms", values),
    option("phase1IntegrityAlgorithms", "Phase1IntegrityAlgorithms", values),
    option("phase1dhGroupNumbers", "Phase1DhGroupNumbers", values),
    option("phase2EncryptionAlgorithms", "Phase2EncryptionAlgorithms", values),
    option("phase2IntegrityAlgorithms", "Phase2IntegrityAlgorithms", values),
    option("phase2dhGroupNumbers", "Phase2DhGroupNumbers", values),
  ];
}

/** `[{ value: "AES256" }]` as `["AES256"]`. */
function values(wrapped: unknown): unknown {
  if (!Array.isArray(wrapped)) return UNKNOWN;
  return wrapped.map((one) => valueAt(one, "value") ?? UNKNOWN);
}

/** A rule in its group names one range; classic AWS has lists. */
function inlineRule(side: "source" | "destination"): Record<string, Place> {
  const one = (value: unknown) => [value];
  return {
    ipProtocol: "protocol",
    cidrIp: { path: "cidrBlocks", of: one },
    cidrIpv6: { path: "ipv6CidrBlocks", of: one },
    [`${side}PrefixListId`]: { path: "prefixListIds", of: one },
    [`${side}SecurityGroupId`]: { path: "securityGroups", of: one },
  };
}
