import assert from "node:assert/strict";
import { tierMetRule as rule } from "../../../policies/latency/tier-met";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("latency-tier-met", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses a promise that no path can keep", () => {
    const { stack } = judged(rule, set("mesh", "tiers.gold.rtt", 1));
    assert.match(
      stack[0] ?? "",
      /^mesh: dublin to frankfurt: tier gold promises 1 ms, but dublin → frankfurt takes/,
    );
  });

  it("refuses a promise between members that no link joins", () => {
    const { stack } = judged(rule, (parts) => {
      delete parts.connection;
    });
    assert.match(stack[0] ?? "", /no link leads there/);
  });

  it("does not pass a mesh, a tier or a region that is not known", () => {
    for (const [part, path] of [
      ["mesh", "traffic"],
      ["mesh", "tiers"],
      ["frankfurt", "location"],
    ] as const) {
      const { stack } = judged(rule, set(part, path, UNKNOWN_TEXT));
      assert.match(stack[0] ?? "", /is not known before apply/, `${part}.${path}`);
    }
  });
});
