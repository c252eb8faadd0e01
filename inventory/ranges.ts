import type { ClusterFact, RangeFact } from "../network/model/network";
import { isUnknown } from "../network/model/resource";

/**
 * Each range once. A range is told twice where owner, use and text are the same, and where a network tells what its
 * cluster tells too (a secondary range of a subnet is the cluster's pod range): then the cluster's word is kept. Two subnets of one
 * network with the same range are two, unless the network itself tells one of them (inline in a VNet).
 */
export function distinctRanges(ranges: RangeFact[], clusters: ClusterFact[]): RangeFact[] {
  const networkOf = new Map(clusters.map((cluster) => [cluster.urn, cluster.network]));
  const toldByCluster = new Set(
    ranges.flatMap((range) => {
      const network = networkOf.get(range.owner);
      return network ? [key(network, range)] : [];
    }),
  );
  const seen = new Map<string, RangeFact[]>();
  return ranges.filter((range) => {
    if (isUnknown(range.cidr)) return true;
    if (toldByCluster.has(key(range.owner, range))) return false;
    const own = key(range.owner, range);
    const before = seen.get(own);
    if (before === undefined) {
      seen.set(own, [range]);
      return true;
    }
    if (!before.every((one) => areTwo(one, range))) return false;
    before.push(range);
    return true;
  });
}

/** Whether two subnets of one range are two resources of their own. */
function areTwo(one: RangeFact, other: RangeFact): boolean {
  const byNetwork = ({ origin, owner }: RangeFact) => origin.urn === owner;
  return one.use === "subnet" && one.origin.urn !== other.origin.urn && !byNetwork(one) && !byNetwork(other);
}

function key(owner: string, range: RangeFact): string {
  return `${owner} ${range.use} ${String(isUnknown(range.cidr) ? "" : range.cidr)}`;
}
