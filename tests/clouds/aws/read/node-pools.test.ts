import assert from "node:assert/strict";
import { readAws } from "../../../../clouds/aws/read";
import { TYPES } from "../../../../clouds/aws/read/types";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { ResourceIndex } from "../../../../network/model/resource-index";

function resource(
  type: string,
  name: string,
  props: Resource["props"],
  refers: Record<string, string[]> = {},
): Resource {
  return {
    urn: `urn:${name}`,
    type,
    name,
    custom: true,
    props,
    dependencies: [],
    propertyDependencies: refers,
  };
}

const pools = (scalingConfig: unknown) =>
  readAws(
    new ResourceIndex([
      resource(TYPES.subnet, "a", { cidrBlock: "10.0.0.0/24" }),
      resource(TYPES.subnet, "b", { cidrBlock: "10.0.1.0/24" }),
      resource(TYPES.cluster, "eks", {}),
      resource(
        TYPES.nodeGroup,
        "workers",
        { scalingConfig, clusterName: UNKNOWN, subnetIds: [UNKNOWN, UNKNOWN] },
        { clusterName: ["urn:eks"], subnetIds: ["urn:a", "urn:b"] },
      ),
    ]),
  ).nodePools;

describe("reading AWS resources: node groups", () => {
  it("tells the most nodes, the cluster, and the subnets, by what they depend on", () => {
    const [found] = pools({ minSize: 1, maxSize: 12, desiredSize: 3 });
    assert.deepEqual([found?.max, found?.cluster, found?.subnets], [12, "urn:eks", ["urn:a", "urn:b"]]);
  });

  it("says so where the most is not known", () => {
    assert.equal(pools(UNKNOWN)[0]?.max, UNKNOWN);
    assert.equal(pools({ maxSize: UNKNOWN })[0]?.max, UNKNOWN);
  });
});
