import assert from "node:assert/strict";
import { awsFacts } from "../../../clouds/aws/facts";
import { parseCidr } from "../../../network/address/cidr";

describe("facts of AWS", () => {
  it("name their source for every quota", () => {
    for (const quota of awsFacts.gateway.quotas) assert.match(quota.source, /20\d\d/);
  });

  it("deny ranges that are ranges, each with a reason", () => {
    for (const { cidr, reason } of awsFacts.denied) {
      assert.ok(!("fault" in parseCidr(cidr)), cidr);
      assert.ok(reason.length > 0);
    }
  });

  it("give every region two zones or more", () => {
    for (const region of ["eu-west-1", "us-west-1", "us-east-1"]) {
      assert.ok(awsFacts.defaults.zones(region).length >= 2);
    }
  });
});
