import * as tgw from "@pulumi/aws/ec2transitgateway";
import { InputError } from "../../network/errors";
import type { GatewayPlan } from "../../network/plan/shape";
import type { ExistingGatewaySpec } from "../../network/spec/existing-shape";
import type { ExistingRead } from "../existing-read";
import type { GatewayArgs } from "../link-end";
import { attachVpc, joinTable, routeToGateway } from "./gateway";
import type { AwsMember } from "./member";
import type { AwsNetwork } from "./network";
import type { NodeRoutes } from "./routes";

/**
 * A transit gateway that is there, read with what the spec says of it until AWS has said what is so. The VPC is attached to it and
 * joined to the table where it is not; each private table gets a route to every prefix behind it. Nothing of the gateway's changes.
 */
export function useGateway(
  member: AwsMember,
  plan: GatewayPlan,
  existing: ExistingGatewaySpec,
  network: AwsNetwork,
  routes: Pick<NodeRoutes, "tables">,
): { gateway: GatewayArgs; read: ExistingRead } {
  const { parent } = member;
  const { name, region, tags } = member.plan;
  if (existing.routeTable === undefined) {
    throw new InputError({
      path: "existing.gateway.routeTable",
      message: "is missing: give the id of the transit gateway's route table",
    });
  }
  const transit = tgw.TransitGateway.get(
    `${name}-gateway`,
    existing.id,
    { region, amazonSideAsn: existing.asn },
    { parent },
  );
  const table = tgw.RouteTable.get(
    `${name}-gateway`,
    existing.routeTable,
    { region, transitGatewayId: transit.id },
    { parent },
  );
  routeToGateway(member, plan, routes, {
    id: transit.id,
    after: attachmentOf(member, existing, network, { transit, table }),
  });
  return {
    gateway: {
      cloud: "aws",
      region,
      asn: plan.asn,
      id: transit.id,
      routeTable: table.id,
      arn: transit.arn,
      addresses: [],
      advertise: plan.advertise,
      tags,
    },
    read: { asn: transit.amazonSideAsn },
  };
}

function attachmentOf(
  member: AwsMember,
  existing: ExistingGatewaySpec,
  network: AwsNetwork,
  { transit, table }: { transit: tgw.TransitGateway; table: tgw.RouteTable },
): tgw.VpcAttachment {
  const { plan, parent } = member;
  if (existing.attachment !== undefined) {
    return tgw.VpcAttachment.get(
      `${plan.name}-gateway`,
      existing.attachment,
      // The gateway's defaults stand for how it is joined: who brings an attachment has it joined.
      {
        region: plan.region,
        transitGatewayId: transit.id,
        vpcId: network.vpc.id,
        transitGatewayDefaultRouteTableAssociation: true,
        transitGatewayDefaultRouteTablePropagation: true,
      },
      { parent },
    );
  }
  const attachment = attachVpc(member, network, transit.id);
  joinTable(member, attachment, table.id);
  return attachment;
}
