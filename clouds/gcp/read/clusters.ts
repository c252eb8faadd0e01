import type { ClusterFact } from "../../../network/model/network";
import { flag, list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { regionOfLocation } from "../zones";
import { networkOf, TYPES } from "./types";

export function readClusters(resources: ResourceIndex): ClusterFact[] {
  return resources.ofType(TYPES.cluster).map((cluster): ClusterFact => {
    const location = text(cluster.props, "location") ?? UNKNOWN;
    const subnet = resources.referred(cluster, "subnetwork", TYPES.subnet);
    return {
      urn: cluster.urn,
      name: cluster.name,
      cloud: "gcp",
      region: isUnknown(location) ? UNKNOWN : regionOfLocation(location),
      network: networkOf(resources, cluster) ?? (subnet && networkOf(resources, subnet)),
      apiAccess: apiAccess(cluster),
      origin: { urn: cluster.urn, property: "privateClusterConfig" },
    };
  });
}

/**
 * GKE's public endpoint is on and open to all unless it is told otherwise. The endpoint by DNS name is open to all where it
 * takes external traffic at all: it asks who comes, not whence ("About network isolation in GKE", 2026).
 */
function apiAccess(cluster: Resource): OrUnknown<string[]> {
  const byName = flag(cluster.props, "controlPlaneEndpointsConfig.dnsEndpointConfig.allowExternalTraffic");
  if (byName === true) return ["0.0.0.0/0"];
  const byAddress = publicAddressAccess(cluster);
  return isUnknown(byName) ? UNKNOWN : byAddress;
}

function publicAddressAccess(cluster: Resource): OrUnknown<string[]> {
  const isPrivate = flag(cluster.props, "privateClusterConfig.enablePrivateEndpoint") ?? false;
  if (isUnknown(isPrivate)) return UNKNOWN;
  if (isPrivate) return [];
  const authorized = "masterAuthorizedNetworksConfig";
  const config = cluster.props[authorized];
  if (config === undefined || config === null) return ["0.0.0.0/0"];
  const blocks = list(cluster.props, `${authorized}.cidrBlocks`) ?? [];
  if (isUnknown(blocks)) return UNKNOWN;
  const ranges: string[] = [];
  for (const block of blocks) {
    const range = text(block, "cidrBlock");
    if (range === undefined || isUnknown(range)) return UNKNOWN;
    ranges.push(range);
  }
  return ranges;
}
