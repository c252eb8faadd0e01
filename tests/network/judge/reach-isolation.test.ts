import assert from "node:assert/strict";
import { reachIsolationKept } from "../../../network/judge/reach-isolation";
import { UNKNOWN } from "../../../network/model/resource";
import type { Stranger } from "../../../network/reach/strangers";
import { network } from "./example";

const STRANGERS: Stranger[] = [
  { from: "dublin", to: "tokyo", layer: "overlay", ports: ["all"], origin: { urn: "urn:tokyo-agent" } },
  { from: "dublin", to: "tokyo", layer: "underlay", ports: ["22/tcp"], origin: { urn: "urn:ssh" } },
];

describe("reachIsolationKept", () => {
  it("asks nothing of a network that nobody wants isolated", () => {
    const never = () => assert.fail("looked for strangers");
    assert.deepEqual(reachIsolationKept(network({}), never), { problems: [], unknowns: [] });
    assert.deepEqual(reachIsolationKept(network({ isolation: "open" }), never), {
      problems: [],
      unknowns: [],
    });
  });

  it("accepts a network in which nobody talks who is not asked to", () => {
    assert.deepEqual(
      reachIsolationKept(network({ isolation: "strict" }), () => []),
      { problems: [], unknowns: [] },
    );
  });

  it("names each pair that can talk, between pods or nodes, with what lets it", () => {
    const { problems } = reachIsolationKept(network({ isolation: "strict" }), () => STRANGERS);
    assert.deepEqual(
      problems.map(({ rule, subjects }) => [rule, ...subjects]),
      [
        ["reach-isolation-kept", "urn:tokyo-agent"],
        ["reach-isolation-kept", "urn:ssh"],
      ],
    );
    assert.match(
      problems[0]?.message ?? "",
      /^pods of dublin can reach pods of tokyo on every port .* a network policy/,
    );
    assert.match(
      problems[1]?.message ?? "",
      /^nodes of dublin can reach nodes of tokyo on 22\/tcp .* the firewall/,
    );
  });

  it("does not pass a network of which nobody knows yet whether it is to be isolated", () => {
    const unread = [{ urn: "urn:mesh", property: "isolation" }];
    const { problems, unknowns } = reachIsolationKept(
      network({ isolation: UNKNOWN, unread }),
      () => STRANGERS,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      unknowns.map(({ urn, property }) => [urn, property]),
      [["urn:mesh", "isolation"]],
    );
  });

  it("does not pass it either where nothing tells what could not be read", () => {
    assert.equal(reachIsolationKept(network({ isolation: UNKNOWN }), () => []).unknowns.length, 1);
  });
});
