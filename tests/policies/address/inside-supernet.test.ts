import assert from "node:assert/strict";
import { insideSupernetRule as rule } from "../../../policies/address/inside-supernet";
import { rangesDisjointRule } from "../../../policies/address/ranges-disjoint";
import { judged, set } from "../example";

describe("address-inside-supernet", () => {
  it("passes a sound network, with and without a supernet", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
    assert.deepEqual(judged(rule, () => {}, { supernet: ["10.0.0.0/8"] }).stack, []);
  });

  it("names a network outside, also before it is made", () => {
    const { stack, resource } = judged(rule, set("vpc", "cidrBlock", "192.168.0.0/16"), {
      supernet: ["10.0.0.0/8"],
    });
    for (const said of [stack, resource]) assert.match(said[0] ?? "", /^vpc: .* lies outside 10\.0\.0\.0\/8/);
  });
});

describe("address-ranges-disjoint with domains", () => {
  it("lets a network that nothing joins overlap on purpose, by its logical name", () => {
    const second = (parts: Parameters<NonNullable<Parameters<typeof judged>[1]>>[0]) => {
      parts.lab = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16", region: "us-east-1" } };
    };
    assert.equal(judged(rangesDisjointRule, second).stack.length, 1);
    const domains = { main: ["vpc", "dublin"], lab: ["lab"] };
    assert.deepEqual(judged(rangesDisjointRule, second, { domains }).stack, []);
  });
});
