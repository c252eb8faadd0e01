import { list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { type AzureResources, referred } from "./resources";

/** Whether a subnet, apart or by its name in its VNet, is one that a pool takes its pods' addresses from. */
export function podSubnets(
  resources: AzureResources,
): (place: Resource, name: OrUnknown<string> | undefined) => boolean {
  const apart = new Set<Resource>();
  const inline = new Set<string>();
  for (const { from, path } of places(resources)) {
    const subnet = namedAt(resources, from, path);
    if (subnet) apart.add(subnet);
    const id = text(from.props, path);
    if (typeof id === "string") inline.add(id.toLowerCase());
  }
  return (place, name) =>
    apart.has(place) ||
    (place.id !== undefined &&
      typeof name === "string" &&
      inline.has(`${place.id}/subnets/${name}`.toLowerCase()));
}

/** While ids are unknown a cluster's profiles depend on all their subnets alike: then nobody can tell which is whose. */
function namedAt(resources: AzureResources, from: Resource, path: string): Resource | undefined {
  const kind = "network:Subnet";
  const id = text(from.props, path);
  if (path.includes(".") && (id === undefined || isUnknown(id))) return undefined;
  return referred(resources, { from, path, kind });
}

function places(resources: AzureResources): { from: Resource; path: string }[] {
  const at = "agentPoolProfiles";
  const ofClusters = resources.ofKind("containerservice:ManagedCluster").flatMap((from) => {
    const profiles = list(from.props, at) ?? [];
    if (isUnknown(profiles)) return [];
    return profiles.map((_, index) => ({ from, path: `${at}.${index}.podSubnetID` }));
  });
  const ofPools = resources
    .ofKind("containerservice:AgentPool")
    .map((from) => ({ from, path: "podSubnetID" }));
  return [...ofClusters, ...ofPools];
}
