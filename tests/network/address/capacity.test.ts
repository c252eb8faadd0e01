import assert from "node:assert/strict";
import fc from "fast-check";
import {
  capacityFaults,
  nodeCapacity,
  podCapacity,
  podMaskFor,
  podsPrefixFor,
} from "../../../network/address/capacity";
import { cidr } from "../../../network/address/cidr";

describe("room for nodes and pods", () => {
  const fits = {
    member: "dublin",
    max: 6,
    pods: cidr("10.80.0.0/17"),
    podsPerNodeMask: 24,
    nodes: cidr("10.64.0.0/20"),
    nodeSubnets: [cidr("10.64.0.0/22"), cidr("10.64.4.0/22")],
    reservedPerSubnet: 5,
  };

  it("is counted in parts of the pod range", () => {
    assert.equal(podCapacity(cidr("10.80.0.0/17"), 24), 128);
    assert.equal(podCapacity(cidr("10.80.0.0/24"), 24), 1);
    assert.equal(podCapacity(cidr("10.80.0.0/25"), 24), 0);
  });

  it("is counted without the addresses that a cloud keeps in each subnet", () => {
    assert.equal(nodeCapacity([24, 24], 5), 502);
    assert.equal(nodeCapacity([30], 5), 0);
  });

  it("gives each node a block of at least twice its pods, as Google does", () => {
    assert.deepEqual([110, 64, 32, 256].map(podMaskFor), [24, 25, 26, 23]);
  });

  it("is no fault where everything fits", () => {
    assert.deepEqual(capacityFaults(fits), []);
  });

  it("is a fault of the pod range where nodes.max is more than it holds", () => {
    assert.deepEqual(capacityFaults({ ...fits, pods: cidr("10.80.0.0/22") }), [
      "dublin/pods 10.80.0.0/22 holds 4 nodes of /24 but nodes.max is 6; a /21 would do",
    ]);
  });

  it("is a fault of the node range where its subnets are too small, load balancers counted", () => {
    const small = {
      ...fits,
      nodes: cidr("10.64.0.0/26"),
      nodeSubnets: [cidr("10.64.0.0/28"), cidr("10.64.0.16/28")],
    };
    assert.deepEqual(capacityFaults({ ...small, max: 22 }), []);
    assert.deepEqual(capacityFaults({ ...small, max: 22, otherAddresses: 2 }), [
      "dublin/nodes 10.64.0.0/26 holds 20 nodes in its subnets but nodes.max is 22; a /25 would do",
    ]);
  });
});

describe("the length of a new pod range", () => {
  it("is /17 for a few nodes and shorter for many", () => {
    assert.deepEqual(
      [1, 6, 64, 65, 100, 500].map((nodes) => podsPrefixFor(nodes, 24)),
      [17, 17, 17, 16, 16, 14],
    );
  });

  it("leaves out the growth before it takes more than a /12, never the nodes themselves", () => {
    assert.deepEqual(
      [3000, 4096, 5000].map((nodes) => podsPrefixFor(nodes, 24)),
      [12, 12, 11],
    );
  });

  it("always holds the nodes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 22, max: 27 }), (nodes, mask) => {
        const pods = { ...cidr("10.0.0.0/8"), prefix: podsPrefixFor(nodes, mask) };
        assert(podCapacity(pods, mask) >= nodes);
        assert(pods.prefix <= 17);
      }),
    );
  });
});
