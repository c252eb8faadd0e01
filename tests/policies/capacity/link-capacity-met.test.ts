import assert from "node:assert/strict";
import { linkCapacityMetRule as rule } from "../../../policies/capacity/link-capacity-met";
import { set, UNKNOWN_TEXT } from "../example";
import { judgedReach } from "../reach/reachable";

describe("capacity-link-capacity-met", () => {
  it("passes a network whose tiers promise no bandwidth, or what its tunnels carry", () => {
    assert.deepEqual(judgedReach(rule).stack, []);
    assert.deepEqual(judgedReach(rule, set("mesh", "tiers.gold.bandwidth", 500)).stack, []);
  });

  it("refuses more than the tunnels carry", () => {
    const { stack } = judgedReach(rule, set("mesh", "tiers.gold.bandwidth", 100_000));
    assert.match(stack[0] ?? "", /^mesh: dublin~frankfurt is asked for 100000 Mbit\/s from /);
  });

  it("does not pass a bandwidth that is not known", () => {
    const { stack } = judgedReach(rule, set("mesh", "tiers.gold.bandwidth", UNKNOWN_TEXT));
    assert.match(stack[0] ?? "", /bandwidth of tier gold .* is not known/);
  });
});
