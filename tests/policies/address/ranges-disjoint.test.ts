import assert from "node:assert/strict";
import { rangesDisjointRule as rule } from "../../../policies/address/ranges-disjoint";
import { judged, set, soundParts, UNKNOWN_TEXT } from "../example";

describe("address-ranges-disjoint", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses networks of two clouds that overlap, which no single resource shows", () => {
    const { stack, resource } = judged(rule, set("subnetwork", "ipCidrRange", "10.0.16.0/20"));
    assert.equal(stack.length, 1);
    assert.match(
      stack[0] ?? "",
      /^vpc: dublin network 10\.0\.0\.0\/16 .*::vpc\) overlaps frankfurt .* 10\.0\.16\.0\/20/,
    );
    assert.deepEqual(resource, []);
  });

  it("refuses pods of one cluster over services of another", () => {
    const policy = { clusterIpv4CidrBlock: "10.96.0.0/16", servicesIpv4CidrBlock: "10.97.0.0/20" };
    const { stack } = judged(rule, set("frankfurt", "ipAllocationPolicy", policy));
    assert.match(
      stack[0] ?? "",
      /frankfurt pods 10\.96\.0\.0\/16 .* overlaps dublin services 10\.96\.0\.0\/20/,
    );
  });

  it("stops one resource whose own ranges overlap", () => {
    const policy = { clusterIpv4CidrBlock: "10.9.0.0/16", servicesIpv4CidrBlock: "10.9.0.0/20" };
    const { stack, resource } = judged(rule, set("frankfurt", "ipAllocationPolicy", policy));
    assert.equal(stack.length, 1);
    assert.match(resource[0] ?? "", /^frankfurt: .* overlaps/);
  });

  it("does not pass a range that is not known, and still finds the overlap beside it", () => {
    const { stack, resource } = judged(rule, (parts) => {
      set("vpc", "cidrBlock", UNKNOWN_TEXT)(parts);
      set("subnetwork", "ipCidrRange", "10.8.0.0/20")(parts);
    });
    assert.ok(
      stack.some((line) => /^dublin-cilium: dublin pods .* overlaps frankfurt/.test(line)),
      String(stack),
    );
    const blind =
      /^vpc: cidrBlock of .*::vpc is not known before apply, so it cannot be judged whether it overlaps another range; give it as a plain value\.$/;
    assert.ok(
      stack.some((line) => blind.test(line)),
      String(stack),
    );
    assert.deepEqual(resource.filter((line) => blind.test(line)).length, 1);
  });

  it("does not hold a secondary range's name against a cluster seen alone, and follows it in the stack", () => {
    const said = judged(rule, (parts) => {
      set("frankfurt", "ipAllocationPolicy", {
        clusterSecondaryRangeName: "pods",
        servicesSecondaryRangeName: "services",
      })(parts);
      set("subnetwork", "secondaryIpRanges", [
        { rangeName: "pods", ipCidrRange: "10.9.0.0/16" },
        { rangeName: "services", ipCidrRange: "10.97.0.0/20" },
      ])(parts);
    });
    assert.deepEqual(said, { stack: [], resource: [] });
  });

  it("leaves alone what its options say", () => {
    const change = set("vpc", "cidrBlock", UNKNOWN_TEXT);
    assert.deepEqual(
      judged(rule, change, { unknowns: "ignore" }).stack.filter((line) => line.startsWith("vpc")),
      [],
    );
    assert.deepEqual(
      judged(rule, set("subnetwork", "ipCidrRange", "10.0.0.0/20"), {
        except: [{ resource: "vpc", owner: "network team", until: "9999-12-31" }],
      }).stack,
      [],
    );
    assert.ok(soundParts().vpc);
  });
});
