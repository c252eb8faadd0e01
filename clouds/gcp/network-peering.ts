import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { NetworkArgs, PeeringEnd, PeeringMaker, PeeringRequest } from "../link-peering";
import { resourceName } from "./names";

/** An end with all that a peering needs of its VPC. */
interface Side extends PeeringEnd {
  network: NetworkArgs;
}

/**
 * Two VPCs, peered: a half at each side. Subnets' ranges, secondary ones among them, are exchanged by that alone. Where one lends its
 * gateway it exports custom routes, what its Cloud Router learned, and the other imports them; nobody else exports any.
 *
 * Peerings and no Network Connectivity Center: a hub costs by the hour for each spoke and by the byte, and its VPC spokes exchange
 * what peerings do. Peerings end at 25 a network, by which the plan refuses more.
 */
export const makeNetworkPeering: PeeringMaker = (request) => {
  const [a, b] = [sideOf(request, "a"), sideOf(request, "b")];
  const { link } = request;
  // Google takes one change at a time of networks that are peered with each other (terraform-provider-google issue 3026).
  const first = makeHalf(request, a, b, link.lender);
  makeHalf(request, b, a, link.lender, first);
};

function makeHalf(
  { link, parent }: PeeringRequest,
  own: Side,
  peer: Side,
  lender: string | undefined,
  after?: pulumi.Resource,
): compute.NetworkPeering {
  const { provider } = own;
  return new compute.NetworkPeering(
    resourceName(`${link.name}-${own.member}`),
    {
      network: own.network.id,
      peerNetwork: peer.network.id,
      exportCustomRoutes: lender === own.member,
      importCustomRoutes: lender === peer.member,
      // Public ranges that somebody uses privately are not ours to pass on.
      exportSubnetRoutesWithPublicIp: false,
      importSubnetRoutesWithPublicIp: false,
    },
    { parent, ...(provider ? { provider } : {}), ...(after ? { dependsOn: after } : {}) },
  );
}

function sideOf(request: PeeringRequest, side: "a" | "b"): Side {
  const end = request[side];
  if (!end.network) {
    throw new InputError({
      path: `${request.link.name}.${side}.network`,
      message: `is missing: a peering of VPCs needs the self link of ${end.member}'s`,
    });
  }
  return { ...end, network: end.network };
}
