import type { NodePoolFact } from "../../../network/model/node-pool";
import { number } from "../../../network/model/property";
import { UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { awsFacts } from "../facts";
import { TYPES } from "./types";

/** Managed node groups. Nodes of one's own auto scaling groups are not read: nothing there names the cluster. */
export function readNodePools(resources: ResourceIndex): NodePoolFact[] {
  return resources.ofType(TYPES.nodeGroup).flatMap((group): NodePoolFact[] => {
    const cluster = resources.referred(group, "clusterName", TYPES.cluster);
    if (!cluster) return [];
    return [
      {
        cluster: cluster.urn,
        cloud: "aws",
        name: group.name,
        max: number(group.props, "scalingConfig.maxSize") ?? UNKNOWN,
        addresses: 1,
        subnets: [TYPES.subnet, TYPES.defaultSubnet].flatMap((type) =>
          resources.referredAll(group, "subnetIds", type).map(({ urn }) => urn),
        ),
        reserved: awsFacts.ranges.reservedPerSubnet,
        origin: { urn: group.urn, property: "scalingConfig.maxSize" },
      },
    ];
  });
}
