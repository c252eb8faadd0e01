import * as tgw from "@pulumi/aws/ec2transitgateway";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { GatewayArgs } from "../link-end";
import type { PeeringEnd, PeeringMaker, PeeringRequest } from "../link-peering";

/** An end with all that a peering needs of its transit gateway. */
interface Side extends PeeringEnd {
  gateway: GatewayArgs;
  table: pulumi.Input<string>;
}

/**
 * Two transit gateways, peered: the one asks, the other accepts. A peering learns nothing, so each gateway's table, with which it is
 * associated, has a static route for every prefix behind the other end.
 */
export const makeTransitPeering: PeeringMaker = (request) => {
  const [requester, accepter] = inOrder(sideOf(request, "a"), sideOf(request, "b"));
  const { link, parent } = request;
  const attachment = new tgw.PeeringAttachment(
    `${link.name}/peering`,
    {
      region: requester.gateway.region,
      transitGatewayId: requester.gateway.id,
      peerRegion: accepter.gateway.region,
      peerTransitGatewayId: accepter.gateway.id,
      ...(accepter.account === requester.account || accepter.account === undefined
        ? {}
        : { peerAccountId: accepter.account }),
      tags: { ...requester.gateway.tags, Name: link.name },
    },
    optionsOf(requester, parent),
  );
  const accepted = new tgw.PeeringAttachmentAccepter(
    `${link.name}/peering`,
    {
      region: accepter.gateway.region,
      transitGatewayAttachmentId: attachment.id,
      tags: { ...accepter.gateway.tags, Name: link.name },
    },
    optionsOf(accepter, parent),
  );
  // One id at both sides, and there for neither before it is accepted.
  for (const [side, half] of [
    [requester, attachment.id],
    [accepter, accepted.transitGatewayAttachmentId],
  ] as const) {
    const at = {
      region: side.gateway.region,
      transitGatewayAttachmentId: half,
      transitGatewayRouteTableId: side.table,
    };
    const name = `${link.name}/${side.member}`;
    const associated = new tgw.RouteTableAssociation(name, at, optionsOf(side, parent, accepted));
    for (const prefix of side.remote) {
      new tgw.Route(
        `${name}/${prefix}`,
        { ...at, destinationCidrBlock: prefix },
        optionsOf(side, parent, associated),
      );
    }
  }
};

/** Who asks must know the other's account. */
function inOrder(a: Side, b: Side): [Side, Side] {
  return a.account !== b.account && b.account === undefined ? [b, a] : [a, b];
}

function sideOf(request: PeeringRequest, side: "a" | "b"): Side {
  const end = request[side];
  const { gateway } = end;
  if (gateway?.routeTable === undefined) {
    throw new InputError({
      path: `${request.link.name}.${side}.gateway${gateway ? ".routeTable" : ""}`,
      message: `is missing: a peering of transit gateways needs the id of ${end.member}'s and of its route table`,
    });
  }
  return { ...end, gateway, table: gateway.routeTable };
}

function optionsOf(
  { provider }: Side,
  parent: pulumi.Resource,
  after?: pulumi.Resource,
): pulumi.CustomResourceOptions {
  return { parent, ...(provider ? { provider } : {}), ...(after ? { dependsOn: after } : {}) };
}
