import { contains, parseCidr } from "../../../network/address/cidr";
import { text } from "../../../network/model/property";
import { isUnknown, type Resource } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/** EKS's own network plugin, as an add-on. */
const PLUGIN = "vpc-cni";

/**
 * Subnets that EKS's own plugin gives pods their addresses from by custom networking, with their cluster: those that its configuration
 * names, or, while that is unknown, depends on.
 */
export function podSubnets(resources: ResourceIndex): Map<Resource, Resource> {
  const found = new Map<Resource, Resource>();
  for (const addon of resources.ofType(TYPES.addon)) {
    const cluster = referredOf(resources, addon, "clusterName", TYPES.cluster);
    if (!cluster || text(addon.props, "addonName") !== PLUGIN) continue;
    const configuration = text(addon.props, "configurationValues");
    const written = configuration === undefined || isUnknown(configuration) ? "" : configuration;
    const depended = new Set(addon.propertyDependencies.configurationValues ?? []);
    for (const subnet of ofTypes(resources, TYPES.subnet, TYPES.defaultSubnet)) {
      const named = subnet.id !== undefined && written.includes(`"${subnet.id}"`);
      if (named || depended.has(subnet.urn)) found.set(subnet, cluster);
    }
  }
  return found;
}

/** Further ranges of VPCs that hold pods' subnets and nothing else, with the cluster whose pods these are. */
export function podRangesOf(resources: ResourceIndex): Map<Resource, Resource> {
  const pods = podSubnets(resources);
  if (pods.size === 0) return new Map();
  return new Map(
    resources.ofType(TYPES.secondaryRange).flatMap((association): [Resource, Resource][] => {
      const vpc = vpcOf(resources, association);
      const inside = ofTypes(resources, TYPES.subnet, TYPES.defaultSubnet).filter(
        (subnet) => vpcOf(resources, subnet) === vpc && holds(association, subnet),
      );
      const clusters = new Set(inside.map((subnet) => pods.get(subnet)));
      const [cluster] = clusters;
      return clusters.size === 1 && cluster ? [[association, cluster]] : [];
    }),
  );
}

function holds(outer: Resource, inner: Resource): boolean {
  const [whole, part] = [text(outer.props, "cidrBlock"), text(inner.props, "cidrBlock")];
  if (whole === undefined || isUnknown(whole) || part === undefined || isUnknown(part)) return false;
  const [one, other] = [parseCidr(whole), parseCidr(part)];
  return !("fault" in one) && !("fault" in other) && contains(one, other);
}
