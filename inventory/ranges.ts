import type { ClusterFact, RangeFact } from "../network/model/network";
import { isUnknown } from "../network/model/resource";

/**
 * Each range once. A range is told twice where owner, use and text are the same, and where a network tells what its
 * cluster tells too (a secondary range of a subnet is the cluster's pod range): then the cluster's word is kept.
 */
export function distinctRanges(ranges: RangeFact[], clusters: ClusterFact[]): RangeFact[] {
  const networkOf = new Map(clusters.map((cluster) => [cluster.urn, cluster.network]));
  const toldByCluster = new Set(
    ranges.flatMap((range) => {
      const network = networkOf.get(range.owner);
      return network ? [key(network, range)] : [];
    }),
  );
  const seen = new Set<string>();
  return ranges.filter((range) => {
    if (isUnknown(range.cidr)) return true;
    if (toldByCluster.has(key(range.owner, range))) return false;
    const own = key(range.owner, range);
    if (seen.has(own)) return false;
    seen.add(own);
    return true;
  });
}

function key(owner: string, range: RangeFact): string {
  return `${owner} ${range.use} ${String(isUnknown(range.cidr) ? "" : range.cidr)}`;
}
