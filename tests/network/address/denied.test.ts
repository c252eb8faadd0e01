import assert from "node:assert/strict";
import { cidr } from "../../../network/address/cidr";
import { DENIED, deniedBy } from "../../../network/address/denied";

describe("a denied range", () => {
  it("is any that touches one which a cloud refuses", () => {
    for (const text of [
      "172.31.0.0/20",
      "172.17.0.0/24",
      "169.254.64.0/30",
      "192.0.2.0/24",
      "240.0.0.0/8",
      "0.0.0.0/0",
      "fe80::/64",
    ]) {
      assert.notEqual(deniedBy(cidr(text)), undefined, text);
    }
  });

  it("tells who refuses it", () => {
    assert.match(deniedBy(cidr("172.30.4.0/24"))?.reason ?? "", /AKS/);
    assert.match(deniedBy(cidr("168.63.129.0/24"))?.reason ?? "", /Azure/);
  });

  it("is none of those that clusters commonly have", () => {
    for (const text of [
      "10.0.0.0/8",
      "172.20.0.0/16",
      "192.168.0.0/16",
      "100.64.0.0/10",
      "34.118.224.0/20",
      "fd00::/8",
    ]) {
      assert.equal(deniedBy(cidr(text)), undefined, text);
    }
  });

  it("stands in the table once, with a reason", () => {
    assert.equal(new Set(DENIED.map((range) => range.cidr)).size, DENIED.length);
    for (const range of DENIED) assert.match(range.reason, /\w+ \w+/);
  });
});
