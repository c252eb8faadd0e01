import { list, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";

/** Azure's resources by kind and by id, in whatever API version they are written. */
export interface AzureResources {
  byUrn(urn: string): Resource | undefined;
  /** In the order of registration. */
  ofKind(kind: string): Resource[];
  /** By Azure's id, whose case means nothing. */
  withId(id: string): Resource | undefined;
}

/**
 * `network:VirtualNetwork` of `azure-native:network:VirtualNetwork`, of `azure-native:network/v20240101:VirtualNetwork`, and of
 * `azure-native_network_v20240101:network:VirtualNetwork`.
 */
export function kindOf(type: string): string | undefined {
  const [, module, name] =
    /^azure-native(?:_[a-z]+_v\w+)?:([a-z]+)(?:\/v\w+)?:([A-Za-z\d]+)$/.exec(type) ?? [];
  return module && name ? `${module}:${name}` : undefined;
}

export function azureResources(index: ResourceIndex): AzureResources {
  const byKind = new Map<string, Resource[]>();
  const byId = new Map<string, Resource>();
  for (const resource of index.all) {
    const kind = kindOf(resource.type);
    if (!kind) continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), resource]);
    if (resource.id) byId.set(resource.id.toLowerCase(), resource);
  }
  return {
    byUrn: (urn) => index.get(urn),
    ofKind: (kind) => byKind.get(kind) ?? [],
    withId: (id) => byId.get(id.toLowerCase()),
  };
}

/** What stands at `path` of a resource and refers to another: an id, or the other's name. */
export interface Reference {
  from: Resource;
  /** `ipConfigurations.0.subnet.id` */
  path: string;
  kind: string;
}

/**
 * The resource that is referred to: by the id or name that is written, or, while that is unknown, by what the property
 * depends on.
 */
export function referred(resources: AzureResources, { from, path, kind }: Reference): Resource | undefined {
  const written = text(from.props, path);
  if (written !== undefined && !isUnknown(written)) {
    const byId = resources.withId(written);
    if (byId) return kindOf(byId.type) === kind ? byId : undefined;
  }
  const depended = dependedOn(resources, from, path.split(".")[0] ?? path, kind)[0];
  if (depended || written === undefined || isUnknown(written)) return depended;
  return resources.ofKind(kind).find((candidate) => physicalName(candidate) === written);
}

/** Resources of a kind behind a top-level property. */
export function dependedOn(
  resources: AzureResources,
  from: Resource,
  property: string,
  kind: string,
): Resource[] {
  return (from.propertyDependencies[property] ?? [])
    .flatMap((urn) => resources.byUrn(urn) ?? [])
    .filter((resource) => kindOf(resource.type) === kind);
}

function physicalName(resource: Resource): string | undefined {
  const name = resource.id?.split("/").at(-1) ?? valueAt(resource.props, "name");
  return typeof name === "string" ? name : undefined;
}

/** URN of the VNet of the subnet at `path`; the subnet itself may be inline in its VNet, or made elsewhere. */
export function networkOfSubnet(resources: AzureResources, from: Resource, path: string): string | undefined {
  const subnet = referred(resources, { from, path, kind: "network:Subnet" });
  if (subnet) return networkOf(resources, subnet);
  const id = text(from.props, path);
  if (id !== undefined && !isUnknown(id)) return resources.withId(id.replace(/\/subnets\/[^/]+$/i, ""))?.urn;
  return dependedOn(resources, from, path.split(".")[0] ?? path, "network:VirtualNetwork")[0]?.urn;
}

/** URN of the VNet of a subnet that is a resource of its own. */
export function networkOf(resources: AzureResources, subnet: Resource): string | undefined {
  const parent = subnet.id?.replace(/\/subnets\/[^/]+$/i, "");
  const byId = parent === undefined ? undefined : resources.withId(parent);
  const kind = "network:VirtualNetwork";
  return (byId ?? referred(resources, { from: subnet, path: "virtualNetworkName", kind }))?.urn;
}

/** URN of the VNet whose subnets carry a resource (a firewall, a route table) at `property`. */
export function networkCarrying(
  resources: AzureResources,
  carried: Resource | undefined,
  property: "networkSecurityGroup" | "routeTable",
): string | undefined {
  if (!carried) return undefined;
  const kind = kindOf(carried.type);
  const subnet = resources
    .ofKind("network:Subnet")
    .find((from) => kind && referred(resources, { from, path: `${property}.id`, kind })?.urn === carried.urn);
  if (subnet) return networkOf(resources, subnet);
  return resources
    .ofKind("network:VirtualNetwork")
    .find((vnet) => (vnet.propertyDependencies.subnets ?? []).includes(carried.urn))?.urn;
}

/** Azure's name of a region, whichever way it is written: `westeurope` of `West Europe`. Default: the resource group's. */
export function regionOf(resources: AzureResources, from: Resource): OrUnknown<string> {
  const own = text(from.props, "location");
  const kind = "resources:ResourceGroup";
  const region =
    own ?? text(referred(resources, { from, path: "resourceGroupName", kind })?.props, "location") ?? UNKNOWN;
  return isUnknown(region) ? UNKNOWN : region.toLowerCase().replace(/\s+/g, "");
}

/**
 * What is written inline at `property`. In a preview the provider calls unknown also what nobody wrote, since Azure may fill it
 * in: that is no list. One that is unknown because it depends on other resources was written: UNKNOWN.
 */
export function inline(from: Resource, property: string): OrUnknown<unknown[]> {
  const written = list(from.props, property) ?? [];
  if (!isUnknown(written)) return written;
  return (from.propertyDependencies[property] ?? []).length > 0 ? UNKNOWN : [];
}
