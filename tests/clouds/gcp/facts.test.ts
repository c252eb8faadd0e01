import assert from "node:assert/strict";
import { gcpFacts } from "../../../clouds/gcp/facts";
import { regionOfLocation } from "../../../clouds/gcp/zones";

describe("Google Cloud's facts", () => {
  it("spread a cluster over zones that its region has", () => {
    const { zones } = gcpFacts.defaults;
    assert.deepEqual(zones("europe-west3"), ["europe-west3-a", "europe-west3-b", "europe-west3-c"]);
    assert.deepEqual(zones("us-east1"), ["us-east1-b", "us-east1-c", "us-east1-d"]);
    assert.deepEqual(zones("europe-west1"), ["europe-west1-b", "europe-west1-c", "europe-west1-d"]);
  });

  it("give all zones one subnet, the whole node range", () => {
    const subnets = gcpFacts.ranges.subnets({ nodes: "10.64.0.0/20" }, ["europe-west3-a", "europe-west3-b"]);
    assert.deepEqual(subnets, [{ name: "nodes", role: "nodes", range: "10.64.0.0/20" }]);
  });

  it("give a node of 110 pods a /24", () => {
    assert.equal(gcpFacts.ranges.podsPerNodeMask, 24);
  });

  it("tell a zone's region, and leave a region as it is", () => {
    assert.equal(regionOfLocation("europe-west3-a"), "europe-west3");
    assert.equal(regionOfLocation("northamerica-northeast1-b"), "northamerica-northeast1");
    assert.equal(regionOfLocation("europe-west3"), "europe-west3");
  });
});
