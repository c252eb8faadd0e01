import type { RemoteRangeFact } from "../../../network/model/network";
import { list, text } from "../../../network/model/property";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { gatewayOfTunnel, networkOf, TYPES } from "./types";

/** Ranges at the other side of a classic VPN: by its tunnels' selectors, and by static routes into any tunnel. */
export function readRemoteRanges(resources: ResourceIndex): RemoteRangeFact[] {
  return [
    ...resources.ofType(TYPES.tunnel).flatMap((tunnel) => {
      const property = "remoteTrafficSelectors";
      const selectors = list(tunnel.props, property) ?? [];
      const gateway = gatewayOfTunnel(resources, tunnel);
      // In a preview the provider calls unknown also what nobody wrote: then every range is selected.
      if (isUnknown(selectors) && (tunnel.propertyDependencies[property] ?? []).length === 0) return [];
      return (isUnknown(selectors) ? [UNKNOWN] : selectors).map(
        (cidr): RemoteRangeFact => ({
          cidr: typeof cidr === "string" ? cidr : UNKNOWN,
          cloud: "gcp",
          from: [gateway && networkOf(resources, gateway)].filter((urn) => urn !== undefined),
          origin: { urn: tunnel.urn, property },
        }),
      );
    }),
    ...resources
      .ofType(TYPES.route)
      .filter(({ props }) => Boolean(text(props, "nextHopVpnTunnel")))
      .map(
        (route): RemoteRangeFact => ({
          cidr: text(route.props, "destRange") ?? UNKNOWN,
          cloud: "gcp",
          from: [networkOf(resources, route)].filter((urn) => urn !== undefined),
          origin: { urn: route.urn, property: "destRange" },
        }),
      ),
  ];
}
