import type { RemoteRangeFact } from "../../../network/model/network";
import { list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { TYPES } from "./types";
import { networksOfConnection } from "./vpn";

/** Ranges at the other side of VPN connections with static routes, and those of EKS's hybrid nodes and their pods. */
export function readRemoteRanges(
  resources: ResourceIndex,
  networkOfCluster: (cluster: Resource) => string | undefined,
): RemoteRangeFact[] {
  return [
    ...resources.ofType(TYPES.vpnConnectionRoute).map((route): RemoteRangeFact => {
      const connection = resources.referred(route, "vpnConnectionId", TYPES.vpnConnection);
      return {
        cidr: text(route.props, "destinationCidrBlock") ?? UNKNOWN,
        cloud: "aws",
        from: connection ? networksOfConnection(resources, connection) : [],
        origin: { urn: route.urn, property: "destinationCidrBlock" },
      };
    }),
    ...resources.ofType(TYPES.cluster).flatMap((cluster) => {
      const network = networkOfCluster(cluster);
      const from = [cluster.urn, ...(network === undefined ? [] : [network])];
      return ["remoteNodeNetworks", "remotePodNetworks"].flatMap((property) =>
        hybrid(cluster, `remoteNetworkConfig.${property}`).map(
          (cidr): RemoteRangeFact => ({
            cidr,
            cloud: "aws",
            from,
            origin: { urn: cluster.urn, property: `remoteNetworkConfig.${property}` },
          }),
        ),
      );
    }),
  ];
}

/** One network of several ranges, which the provider writes as an object or as a list of one. */
function hybrid(cluster: Resource, path: string): OrUnknown<string>[] {
  const several = list(cluster.props, path);
  const paths = Array.isArray(several)
    ? several.map((_, index) => `${path}.${index}.cidrs`)
    : [`${path}.cidrs`];
  return paths.flatMap((at) => {
    const cidrs = list(cluster.props, at) ?? [];
    if (isUnknown(cidrs)) return [UNKNOWN];
    return cidrs.map((cidr) => (typeof cidr === "string" ? cidr : UNKNOWN));
  });
}
