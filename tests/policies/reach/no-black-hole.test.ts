import assert from "node:assert/strict";
import { reachNoBlackHoleRule as rule } from "../../../policies/reach/no-black-hole";
import { set, UNKNOWN_TEXT } from "../example";
import { judgedReach, without } from "./reachable";

describe("reach-no-black-hole", () => {
  it("passes a network whose members reach each other", () => {
    assert.deepEqual(judgedReach(rule), { stack: [], resource: [] });
  });

  it("refuses a table without the route, at the subnet that it holds for", () => {
    const { stack } = judgedReach(rule, without("route"));
    assert.equal(stack.length, 1);
    assert.match(
      stack[0] ?? "",
      /^subnet: 10\.0\.0\.0\/20 of dublin has no route to 10\.1\.0\.0\/20 of frankfurt/,
    );
  });

  it("refuses a gateway that is not attached to its network", () => {
    const { stack } = judgedReach(rule, without("attachment"));
    assert.ok(stack.length > 0);
  });

  it("refuses agents that do not know each other", () => {
    const { stack } = judgedReach(rule, set("dublin-cilium", "values.clustermesh.config.clusters", []));
    assert.match(stack[0] ?? "", /^dublin-cilium: the agent of dublin is not told where frankfurt is/);
  });

  it("does not pass values that decide and are not known", () => {
    for (const [part, path] of [
      ["route", "destinationCidrBlock"],
      ["tgw", "defaultRouteTableAssociation"],
      ["dublin-cilium", "values"],
    ] as const) {
      const { stack } = judgedReach(rule, set(part, path, UNKNOWN_TEXT));
      assert.match(stack[0] ?? "", /is not known before apply|not known/, `${part}.${path}`);
    }
  });
});
