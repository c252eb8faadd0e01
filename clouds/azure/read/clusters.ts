import type { ClusterFact } from "../../../network/model/network";
import { flag, list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { type AzureResources, dependedOn, networkOfSubnet, regionOf } from "./resources";

export function readClusters(resources: AzureResources): ClusterFact[] {
  return resources.ofKind("containerservice:ManagedCluster").map((cluster) => ({
    urn: cluster.urn,
    name: cluster.name,
    cloud: "azure",
    region: regionOf(resources, cluster),
    network: networkOfSubnet(resources, cluster, "agentPoolProfiles.0.vnetSubnetID"),
    apiAccess: apiAccess(resources, cluster),
    origin: { urn: cluster.urn, property: "apiServerAccessProfile" },
  }));
}

/** AKS's endpoint is public and open to all unless it is told otherwise (AKS API 2025-09-01). */
function apiAccess(resources: AzureResources, cluster: Resource): OrUnknown<string[]> {
  if (text(cluster.props, "publicNetworkAccess") === "Disabled") return [];
  const isPrivate = flag(cluster.props, "apiServerAccessProfile.enablePrivateCluster") ?? false;
  if (isPrivate === true) return [];
  const ranges = list(cluster.props, "apiServerAccessProfile.authorizedIPRanges") ?? [];
  if (isUnknown(isPrivate) || isUnknown(ranges)) return UNKNOWN;
  return ranges.length === 0 ? ["0.0.0.0/0"] : besidesOwn(resources, cluster, ranges);
}

/**
 * What the nodes are seen by is among those who may come, and is not known before it exists. As many unknown entries as there
 * are public addresses of our own behind the property are those, and nobody from outside.
 */
function besidesOwn(resources: AzureResources, cluster: Resource, ranges: unknown[]): OrUnknown<string[]> {
  const known = ranges.filter((range) => typeof range === "string");
  const own = dependedOn(resources, cluster, "apiServerAccessProfile", "network:PublicIPAddress");
  return ranges.length - known.length <= own.length ? known : UNKNOWN;
}
