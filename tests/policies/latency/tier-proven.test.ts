import assert from "node:assert/strict";
import { estimateRtt } from "../../../network/place/estimate";
import { tierProvenRule as rule } from "../../../policies/latency/tier-proven";
import { judged, set, UNKNOWN_TEXT } from "../example";

const { p50, lo } = estimateRtt(
  { cloud: "aws", region: "eu-west-1" },
  { cloud: "gcp", region: "europe-west3" },
);

describe("latency-tier-proven", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("reports a promise that may or may not be kept, as a note and no more", () => {
    const { stack } = judged(rule, set("mesh", "tiers.gold.rtt", p50));
    assert.match(stack[0] ?? "", /^mesh: dublin to frankfurt: that tier gold keeps its .* ms is unproven/);
    assert.equal(rule.level, "advisory");
  });

  it("leaves to latency-tier-met what cannot be kept or is not known", () => {
    assert.deepEqual(judged(rule, set("mesh", "tiers.gold.rtt", lo / 2)).stack, []);
    assert.deepEqual(judged(rule, set("mesh", "traffic", UNKNOWN_TEXT)).stack, []);
  });
});
