import type { RangeFact, RangeUse } from "../../../network/model/network";
import { flag, list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { type ClusterRange, clusterRanges } from "./cluster-ranges";
import { rangeText } from "./range-text";
import { reservedRanges } from "./reserved-ranges";
import { networkOf, TYPES } from "./types";

/** What an auto mode network takes, everywhere the same ("Auto mode IPv4 subnet ranges", Google VPC docs, 2026). */
export const AUTO_MODE_RANGE = "10.128.0.0/9";

/**
 * Subnets' ranges, each an address space of its own, since a VPC has none; and clusters' ranges. A secondary range that a
 * cluster uses is the cluster's, told once.
 */
export function readRanges(resources: ResourceIndex): RangeFact[] {
  const ofClusters = clusterRanges(resources);
  return [
    ...resources.ofType(TYPES.network).flatMap(autoModeRange),
    ...resources.ofType(TYPES.subnet).flatMap((subnet) => subnetRanges(resources, subnet, ofClusters)),
    ...reservedRanges(resources),
    ...ofClusters.map(({ fact }) => fact),
  ];
}

/** Google makes subnets in every region unless it is told not to. */
function autoModeRange(network: Resource): RangeFact[] {
  const property = "autoCreateSubnetworks";
  const auto = flag(network.props, property) ?? true;
  if (auto === false) return [];
  return [fact("network", isUnknown(auto) ? UNKNOWN : AUTO_MODE_RANGE, network, network.urn, property)];
}

function subnetRanges(resources: ResourceIndex, subnet: Resource, ofClusters: ClusterRange[]): RangeFact[] {
  const owner = networkOf(resources, subnet) ?? subnet.urn;
  const primary =
    text(subnet.props, "stackType") === "IPV6_ONLY"
      ? []
      : [fact("nodes", rangeText(resources, subnet, ""), subnet, owner, "ipCidrRange")];
  const secondaries = list(subnet.props, "secondaryIpRanges") ?? [];
  if (isUnknown(secondaries)) {
    return [...primary, fact("subnet", UNKNOWN, subnet, owner, "secondaryIpRanges")];
  }
  const unused = secondaries.flatMap((secondary, index) => {
    const name = text(secondary, "rangeName");
    if (ofClusters.some((range) => range.subnet === subnet && range.name === name)) return [];
    const property = `secondaryIpRanges.${index}.ipCidrRange`;
    const cidr = rangeText(resources, subnet, `secondaryIpRanges.${index}.`);
    return [fact("subnet", cidr, subnet, owner, property)];
  });
  return [...primary, ...unused];
}

function fact(
  use: RangeUse,
  cidr: OrUnknown<string>,
  from: Resource,
  owner: string,
  property: string,
): RangeFact {
  return { use, cidr, cloud: "gcp", owner, origin: { urn: from.urn, property } };
}
