import * as ec2 from "@pulumi/aws/ec2";
import * as tgw from "@pulumi/aws/ec2transitgateway";
import type * as pulumi from "@pulumi/pulumi";
import type { GatewayPlan } from "../../network/plan/shape";
import type { GatewayArgs } from "../link-end";
import { type AwsMember, subnetNamed, subnetsWithRole, tagsOf } from "./member";
import type { AwsNetwork } from "./network";
import type { NodeRoutes } from "./routes";

/**
 * A transit gateway with a route table of its own, the VPC attached to it, and in each private table a route to every
 * prefix behind the links: a VPC's tables do not learn from a transit gateway. It tells its BGP peers the VPC's range,
 * which the attachment propagates.
 */
export function makeGateway(
  member: AwsMember,
  gateway: GatewayPlan,
  network: AwsNetwork,
  routes: Pick<NodeRoutes, "tables">,
): GatewayArgs {
  const { plan, parent } = member;
  const { name, region, tags } = plan;
  const transit = new tgw.TransitGateway(
    `${name}-gateway`,
    {
      region,
      description: `Links of ${name}`,
      amazonSideAsn: gateway.asn,
      vpnEcmpSupport: "enable",
      dnsSupport: "enable",
      autoAcceptSharedAttachments: "disable",
      // What is attached reaches what it is given, not all that is attached.
      defaultRouteTableAssociation: "disable",
      defaultRouteTablePropagation: "disable",
      tags: tagsOf(member, "gateway"),
    },
    { parent },
  );
  const table = new tgw.RouteTable(
    `${name}-gateway`,
    { region, transitGatewayId: transit.id, tags: tagsOf(member, "gateway") },
    { parent },
  );
  const attachment = attachVpc(member, network, transit.id);
  joinTable(member, attachment, table.id);
  routeToGateway(member, gateway, routes, { id: transit.id, after: attachment });
  return {
    cloud: "aws",
    region,
    asn: gateway.asn,
    id: transit.id,
    routeTable: table.id,
    arn: transit.arn,
    addresses: [],
    advertise: gateway.advertise,
    tags,
  };
}

/** Whose transit gateway a VPC is attached to. */
export interface Attaching {
  /** Whether the gateway is in another account: then that one has a say in its tables, and the VPC's has none. */
  foreign?: boolean;
  /** What must be there first. */
  after?: pulumi.Resource[];
}

/** By a subnet of its own in each zone, so that node subnets keep their addresses and tables to themselves. */
export function attachVpc(
  member: AwsMember,
  { vpc, subnets }: AwsNetwork,
  gatewayId: pulumi.Input<string>,
  { foreign = false, after = [] }: Attaching = {},
): tgw.VpcAttachment {
  const { plan, parent } = member;
  return new tgw.VpcAttachment(
    `${plan.name}-gateway`,
    {
      region: plan.region,
      transitGatewayId: gatewayId,
      vpcId: vpc.id,
      // In a VPC whose cluster is there nobody makes subnets for it.
      subnetIds: subnetsWithRole(member, plan.existing?.cluster ? "nodes" : "transit").map(
        (subnet) => subnetNamed(subnets, subnet.name, "subnets").id,
      ),
      // "This cannot be configured or perform drift detection with Resource Access Manager shared EC2 Transit Gateways"
      // (terraform-provider-aws 6, `aws_ec2_transit_gateway_vpc_attachment`, 2026).
      ...(foreign
        ? {}
        : {
            transitGatewayDefaultRouteTableAssociation: false,
            transitGatewayDefaultRouteTablePropagation: false,
          }),
      tags: tagsOf(member, "gateway"),
    },
    { parent, dependsOn: after },
  );
}

/** What comes from the VPC is looked up in the gateway's table, which learns the VPC's range. */
export function joinTable(
  { plan, parent }: AwsMember,
  attachment: tgw.VpcAttachment,
  table: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions = {},
): void {
  const joined = {
    region: plan.region,
    transitGatewayAttachmentId: attachment.id,
    transitGatewayRouteTableId: table,
  };
  new tgw.RouteTableAssociation(`${plan.name}-gateway`, joined, { parent, ...opts });
  new tgw.RouteTablePropagation(`${plan.name}-gateway`, joined, { parent, ...opts });
}

/** A route to every prefix behind the gateway, in each private table. AWS refuses it while the VPC is not attached. */
export function routeToGateway(
  { plan, parent }: AwsMember,
  { remote }: GatewayPlan,
  { tables }: Pick<NodeRoutes, "tables">,
  transit: { id: pulumi.Input<string>; after: pulumi.Resource },
): void {
  for (const [subnet, table] of Object.entries(tables)) {
    for (const prefix of remote) {
      new ec2.Route(
        `${plan.name}-${subnet}-to-${prefix}`,
        {
          region: plan.region,
          routeTableId: table.id,
          destinationCidrBlock: prefix,
          transitGatewayId: transit.id,
        },
        { parent, dependsOn: transit.after },
      );
    }
  }
}
