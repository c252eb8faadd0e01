import * as tgw from "@pulumi/aws/ec2transitgateway";
import * as ram from "@pulumi/aws/ram";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { GatewayPlan } from "../../network/plan/shape";
import type { GatewayArgs } from "../link-end";
import { attachVpc, joinTable, routeToGateway } from "./gateway";
import { type AwsMember, tagsOf } from "./member";
import type { AwsNetwork } from "./network";
import type { NodeRoutes } from "./routes";

/** Another member's transit gateway. */
export interface SharedGateway {
  gateway: GatewayArgs;
  /** Number of this member's account, where the gateway is in another one. */
  account?: string;
  /** Provider of the gateway's account, where that is another one. */
  provider?: pulumi.ProviderResource;
}

/**
 * The VPC attached to the transit gateway of another member of its region, associated with its table and propagated to it, and in
 * each private table a route to every prefix behind it.
 *
 * In another account the gateway is shared first, by a resource share of its own, so that nothing of its owner's changes. Both
 * sides accept: this account the share, the gateway's the attachment. An organization that shares without invitations has none to
 * accept, and there the update stops (terraform-provider-aws 6, `aws_ram_resource_share_accepter`, 2026): a member there needs a
 * gateway of its own, by `gateway.asn`.
 */
export function joinSharedGateway(
  member: AwsMember,
  plan: GatewayPlan,
  shared: SharedGateway,
  network: AwsNetwork,
  routes: Pick<NodeRoutes, "tables">,
): void {
  const { gateway, account } = shared;
  if (gateway.routeTable === undefined) {
    throw new InputError({
      path: "sharedGateway.gateway.routeTable",
      message: "is missing: give the id of the transit gateway's route table",
    });
  }
  if (account === undefined) {
    const attachment = attachVpc(member, network, gateway.id);
    joinTable(member, attachment, gateway.routeTable);
    routeToGateway(member, plan, routes, { id: gateway.id, after: attachment });
    return;
  }
  const share = shareGateway(member, shared, account);
  const attachment = attachVpc(member, network, gateway.id, { foreign: true, after: share });
  const accepted = acceptAttachment(member, shared, attachment);
  joinTable(member, attachment, gateway.routeTable, { ...atOwner(shared), dependsOn: accepted });
  routeToGateway(member, plan, routes, { id: gateway.id, after: accepted });
}

/** Made in the gateway's account for this member's alone, and accepted in this one's. */
function shareGateway(
  member: AwsMember,
  shared: SharedGateway,
  account: string,
): [ram.ResourceShareAccepter, ram.ResourceAssociation] {
  const { plan, parent } = member;
  const { name, region } = plan;
  const { arn } = shared.gateway;
  if (arn === undefined) {
    throw new InputError({
      path: "sharedGateway.gateway.arn",
      message: `is missing: the transit gateway is shared with account ${account} by its ARN`,
    });
  }
  const opts = { parent, ...atOwner(shared) };
  const share = new ram.ResourceShare(
    `${name}-gateway`,
    { region, allowExternalPrincipals: true, tags: tagsOf(member, "gateway") },
    opts,
  );
  const resource = new ram.ResourceAssociation(
    `${name}-gateway`,
    { region, resourceShareArn: share.arn, resourceArn: arn },
    opts,
  );
  const principal = new ram.PrincipalAssociation(
    `${name}-gateway`,
    { region, resourceShareArn: share.arn, principal: account },
    opts,
  );
  const accepted = new ram.ResourceShareAccepter(
    `${name}-gateway`,
    { region, shareArn: share.arn },
    // The invitation goes out with the principal.
    { parent, dependsOn: principal },
  );
  return [accepted, resource];
}

function acceptAttachment(
  member: AwsMember,
  shared: SharedGateway,
  attachment: tgw.VpcAttachment,
): tgw.VpcAttachmentAccepter {
  const { plan, parent } = member;
  return new tgw.VpcAttachmentAccepter(
    `${plan.name}-gateway`,
    {
      region: plan.region,
      transitGatewayAttachmentId: attachment.id,
      transitGatewayDefaultRouteTableAssociation: false,
      transitGatewayDefaultRouteTablePropagation: false,
      tags: tagsOf(member, "gateway"),
    },
    { parent, ...atOwner(shared) },
  );
}

/** Options of what is made in the gateway's account. */
function atOwner({ provider }: SharedGateway): { provider?: pulumi.ProviderResource } {
  return provider ? { provider } : {};
}
