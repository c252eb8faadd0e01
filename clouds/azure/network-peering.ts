import { VirtualNetworkPeering } from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { PeeringEnd, PeeringMaker, PeeringRequest } from "../link-peering";
import { resourceName } from "./names";

/** An end with all that a peering needs of its VNet. */
interface Side extends PeeringEnd {
  id: pulumi.Input<string>;
  name: pulumi.Input<string>;
  group: pulumi.Input<string>;
}

/**
 * Two VNets, peered, in one region or two: a half at each side. Where one lends its gateway it allows transit, and the other, which has
 * none of its own, uses it: its subnets learn what the gateway knows, and the gateway tells its peers the other's ranges.
 *
 * A peering with `useRemoteGateways` is refused before the other half allows transit and the gateway is there ("Configure VPN gateway
 * transit for virtual network peering", azure-docs, 2026), so the lender's half comes first.
 */
export const makeNetworkPeering: PeeringMaker = (request) => {
  const { lender } = request.link;
  const [a, b] = [sideOf(request, "a"), sideOf(request, "b")];
  const [first, second] = lender === b.member ? [b, a] : [a, b];
  makeHalf(request, second, first, makeHalf(request, first, second));
};

function makeHalf(
  { link, parent }: PeeringRequest,
  own: Side,
  peer: Side,
  after?: pulumi.Resource,
): VirtualNetworkPeering {
  const { provider } = own;
  return new VirtualNetworkPeering(
    resourceName(link.name, own.member),
    {
      resourceGroupName: own.group,
      virtualNetworkName: own.name,
      remoteVirtualNetwork: { id: peer.id },
      allowVirtualNetworkAccess: true,
      // Nothing of ours forwards what is not its own.
      allowForwardedTraffic: false,
      allowGatewayTransit: link.lender === own.member,
      useRemoteGateways: link.lender === peer.member,
    },
    { parent, ...(provider ? { provider } : {}), ...(after ? { dependsOn: after } : {}) },
  );
}

function sideOf(request: PeeringRequest, side: "a" | "b"): Side {
  const end = request[side];
  const { id, name, resourceGroup } = end.network ?? {};
  if (id === undefined || name === undefined || resourceGroup === undefined) {
    const property = id === undefined ? "" : name === undefined ? ".name" : ".resourceGroup";
    throw new InputError({
      path: `${request.link.name}.${side}.network${property}`,
      message: `is missing: a peering of VNets needs the id and name of ${end.member}'s, and its resource group's name`,
    });
  }
  return { ...end, id, name, group: resourceGroup };
}
