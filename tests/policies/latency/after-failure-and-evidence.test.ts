import assert from "node:assert/strict";
import { evidenceFreshRule } from "../../../policies/latency/evidence-fresh";
import { tierMetAfterFailureRule } from "../../../policies/latency/tier-met-after-failure";
import { judged, set, UNKNOWN_TEXT } from "../example";
import { judgedReach } from "../reach/reachable";

describe("rules of latency, over a program with a mesh's description", () => {
  it("pass a sound network", () => {
    assert.deepEqual(judgedReach(tierMetAfterFailureRule).stack, []);
    assert.deepEqual(judged(evidenceFreshRule, () => {}, { maxAge: 2000 }).stack, []);
  });

  it("latency-tier-met-after-failure does not pass tiers that are not known", () => {
    const { stack } = judgedReach(tierMetAfterFailureRule, set("mesh", "traffic", UNKNOWN_TEXT));
    assert.match(stack[0] ?? "", /^mesh: traffic of .* is not known/);
  });

  it("latency-evidence-fresh counts from the day that it is given", () => {
    const { stack } = judged(evidenceFreshRule, () => {}, { today: "2036-01-01" });
    assert.match(stack[0] ?? "", /^mesh: dublin to frankfurt: .* days old where 540 are allowed/);
  });
});
