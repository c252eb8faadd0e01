import type { RangeFact } from "../../../network/model/network";
import { flag, text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { AUTO_MODE_RANGE } from "./ranges";
import { networkOf, TYPES } from "./types";

/**
 * Where nodes live, of clusters whose subnet is not among the resources and is told by no network that is: known on a project's default
 * network, which is in auto mode, else present, but unknown.
 */
export function nodeRanges(resources: ResourceIndex): RangeFact[] {
  const first = new Map<string, string>();
  return resources.ofType(TYPES.cluster).flatMap((cluster): RangeFact[] => {
    if (isTold(resources, cluster)) return [];
    const fact = { use: "nodes", cloud: "gcp" } as const;
    const { urn } = cluster;
    const [network, subnet] = [written(cluster, "network"), written(cluster, "subnetwork")];
    const property = subnet === undefined && network !== undefined ? "network" : "subnetwork";
    if (networkOf(resources, cluster) !== undefined || !isDefault(network) || !isDefault(subnet)) {
      return [{ ...fact, cidr: UNKNOWN, owner: urn, origin: { urn, property } }];
    }
    // Clusters of one project are in one default network: its range is told once, as the first one's.
    const place = placeOf(cluster);
    const owner = first.get(place) ?? urn;
    first.set(place, owner);
    return [{ ...fact, cidr: AUTO_MODE_RANGE, owner, origin: { urn, property } }];
  });
}

/** Whether the cluster's subnet tells its range, or the auto mode network whose subnets Google makes. */
function isTold(resources: ResourceIndex, cluster: Resource): boolean {
  if (resources.referred(cluster, "subnetwork", TYPES.subnet)) return true;
  const network = networkOf(resources, cluster);
  const props = network === undefined ? undefined : resources.get(network)?.props;
  if (props === undefined || flag(props, "autoCreateSubnetworks") === false) return false;
  // Google gives its own subnets their network's name; a subnet of another name was added to them.
  const subnet = written(cluster, "subnetwork");
  const name = text(props, "name");
  return subnet === undefined || (!isUnknown(subnet) && subnet === name);
}

/** The last part of what a property names; nothing where nobody wrote it, which a preview shows as unknown. */
function written(cluster: Resource, property: "network" | "subnetwork"): OrUnknown<string> | undefined {
  const value = text(cluster.props, property);
  if (value === undefined || value === "") return undefined;
  if (!isUnknown(value)) return value.split("/").at(-1) ?? value;
  return (cluster.propertyDependencies[property] ?? []).length > 0 ? UNKNOWN : undefined;
}

/** GKE's choice where nothing is said, and its name where it is ("Cluster", field `network`, GKE API reference, 2026). */
function isDefault(name: OrUnknown<string> | undefined): boolean {
  return name === undefined || name === "default";
}

/** The project, or whatever tells clusters of several apart. */
function placeOf(cluster: Resource): string {
  const project = text(cluster.props, "project");
  return typeof project === "string" ? project : (cluster.provider ?? "");
}
