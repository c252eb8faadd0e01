import type { RouteFact } from "../../../network/model/network";
import { text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { readGateways } from "./gateways";
import { type AzureResources, inline, networkCarrying, referred } from "./resources";

/** Static routes towards the VNet's VPN gateway, each as its own resource or inline in its table. */
export function readRoutes(resources: AzureResources): RouteFact[] {
  const gateways = readGateways(resources);
  const factOf = (table: Resource | undefined, route: unknown, origin: RouteFact["origin"]): RouteFact[] => {
    const hop = text(route, "nextHopType");
    if (hop !== "VirtualNetworkGateway" && !isUnknown(hop)) return [];
    const network = networkCarrying(resources, table, "routeTable");
    const gateway = gateways.find(({ networks }) => network !== undefined && networks.includes(network));
    return [
      {
        urn: origin.urn,
        ...(network === undefined ? {} : { network }),
        destination: text(route, "addressPrefix") ?? UNKNOWN,
        ...(gateway ? { via: gateway.urn } : {}),
        ...(table ? { table: table.urn } : {}),
        origin,
      },
    ];
  };
  return [
    ...resources.ofKind("network:Route").flatMap((route) => {
      const table = referred(resources, { from: route, path: "routeTableName", kind: "network:RouteTable" });
      return factOf(table, route.props, { urn: route.urn, property: "addressPrefix" });
    }),
    ...resources.ofKind("network:RouteTable").flatMap((table) => {
      const routes = inline(table, "routes");
      if (isUnknown(routes)) return factOf(table, UNKNOWN, { urn: table.urn, property: "routes" });
      return routes.flatMap((route, index) =>
        factOf(table, route, { urn: table.urn, property: `routes.${index}` }),
      );
    }),
  ];
}
