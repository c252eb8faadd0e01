import assert from "node:assert/strict";
import { capacityRule as rule } from "../../../policies/address/capacity";
import { judged, set, UNKNOWN_TEXT } from "../example";

type Spoil = NonNullable<Parameters<typeof judged>[1]>;

/** Nodes for the cluster in dublin, whose agent cuts 10.8.0.0/16 into a /24 for each. */
const nodes =
  (maxSize: unknown): Spoil =>
  (parts) => {
    parts.workers = {
      type: "aws:eks/nodeGroup:NodeGroup",
      props: { scalingConfig: { minSize: 1, desiredSize: 1, maxSize } },
      refs: { clusterName: "dublin", subnetIds: "subnet" },
    };
  };

describe("address-capacity", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
    assert.deepEqual(judged(rule, nodes(256)).stack, []);
  });

  it("names the cluster that may grow beyond its pods' range", () => {
    assert.match(
      judged(rule, nodes(257)).stack[0] ?? "",
      /10\.8\.0\.0\/16, which holds 65536 addresses, but 257 nodes of workers/,
    );
  });

  it("says that it cannot judge where the most nodes is not known before apply", () => {
    assert.match(judged(rule, nodes(UNKNOWN_TEXT)).stack[0] ?? "", /scalingConfig\.maxSize/);
  });

  it("names subnets that are too small for the nodes", () => {
    const small: Spoil = (parts) => {
      nodes(30)(parts);
      set("subnet", "cidrBlock", "10.0.0.0/27")(parts);
    };
    assert.match(judged(rule, small).stack[0] ?? "", /live in 10\.0\.0\.0\/27, which hold 27 addresses/);
  });
});
