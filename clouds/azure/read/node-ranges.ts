import type { RangeFact } from "../../../network/model/network";
import { list, text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { type AzureResources, networkOfSubnet, referred } from "./resources";

/**
 * The VNet that AKS makes where no pool names a subnet. Clusters that were made before have 10.0.0.0/8 ("Release 2022-02-24", AKS release
 * notes, github.com/Azure/AKS).
 */
const DEFAULT_NODES = "10.224.0.0/12";

const CLUSTER = "containerservice:ManagedCluster";

/**
 * Where nodes live, and pods that have a subnet of their own, of clusters whose subnets are not among the resources: AKS's own VNet where
 * none is named, else present, but unknown.
 */
export function nodeRanges(resources: AzureResources): RangeFact[] {
  return [
    ...resources.ofKind(CLUSTER).flatMap((cluster) => ofCluster(resources, cluster)),
    ...resources.ofKind("containerservice:AgentPool").flatMap((pool) => {
      const cluster = referred(resources, { from: pool, path: "resourceName", kind: CLUSTER });
      const written = WITH_SUBNETS.filter(([property]) => isWritten(pool, property));
      return written.flatMap(([property, use]) =>
        elsewhere(resources, pool, property, use, cluster?.urn ?? pool.urn),
      );
    }),
  ];
}

const WITH_SUBNETS = [
  ["vnetSubnetID", "nodes"],
  ["podSubnetID", "pods"],
] as const;

function ofCluster(resources: AzureResources, cluster: Resource): RangeFact[] {
  const at = "agentPoolProfiles";
  const profiles = list(cluster.props, at) ?? [];
  if (isUnknown(profiles)) {
    return elsewhere(resources, cluster, `${at}.0.vnetSubnetID`, "nodes", cluster.urn);
  }
  const paths = profiles.map((_, index) => `${at}.${index}`);
  const ownVnet = paths.every((path) => text(cluster.props, `${path}.vnetSubnetID`) === undefined);
  return [
    ...(ownVnet
      ? [fact(cluster, "nodes", DEFAULT_NODES, `${paths[0] ?? at}.vnetSubnetID`, cluster.urn)]
      : []),
    ...paths.flatMap((path) =>
      WITH_SUBNETS.flatMap(([property, use]) =>
        text(cluster.props, `${path}.${property}`) === undefined
          ? []
          : elsewhere(resources, cluster, `${path}.${property}`, use, cluster.urn),
      ),
    ),
  ];
}

/** A subnet that is not here, nor its VNet, which would tell its range. */
function elsewhere(
  resources: AzureResources,
  from: Resource,
  path: string,
  use: "nodes" | "pods",
  owner: string,
): RangeFact[] {
  const here =
    referred(resources, { from, path, kind: "network:Subnet" }) ?? networkOfSubnet(resources, from, path);
  return here === undefined ? [fact(from, use, UNKNOWN, path, owner)] : [];
}

function fact(
  { urn }: Resource,
  use: "nodes" | "pods",
  cidr: RangeFact["cidr"],
  property: string,
  owner: string,
): RangeFact {
  return { use, cidr, cloud: "azure", owner, origin: { urn, property } };
}

/** In a preview the provider calls unknown also what nobody wrote; what was written depends on something. */
function isWritten(pool: Resource, property: string): boolean {
  const value = text(pool.props, property);
  if (!isUnknown(value)) return value !== undefined;
  return (pool.propertyDependencies[property] ?? []).length > 0;
}
