import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../../network/model/resource";
import { cluster, type Given, NETWORK, read, SUBNET } from "./foreign";

const pool = (props: Record<string, unknown>): Given => ["pool", TYPES.nodePool, props, { cluster: "gke" }];
const bare = { removeDefaultNodePool: true };
const most = (props: Record<string, unknown>, ofCluster: Record<string, unknown> = {}) =>
  read(NETWORK, SUBNET, cluster({ ...bare, ...ofCluster }), pool(props)).nodePools.map(({ max }) => max);

describe("reading Google Cloud's resources: node pools", () => {
  it("tells the most nodes over all zones, by whichever property says it", () => {
    assert.deepEqual(most({ autoscaling: { totalMaxNodeCount: 9, maxNodeCount: 5 } }), [9]);
    assert.deepEqual(most({ autoscaling: { maxNodeCount: 5 } }), [5]);
    assert.deepEqual(most({ autoscaling: { maxNodeCount: 5 } }, { location: "europe-west3" }), [15]);
    assert.deepEqual(
      most(
        { nodeCount: 4, nodeLocations: ["europe-west3-a", "europe-west3-b"] },
        { location: "europe-west3" },
      ),
      [8],
    );
    assert.deepEqual(most({ initialNodeCount: 2 }), [2]);
  });

  it("counts the pool that a cluster is made with, unless it is removed", () => {
    const own = read(NETWORK, SUBNET, cluster({ initialNodeCount: 3 })).nodePools;
    assert.deepEqual(
      own.map(({ max, origin }) => [max, origin.property]),
      [[3, "initialNodeCount"]],
    );
    assert.deepEqual(read(NETWORK, SUBNET, cluster({ ...bare, initialNodeCount: 1 })).nodePools, []);
    assert.deepEqual(
      read(NETWORK, SUBNET, cluster({ enableAutopilot: true, initialNodeCount: 1 })).nodePools,
      [],
    );
  });

  it("cuts the pod range by the pods of a node: its own, the cluster's, or 110", () => {
    const mask = (props: Record<string, unknown>, ofCluster: Record<string, unknown> = {}) =>
      read(NETWORK, SUBNET, cluster({ ...bare, ...ofCluster }), pool(props)).nodePools[0]?.podMask;
    assert.equal(mask({}), 24);
    assert.equal(mask({ maxPodsPerNode: 32 }), 26);
    assert.equal(mask({}, { defaultMaxPodsPerNode: 8 }), 28);
    assert.equal(mask({ maxPodsPerNode: UNKNOWN }), UNKNOWN);
  });

  it("says so where the most is not known", () => {
    assert.deepEqual(most({ autoscaling: UNKNOWN }), [UNKNOWN]);
    assert.deepEqual(most({ nodeCount: UNKNOWN }), [UNKNOWN]);
    assert.deepEqual(most({ nodeCount: 1, nodeLocations: UNKNOWN }), [UNKNOWN]);
    assert.deepEqual(most({ nodeCount: 1 }, { location: UNKNOWN }), [UNKNOWN]);
  });
});
