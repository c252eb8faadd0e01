import { list, text } from "../../../network/model/property";
import { isUnknown, type Resource } from "../../../network/model/resource";
import { POD_SUBNET_SERVICE } from "../facts";
import { type AzureResources, dependedOn } from "./resources";

/**
 * Subnets that are handed to AKS for pods, with the cluster whose node pools name them; while ids are unknown, which they depend on. By
 * what they are handed to they are told from the nodes' already then.
 */
export function delegatedToPods(resources: AzureResources): Map<Resource, Resource> {
  const delegated = resources.ofKind("network:Subnet").filter(isDelegated);
  return new Map(
    resources.ofKind("containerservice:ManagedCluster").flatMap((cluster) => {
      const pools = list(cluster.props, "agentPoolProfiles") ?? [];
      const ids = isUnknown(pools) ? [] : pools.map((pool) => text(pool, "podSubnetID"));
      const behind = dependedOn(resources, cluster, "agentPoolProfiles", "network:Subnet");
      return delegated
        .filter((subnet) => behind.includes(subnet) || ids.some((id) => isIdOf(subnet, id)))
        .map((subnet): [Resource, Resource] => [subnet, cluster]);
    }),
  );
}

function isIdOf({ id: own }: Resource, id: unknown): boolean {
  return own !== undefined && typeof id === "string" && own.toLowerCase() === id.toLowerCase();
}

function isDelegated({ props }: Resource): boolean {
  const delegations = list(props, "delegations") ?? [];
  if (isUnknown(delegations)) return false;
  return delegations.some((one) => text(one, "serviceName") === POD_SUBNET_SERVICE);
}
