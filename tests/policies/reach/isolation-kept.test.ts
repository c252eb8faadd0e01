import assert from "node:assert/strict";
import { reachIsolationKeptRule as rule } from "../../../policies/reach/isolation-kept";
import { UNKNOWN_TEXT } from "../example";
import { asking, judgedReach } from "./reachable";

describe("reach-isolation-kept", () => {
  it("asks nothing of a network that nobody wants isolated", () => {
    assert.deepEqual(judgedReach(rule), { stack: [], resource: [] });
    assert.deepEqual(judgedReach(rule, asking({ isolation: "open" })), { stack: [], resource: [] });
  });

  it("refuses pods that reach others without being asked to", () => {
    const { stack } = judgedReach(rule, asking({ isolation: "strict" }));
    assert.equal(stack.length, 1);
    assert.match(
      stack[0] ?? "",
      /^dublin-cilium: pods of frankfurt can reach pods of dublin on every port .*isolation is strict/,
    );
  });

  it("passes them once somebody asks for it", () => {
    const traffic = [
      { from: "dublin", to: "frankfurt" },
      { from: "frankfurt", to: "dublin" },
    ];
    assert.deepEqual(judgedReach(rule, asking({ isolation: "strict", traffic })).stack, []);
  });

  it("does not pass a network of which nobody knows yet whether it is to be isolated", () => {
    const { stack } = judgedReach(rule, asking({ isolation: UNKNOWN_TEXT }));
    assert.match(stack[0] ?? "", /^mesh: .* is not known before apply/);
  });
});
