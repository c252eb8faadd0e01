import type { RangeFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { networkOf, subnetsOf } from "./ranges";
import { ofTypes, TYPES } from "./types";

/**
 * Where nodes live, of clusters whose subnets are named by ids that nothing here has: AWS has no range of its own for them, so theirs is
 * present, but unknown.
 */
export function nodeRanges(resources: ResourceIndex): RangeFact[] {
  return ofTypes(resources, TYPES.cluster)
    .filter(
      (cluster) => networkOf(resources, cluster) === undefined && subnetsOf(resources, cluster).length === 0,
    )
    .map(({ urn }) => ({
      use: "nodes",
      cidr: UNKNOWN,
      cloud: "aws",
      owner: urn,
      origin: { urn, property: "vpcConfig.subnetIds" },
    }));
}
