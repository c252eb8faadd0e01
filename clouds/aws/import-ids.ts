import type { ImportId } from "../lost-create";

const ADDED_TWICE = "making it again finds it made";

/** By the "Import" sections of the provider's own pages (terraform-provider-aws 6, 2026); what EC2 numbers is searched for by tag. */
export const AWS_IMPORT_IDS: Record<string, ImportId> = {
  "aws:autoscaling/attachment:Attachment": { none: ADDED_TWICE },
  "aws:ec2/customerGateway:CustomerGateway": "search",
  // Adopts the group that came with the VPC.
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": { none: ADDED_TWICE },
  "aws:ec2/eip:Eip": "search",
  "aws:ec2/internetGateway:InternetGateway": "search",
  "aws:ec2/launchTemplate:LaunchTemplate": "search",
  "aws:ec2/natGateway:NatGateway": "search",
  "aws:ec2/route:Route": { id: "{routeTableId}_{destinationCidrBlock}" },
  "aws:ec2/routeTable:RouteTable": "search",
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: "{subnetId}/{routeTableId}" },
  "aws:ec2/securityGroup:SecurityGroup": "search",
  "aws:ec2/subnet:Subnet": "search",
  "aws:ec2/vpc:Vpc": "search",
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": "search",
  "aws:ec2/vpnConnection:VpnConnection": "search",
  "aws:ec2transitgateway/peeringAttachment:PeeringAttachment": "search",
  "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter": {
    id: "{transitGatewayAttachmentId}",
  },
  "aws:ec2transitgateway/route:Route": { id: "{transitGatewayRouteTableId}_{destinationCidrBlock}" },
  "aws:ec2transitgateway/routeTable:RouteTable": "search",
  "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": {
    id: "{transitGatewayRouteTableId}_{transitGatewayAttachmentId}",
  },
  "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation": {
    id: "{transitGatewayRouteTableId}_{transitGatewayAttachmentId}",
  },
  "aws:ec2transitgateway/transitGateway:TransitGateway": "search",
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": "search",
  "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": { id: "{transitGatewayAttachmentId}" },
  "aws:eks/addon:Addon": { id: "{clusterName}:{addonName}" },
  "aws:eks/cluster:Cluster": { id: "{name}" },
  "aws:eks/nodeGroup:NodeGroup": { id: "{clusterName}:{nodeGroupName}" },
  "aws:iam/role:Role": { id: "{name}" },
  "aws:iam/rolePolicy:RolePolicy": { id: "{role}:{name}" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { id: "{role}/{policyArn}" },
  "aws:kms/key:Key": "search",
  "aws:lb/listener:Listener": "search",
  "aws:lb/loadBalancer:LoadBalancer": "search",
  "aws:lb/targetGroup:TargetGroup": "search",
  "aws:ram/principalAssociation:PrincipalAssociation": { id: "{resourceShareArn},{principal}" },
  "aws:ram/resourceAssociation:ResourceAssociation": { id: "{resourceShareArn},{resourceArn}" },
  "aws:ram/resourceShare:ResourceShare": "search",
  "aws:ram/resourceShareAccepter:ResourceShareAccepter": { id: "{shareArn}" },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "search",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "search",
};
