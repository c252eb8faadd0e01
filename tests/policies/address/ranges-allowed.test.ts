import assert from "node:assert/strict";
import { rangesAllowedRule as rule } from "../../../policies/address/ranges-allowed";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("address-ranges-allowed", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses a range that a cloud keeps for itself, before the resource is made", () => {
    const { stack, resource } = judged(rule, set("subnetwork", "ipCidrRange", "172.17.0.0/20"));
    assert.match(stack[0] ?? "", /^subnetwork: .* touches 172\.17\.0\.0\/16: Docker/);
    assert.match(resource[0] ?? "", /^subnetwork: .* touches 172\.17\.0\.0\/16/);
  });

  it("refuses a range with host bits", () => {
    assert.match(
      judged(rule, set("vpc", "cidrBlock", "10.0.0.1/16")).resource[0] ?? "",
      /the range is 10\.0\.0\.0\/16/,
    );
  });

  it("does not pass a range that is not known", () => {
    const { stack, resource } = judged(rule, set("subnet", "cidrBlock", UNKNOWN_TEXT));
    for (const said of [stack, resource])
      assert.match(said[0] ?? "", /^subnet: cidrBlock of .* is not known before apply/);
  });
});
