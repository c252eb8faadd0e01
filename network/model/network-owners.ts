import type { Inventory } from "./inventory";
import { RangeUse } from "./network";

/** Uses of ranges whose owner is a network. */
const OF_NETWORKS: string[] = [RangeUse.network, RangeUse.nodes, RangeUse.subnet];

/** The member that owns each network, by URN: its cluster's, else whose range or gateway it is; a network of nobody's is its own. */
export function networkOwners({
  clusters,
  ranges,
  gateways,
  subnets,
}: Pick<Inventory, "clusters" | "ranges" | "gateways" | "subnets">): Map<string, string> {
  const owners = new Map<string, string>();
  const own = (urn: string | undefined, name: string | undefined): void => {
    if (urn !== undefined && name !== undefined && !owners.has(urn)) owners.set(urn, name);
  };
  for (const cluster of clusters) own(cluster.network, cluster.name);
  const ofClusters = new Set(clusters.map(({ urn }) => urn));
  for (const { use, owner, member } of ranges) {
    if (OF_NETWORKS.includes(use) && !ofClusters.has(owner)) own(owner, member);
  }
  for (const gateway of gateways) for (const urn of gateway.networks) own(urn, gateway.member);
  for (const { network } of subnets) own(network, network);
  return owners;
}
