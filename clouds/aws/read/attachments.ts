import type { AttachmentFact, GatewayRouteFact, PeeringFact } from "../../../network/model/forwarding";
import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isKnown, isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { prefixesOf } from "./prefix-lists";
import { subnetsNamed } from "./subnets";
import { inTableOf, isOf, tableJoins } from "./table-joins";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/** VPCs at transit gateways and at VPN gateways. */
export function readAttachments(resources: ResourceIndex): AttachmentFact[] {
  return [
    ...resources.ofType(TYPES.vpcAttachment).map((attachment) => ofTransitGateway(resources, attachment)),
    ...ofTypes(resources, TYPES.vpnGatewayAttachment, TYPES.vpnGateway).flatMap((attachment) =>
      ofVpnGateway(resources, attachment),
    ),
  ];
}

function ofTransitGateway(resources: ResourceIndex, attachment: Resource): AttachmentFact {
  const gateway = referredOf(resources, attachment, "transitGatewayId", TYPES.transitGateway);
  const network = vpcOf(resources, attachment);
  const accepters = resources
    .ofType(TYPES.vpcAttachmentAccepter)
    .filter((accepter) => isOf(accepter, [attachment]));
  const joins = tableJoins(resources, gateway, [attachment, ...accepters], {
    associated: "transitGatewayDefaultRouteTableAssociation",
    propagated: "transitGatewayDefaultRouteTablePropagation",
  });
  const zones = subnetsNamed(resources, attachment).map((subnet) => text(subnet.props, "availabilityZone"));
  const known = zones.filter((zone) => zone !== undefined && isKnown(zone));
  return {
    urn: attachment.urn,
    ...(gateway ? { gateway: gateway.urn } : {}),
    ...(network === undefined ? {} : { network }),
    lookedUp: joins.associated,
    known: joins.propagated,
    // A VPC's tables learn nothing from a transit gateway.
    taught: false,
    ...(known.length > 0 && known.length === zones.length ? { zones: known.filter(isText).sort() } : {}),
    origin: { urn: attachment.urn },
  };
}

function isText(zone: unknown): zone is string {
  return typeof zone === "string";
}

/** A VPN gateway knows its one VPC; which subnets learn of it is said of each table. */
function ofVpnGateway(resources: ResourceIndex, attachment: Resource): AttachmentFact[] {
  const gateway =
    attachment.type === TYPES.vpnGateway
      ? attachment
      : referredOf(resources, attachment, "vpnGatewayId", TYPES.vpnGateway);
  const network = vpcOf(resources, attachment);
  if (!gateway || network === undefined) return [];
  return [
    {
      urn: attachment.urn,
      gateway: gateway.urn,
      network,
      lookedUp: true,
      known: true,
      taught: true,
      origin: { urn: attachment.urn },
    },
  ];
}

/** Peerings of transit gateways: the request is one half, its acceptance the other. */
export function readPeerings(resources: ResourceIndex): PeeringFact[] {
  return resources.ofType(TYPES.gatewayPeering).flatMap((request): PeeringFact[] => {
    const own = referredOf(resources, request, "transitGatewayId", TYPES.transitGateway);
    const peer = referredOf(resources, request, "peerTransitGatewayId", TYPES.transitGateway);
    const accepter = resources.ofType(TYPES.gatewayPeeringAccepter).find((one) => isOf(one, [request]));
    const half = (from: Resource, side: Resource | undefined, far: Resource | undefined): PeeringFact => ({
      urn: from.urn,
      kind: "gateway-peering",
      cloud: "aws",
      ...(side ? { own: side.urn } : {}),
      ...(far ? { peer: far.urn } : {}),
      accepted: accepter !== undefined,
      lookedUp: tableJoins(resources, side, accepter ? [request, accepter] : [request]).associated,
      origin: { urn: from.urn },
    });
    return [half(request, own, peer), ...(accepter ? [half(accepter, peer, own)] : [])];
  });
}

/** Static routes of transit gateways' own tables, each to a range or to all of a prefix list. */
export function readGatewayRoutes(resources: ResourceIndex): GatewayRouteFact[] {
  return ofTypes(resources, TYPES.gatewayRoute, TYPES.gatewayPrefixes).flatMap((route) => {
    const gateway =
      resources.ofType(TYPES.transitGateway).find((one) => inSeenTableOf(resources, route, one)) ??
      // The default table is told by the gateway itself (`associationDefaultRouteTableId`).
      resources.referred(route, "transitGatewayRouteTableId", TYPES.transitGateway);
    const via = ofTypes(
      resources,
      TYPES.gatewayPeering,
      TYPES.gatewayPeeringAccepter,
      TYPES.vpcAttachment,
      TYPES.vpnConnection,
    ).find((attached) => isOf(route, [attached]));
    const property = route.type === TYPES.gatewayRoute ? "destinationCidrBlock" : "prefixListId";
    return gatewayDestinations(resources, route).map((destination) => ({
      urn: route.urn,
      ...(gateway ? { gateway: gateway.urn } : {}),
      destination,
      ...(via ? { via: via.urn } : {}),
      origin: { urn: route.urn, property },
    }));
  });
}

/** Where a route of a transit gateway's table leads. */
export function gatewayDestinations(resources: ResourceIndex, route: Resource): OrUnknown<string>[] {
  if (route.type === TYPES.gatewayRoute) return [text(route.props, "destinationCidrBlock") ?? UNKNOWN];
  const id = text(route.props, "prefixListId") ?? UNKNOWN;
  const prefixes = prefixesOf(resources, route, "prefixListId", id);
  return isUnknown(prefixes) ? [UNKNOWN] : prefixes;
}

function inSeenTableOf(resources: ResourceIndex, route: Resource, gateway: Resource): boolean {
  const table = resources.referred(route, "transitGatewayRouteTableId", TYPES.gatewayTable);
  return table !== undefined && inTableOf(resources, route, gateway);
}
