import * as ec2 from "@pulumi/aws/ec2";
import * as tgw from "@pulumi/aws/ec2transitgateway";
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
  routes: NodeRoutes,
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
  const attachment = attachVpc(member, network, transit, table);
  for (const [subnet, nodeTable] of Object.entries(routes.tables)) {
    for (const prefix of gateway.remote) {
      new ec2.Route(
        `${name}-${subnet}-to-${prefix}`,
        {
          region,
          routeTableId: nodeTable.id,
          destinationCidrBlock: prefix,
          transitGatewayId: transit.id,
        },
        // AWS refuses the route while the VPC is not attached.
        { parent, dependsOn: attachment },
      );
    }
  }
  return {
    cloud: "aws",
    region,
    asn: gateway.asn,
    id: transit.id,
    routeTable: table.id,
    addresses: [],
    advertise: gateway.advertise,
    tags,
  };
}

/** By a subnet of its own in each zone, so that node subnets keep their addresses and tables to themselves. */
function attachVpc(
  member: AwsMember,
  { vpc, subnets }: AwsNetwork,
  transit: tgw.TransitGateway,
  table: tgw.RouteTable,
): tgw.VpcAttachment {
  const { plan, parent } = member;
  const { name, region } = plan;
  const attachment = new tgw.VpcAttachment(
    `${name}-gateway`,
    {
      region,
      transitGatewayId: transit.id,
      vpcId: vpc.id,
      subnetIds: subnetsWithRole(member, "transit").map(
        (subnet) => subnetNamed(subnets, subnet.name, "subnets").id,
      ),
      transitGatewayDefaultRouteTableAssociation: false,
      transitGatewayDefaultRouteTablePropagation: false,
      tags: tagsOf(member, "gateway"),
    },
    { parent },
  );
  const joined = { region, transitGatewayAttachmentId: attachment.id, transitGatewayRouteTableId: table.id };
  new tgw.RouteTableAssociation(`${name}-gateway`, joined, { parent });
  new tgw.RouteTablePropagation(`${name}-gateway`, joined, { parent });
  return attachment;
}
