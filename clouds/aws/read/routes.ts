import type { RouteFact } from "../../../network/model/network";
import { list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { prefixesOf } from "./prefix-lists";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/** Static routes of VPC tables towards transit and VPN gateways; those to the internet or inside the VPC are none. */
export function readRoutes(resources: ResourceIndex): RouteFact[] {
  return [
    ...ofTypes(resources, TYPES.route).flatMap((route) => readRoute(resources, route)),
    ...ofTypes(resources, TYPES.routeTable, TYPES.mainRouteTable).flatMap((table) =>
      readInline(resources, table),
    ),
  ];
}

function readRoute(resources: ResourceIndex, route: Resource): RouteFact[] {
  const via = gatewayOf(resources, route, route.props, "");
  if (!via) return [];
  const table = referredOf(resources, route, "routeTableId", TYPES.routeTable, TYPES.mainRouteTable);
  return destinations(resources, route, "destinationPrefixListId", route.props, [
    "destinationCidrBlock",
    "destinationIpv6CidrBlock",
  ]).map((destination) => ({
    urn: route.urn,
    network: vpcOf(resources, table),
    destination,
    via: via.urn,
    ...(table ? { table: table.urn } : {}),
    origin: { urn: route.urn, property: "destinationCidrBlock" },
  }));
}

function readInline(resources: ResourceIndex, table: Resource): RouteFact[] {
  const routes = list(table.props, "routes") ?? [];
  if (isUnknown(routes)) {
    // In a preview the provider calls unknown also what nobody wrote, since EC2 tells routes that are resources of their own too.
    if ((table.propertyDependencies.routes ?? []).length === 0) return [];
    // What is in it cannot be told apart: one route to nobody knows where.
    const [via] = resources.referredAll(table, "routes", TYPES.transitGateway);
    return [routeOf(resources, table, UNKNOWN, via?.urn, "routes")];
  }
  return routes.flatMap((route, index) => {
    const via = gatewayOf(resources, table, route, "routes");
    if (!via) return [];
    return destinations(resources, table, "routes", route, ["cidrBlock", "ipv6CidrBlock"]).map((to) =>
      routeOf(resources, table, to, via.urn, `routes.${index}.cidrBlock`),
    );
  });
}

function routeOf(
  resources: ResourceIndex,
  table: Resource,
  to: OrUnknown<string>,
  via: string | undefined,
  property: string,
): RouteFact {
  const origin = { urn: table.urn, property };
  const network = vpcOf(resources, table);
  return { urn: table.urn, network, destination: to, via, table: table.urn, origin };
}

/**
 * The gateway that a route points to: an object without a URN where it is not among the resources, `undefined` where the
 * route points elsewhere. `list` is the property that holds inline routes, by whose dependencies unknown ids are found.
 */
function gatewayOf(
  resources: ResourceIndex,
  from: Resource,
  route: unknown,
  list: "" | "routes",
): { urn?: string } | undefined {
  const transit = text(route, "transitGatewayId");
  if (transit !== undefined && transit !== "") {
    return { urn: target(resources, from, list || "transitGatewayId", transit, TYPES.transitGateway) };
  }
  const gateway = text(route, "gatewayId");
  if (gateway === undefined) return undefined;
  const urn = target(resources, from, list || "gatewayId", gateway, TYPES.vpnGateway);
  if (urn !== undefined) return { urn };
  return !isUnknown(gateway) && gateway.startsWith("vgw-") ? {} : undefined;
}

/** By id; where that is unknown, or no resource tells its own, by dependency, if that names but one. */
function target(
  resources: ResourceIndex,
  from: Resource,
  property: string,
  id: OrUnknown<string>,
  type: string,
): string | undefined {
  const byId = isUnknown(id) ? undefined : resources.ofType(type).find((gateway) => gateway.id === id);
  if (byId) return byId.urn;
  const candidates = resources.referredAll(from, property, type);
  return candidates.length === 1 ? candidates[0]?.urn : undefined;
}

/** One range, or those of a prefix list; `property` of `from` is what the list's unknown id is found by. */
function destinations(
  resources: ResourceIndex,
  from: Resource,
  property: string,
  route: unknown,
  ranges: string[],
): OrUnknown<string>[] {
  const range = ranges.map((name) => text(route, name)).find(Boolean);
  if (range) return [range];
  const id = text(route, "destinationPrefixListId") || UNKNOWN;
  const prefixes = prefixesOf(resources, from, property, id);
  return isUnknown(prefixes) ? [UNKNOWN] : prefixes;
}
