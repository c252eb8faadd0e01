import assert from "node:assert/strict";
import { reachSurvivesFailureRule as rule } from "../../../policies/reach/survives-failure";
import { UNKNOWN_TEXT } from "../example";
import { asking, judgedReach } from "./reachable";

describe("reach-survives-failure", () => {
  it("passes traffic that outlives what its tier promises", () => {
    const change = asking({ tiers: { gold: { survives: "any-tunnel" } } });
    assert.deepEqual(judgedReach(rule, change), { stack: [], resource: [] });
  });

  it("refuses a promise to outlive the only link", () => {
    const { stack } = judgedReach(rule, asking({ tiers: { gold: { survives: "any-link" } } }));
    assert.equal(stack.length, 2);
    assert.match(
      stack[0] ?? "",
      /^mesh: dublin to frankfurt: tier gold promises to survive any-link, but nothing gets/,
    );
  });

  it("refuses a promise to outlive a tunnel beside which none carries", () => {
    const { stack } = judgedReach(rule, (parts) => {
      asking({ tiers: { gold: { survives: "any-tunnel" } } })(parts);
      delete parts["session-2"];
    });
    assert.match(stack[0] ?? "", /without (tunnel dublin~frankfurt\/tunnel\/|gateway instance)/);
  });

  it("does not pass a promise that is not known", () => {
    const { stack } = judgedReach(rule, asking({ tiers: { gold: { survives: UNKNOWN_TEXT } } }));
    assert.match(stack[0] ?? "", /^mesh: .* is not known before apply/);
  });
});
