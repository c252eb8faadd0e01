import assert from "node:assert/strict";
import { reachBothWaysRule as rule } from "../../../policies/reach/both-ways";
import { judgedReach, without } from "./reachable";

describe("reach-both-ways", () => {
  it("passes a network whose members answer each other", () => {
    assert.deepEqual(judgedReach(rule), { stack: [], resource: [] });
  });

  it("refuses traffic whose answers have no way back", () => {
    const { stack } = judgedReach(rule, without("route"));
    assert.equal(stack.length, 1);
    assert.match(
      stack[0] ?? "",
      /^subnet: traffic goes one way only: frankfurt reaches dublin and no answer comes back/,
    );
  });
});
