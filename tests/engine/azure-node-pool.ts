import { appendChange, type Change, changesIn, liveChanges } from "./clouds/journal";
import { isObject, type Properties } from "./clouds/properties";

/**
 * What docs/operations.md has done by hand in the clouds: `az aks nodepool add`, `delete`, `add` and `delete`, which leave the
 * cluster with a pool of the same name whose machines have another size.
 *
 * @throws Error where there is no AKS cluster
 */
export function poolReplacedByHand(clouds: string, vmSize: string): void {
  const cluster = [...liveChanges(changesIn(clouds)).values()].find(({ type }) =>
    type.endsWith(":ManagedCluster"),
  );
  if (!cluster) throw new Error("there is no AKS cluster");
  const resized = (properties: Properties): Properties => ({
    ...properties,
    agentPoolProfiles: [properties.agentPoolProfiles]
      .flat()
      .map((pool) => (isObject(pool) ? { ...pool, vmSize } : pool)),
  });
  const change: Change = {
    ...cluster,
    op: "update",
    inputs: resized(cluster.inputs),
    outputs: resized(cluster.outputs),
  };
  appendChange(clouds, change);
}
