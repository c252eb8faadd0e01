import type { RangeFact } from "../../../network/model/network";
import { flag, list, text, texts } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { rangeText } from "./range-text";
import { TYPES } from "./types";

/** A range of a cluster, and the secondary range of a subnet that it was read from, if any. */
export interface ClusterRange {
  fact: RangeFact;
  subnet?: Resource;
  name?: string;
}

/**
 * Pods, Services and control plane of every cluster. A range that GKE is left to choose is present, but unknown; a control
 * plane without one has no range of its own in the network.
 */
export function clusterRanges(resources: ResourceIndex): ClusterRange[] {
  return [
    ...resources.ofType(TYPES.cluster).flatMap((cluster) => rangesOf(resources, cluster)),
    ...resources.ofType(TYPES.nodePool).flatMap((pool) => {
      const cluster = resources.referred(pool, "cluster", TYPES.cluster);
      return poolRange(resources, pool, cluster, "");
    }),
  ];
}

function rangesOf(resources: ResourceIndex, cluster: Resource): ClusterRange[] {
  const subnet = resources.referred(cluster, "subnetwork", TYPES.subnet);
  const extra = texts(cluster.props, "ipAllocationPolicy.additionalPodRangesConfig.podRangeNames") ?? [];
  const extraProperty = "ipAllocationPolicy.additionalPodRangesConfig.podRangeNames";
  const controlPlane = "privateClusterConfig.masterIpv4CidrBlock";
  return [
    ownRange(resources, cluster, subnet, "pods", "cluster"),
    ownRange(resources, cluster, subnet, "services", "services"),
    ...additionalRanges(resources, cluster),
    ...poolsOf(cluster).flatMap((at) => poolRange(resources, cluster, cluster, at)),
    ...(isUnknown(extra)
      ? [told("pods", cluster, cluster.urn, extraProperty)]
      : extra.map((name) => secondary(resources, "pods", cluster, cluster.urn, subnet, name, extraProperty))),
    ...(text(cluster.props, controlPlane) ? [told("controlPlane", cluster, cluster.urn, controlPlane)] : []),
  ];
}

/** A range given as CIDR, else by the name of a secondary range. */
function ownRange(
  resources: ResourceIndex,
  cluster: Resource,
  subnet: Resource | undefined,
  use: "pods" | "services",
  prefix: "cluster" | "services",
): ClusterRange {
  const policy = "ipAllocationPolicy";
  const nameProperty = `${policy}.${prefix}SecondaryRangeName`;
  const name = text(cluster.props, nameProperty);
  if (name !== undefined && !isUnknown(name) && name !== "") {
    return secondary(resources, use, cluster, cluster.urn, subnet, name, nameProperty);
  }
  // The second is the form of a cluster whose pods have routes instead of secondary ranges.
  const properties = [`${policy}.${prefix}Ipv4CidrBlock`, ...(use === "pods" ? ["clusterIpv4Cidr"] : [])];
  const property = properties.find((candidate) => text(cluster.props, candidate)) ?? properties[0] ?? policy;
  return told(use, cluster, cluster.urn, property);
}

/** Pods' ranges in further subnets, by the names of their secondary ranges. */
function additionalRanges(resources: ResourceIndex, cluster: Resource): ClusterRange[] {
  const property = "ipAllocationPolicy.additionalIpRangesConfigs";
  const configs = list(cluster.props, property) ?? [];
  if (isUnknown(configs)) {
    // In a preview the provider may call unknown what nobody wrote.
    const written = (cluster.propertyDependencies.ipAllocationPolicy ?? []).length > 0;
    return written ? [told("pods", cluster, cluster.urn, property)] : [];
  }
  return configs.flatMap((config, index) => {
    const at = `${property}.${index}`;
    const names = texts(config, "podIpv4RangeNames") ?? [];
    const named = text(config, "subnetwork");
    const subnet = resources
      .ofType(TYPES.subnet)
      .find(
        ({ id, props }) =>
          typeof named === "string" && [id, props.selfLink, props.name].some((own) => own === named),
      );
    if (isUnknown(names)) return [told("pods", cluster, cluster.urn, at)];
    return names.map((name) => secondary(resources, "pods", cluster, cluster.urn, subnet, name, at));
  });
}

/** Where the node pools stand that a cluster is written with. */
function poolsOf(cluster: Resource): string[] {
  const pools = list(cluster.props, "nodePools") ?? [];
  return isUnknown(pools) ? [] : pools.map((_, index) => `nodePools.${index}.`);
}

/** A node pool's own pod range: a secondary one by its name, or one that GKE makes for it. */
function poolRange(
  resources: ResourceIndex,
  pool: Resource,
  cluster: Resource | undefined,
  at: string,
): ClusterRange[] {
  const property = `${at}networkConfig.podRange`;
  const name = text(pool.props, property);
  if (flag(pool.props, `${at}networkConfig.createPodRange`) === true) {
    return [told("pods", pool, cluster?.urn ?? pool.urn, `${at}networkConfig.podIpv4CidrBlock`)];
  }
  if (name === undefined || name === "") return [];
  const owner = cluster?.urn ?? pool.urn;
  if (isUnknown(name)) return [told("pods", pool, owner, property)];
  const subnet = cluster && resources.referred(cluster, "subnetwork", TYPES.subnet);
  return [secondary(resources, "pods", pool, owner, subnet, name, property)];
}

/** A secondary range by its name; unknown where the subnet or the name is not found. */
function secondary(
  resources: ResourceIndex,
  use: RangeFact["use"],
  from: Resource,
  owner: string,
  subnet: Resource | undefined,
  name: string,
  property: string,
): ClusterRange {
  const ranges = list(subnet?.props, "secondaryIpRanges") ?? [];
  const index = isUnknown(ranges) ? -1 : ranges.findIndex((range) => text(range, "rangeName") === name);
  if (!subnet || index < 0) {
    return {
      fact: { use, cidr: UNKNOWN, cloud: "gcp", owner, origin: { urn: from.urn, property } },
    };
  }
  const path = `secondaryIpRanges.${index}.ipCidrRange`;
  const cidr = rangeText(resources, subnet, `secondaryIpRanges.${index}.`);
  return {
    fact: { use, cidr, cloud: "gcp", owner, origin: { urn: subnet.urn, property: path } },
    subnet,
    name,
  };
}

/** A range as it stands; a bare `/14` or nothing leaves the choice to GKE. */
function told(use: RangeFact["use"], from: Resource, owner: string, property: string): ClusterRange {
  const written = text(from.props, property);
  const cidr = written === undefined || isUnknown(written) || !/^[^/]/.test(written) ? UNKNOWN : written;
  return { fact: { use, cidr, cloud: "gcp", owner, origin: { urn: from.urn, property } } };
}
