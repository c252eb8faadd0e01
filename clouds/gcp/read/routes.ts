import type { RouteFact } from "../../../network/model/network";
import { text } from "../../../network/model/property";
import { UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { gatewayOfTunnel, networkOf, TYPES } from "./types";

/** Static routes into a tunnel. Those of BGP are learned, not listed. */
export function readRoutes(resources: ResourceIndex): RouteFact[] {
  return resources
    .ofType(TYPES.route)
    .filter(({ props }) => Boolean(text(props, "nextHopVpnTunnel")))
    .map((route) => {
      const tunnel = resources.referred(route, "nextHopVpnTunnel", TYPES.tunnel);
      return {
        urn: route.urn,
        network: networkOf(resources, route),
        destination: text(route.props, "destRange") ?? UNKNOWN,
        via: tunnel && gatewayOfTunnel(resources, tunnel)?.urn,
        origin: { urn: route.urn, property: "destRange" },
      };
    });
}
