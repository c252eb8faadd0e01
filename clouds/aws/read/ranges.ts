import type { ClusterFact, RangeFact } from "../../../network/model/network";
import { flag, list, text, texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { ofTypes, regionOf, TYPES, vpcOf } from "./types";

/** VPCs with their secondary ranges, their subnets, and the service ranges of clusters. */
export function readRanges(resources: ResourceIndex): RangeFact[] {
  return [
    ...ofTypes(resources, TYPES.vpc).map((vpc) => range(vpc, "network", vpc.urn, "cidrBlock")),
    // The same in every account and region, so two default VPCs always overlap (VPC user guide, "Default VPCs", 2024-12).
    ...ofTypes(resources, TYPES.defaultVpc).map((vpc) => ({
      ...range(vpc, "network", vpc.urn, "cidrBlock"),
      cidr: text(vpc.props, "cidrBlock") ?? "172.31.0.0/16",
    })),
    ...ofTypes(resources, TYPES.secondaryRange).map((association) =>
      range(association, "network", vpcOf(resources, association) ?? association.urn, "cidrBlock"),
    ),
    ...ofTypes(resources, TYPES.subnet, TYPES.defaultSubnet)
      // An IPv6-only subnet has none.
      .filter((subnet) => flag(subnet.props, "ipv6Native") !== true)
      .map((subnet) => range(subnet, "subnet", vpcOf(resources, subnet) ?? subnet.urn, "cidrBlock")),
    // What remote workers get is no part of the VPC that they come into.
    ...ofTypes(resources, TYPES.clientVpn).map((endpoint) =>
      range(endpoint, "gateway", endpoint.urn, "clientCidrBlock"),
    ),
    ...ofTypes(resources, TYPES.cluster)
      .filter((cluster) => text(cluster.props, "kubernetesNetworkConfig.ipFamily") !== "ipv6")
      .map((cluster) => range(cluster, "services", cluster.urn, "kubernetesNetworkConfig.serviceIpv4Cidr")),
  ];
}

/** A range that is not set is one that AWS picks: present, but unknown. */
function range(from: Resource, use: RangeFact["use"], owner: string, property: string): RangeFact {
  return {
    use,
    cidr: text(from.props, property) ?? UNKNOWN,
    cloud: "aws",
    owner,
    origin: { urn: from.urn, property },
  };
}

export function readClusters(resources: ResourceIndex): ClusterFact[] {
  return ofTypes(resources, TYPES.cluster).map((cluster) => ({
    urn: cluster.urn,
    name: cluster.name,
    cloud: "aws",
    region: regionOf(resources, cluster),
    network: networkOf(resources, cluster),
    apiAccess: apiAccess(cluster),
    origin: { urn: cluster.urn, property: "vpcConfig" },
  }));
}

/** The subnets that a cluster is put into, of those that are here: by their ids, or while these are unknown by what the property depends on. */
export function subnetsOf(resources: ResourceIndex, cluster: Resource): Resource[] {
  const ids = list(cluster.props, "vpcConfig.subnetIds");
  const named = ids === undefined || isUnknown(ids) ? [] : ids;
  const depended = new Set(cluster.propertyDependencies.vpcConfig ?? []);
  return ofTypes(resources, TYPES.subnet, TYPES.defaultSubnet).filter(
    ({ urn, id }) => depended.has(urn) || (id !== undefined && named.includes(id)),
  );
}

/** The VPC of a cluster's subnets, else the one that the cluster hangs on. */
export function networkOf(resources: ResourceIndex, cluster: Resource): string | undefined {
  for (const subnet of subnetsOf(resources, cluster)) {
    const vpc = vpcOf(resources, subnet);
    if (vpc) return vpc;
  }
  return resources.reached(cluster, TYPES.vpc)?.urn;
}

/** EKS's public endpoint is on and open to all unless it is told otherwise (EKS API model, `VpcConfigRequest`, 2026-08). */
function apiAccess(cluster: Resource): OrUnknown<string[]> {
  const isPublic = flag(cluster.props, "vpcConfig.endpointPublicAccess") ?? true;
  if (isUnknown(isPublic)) return UNKNOWN;
  if (!isPublic) return [];
  const ranges = texts(cluster.props, "vpcConfig.publicAccessCidrs");
  if (ranges === undefined) return ["0.0.0.0/0"];
  return isUnknown(ranges) || ranges.length > 0 ? ranges : ["0.0.0.0/0"];
}
