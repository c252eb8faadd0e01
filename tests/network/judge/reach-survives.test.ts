import assert from "node:assert/strict";
import { reachSurvivesFailure } from "../../../network/judge/reach-survives";
import type { Intent } from "../../../network/model/inventory";
import { UNKNOWN } from "../../../network/model/resource";
import type { AfterFailure, Failure, PairReach } from "../../../network/reach/verdict";
import { network } from "./example";

const lost = (kind: Failure["kind"], name: string): AfterFailure => ({
  failure: { kind, name },
  ok: false,
  path: [],
});

function judge(survives: Intent["survives"], afterFailures: AfterFailure[], ok = true) {
  const pair: PairReach = {
    from: "dublin",
    to: "tokyo",
    layer: "underlay",
    ok,
    path: ["dublin", "tokyo"],
    links: ["dublin~tokyo"],
    breaks: [],
    afterFailures,
  };
  const origin = { urn: "urn:mesh", property: "traffic.0" };
  const intent: Intent = { from: "dublin", to: "tokyo", tier: "gold", origin };
  const intents = [survives === undefined ? intent : { ...intent, survives }];
  return reachSurvivesFailure(network({ intents }), [pair, { ...pair, layer: "overlay" }]);
}

const LINK = lost("link", "dublin~tokyo");

describe("reachSurvivesFailure", () => {
  it("accepts traffic that nobody promised to outlive anything, whatever it is lost with", () => {
    for (const survives of [undefined, "none" as const]) {
      assert.deepEqual(judge(survives, [LINK]), { problems: [], unknowns: [] });
    }
  });

  it("accepts traffic that takes another way", () => {
    const other = { ...LINK, ok: true, path: ["dublin", "amsterdam", "tokyo"] };
    assert.deepEqual(judge("any-member", [other]).problems, []);
  });

  it("refuses traffic that is lost with what its tier promises to survive, once for both layers", () => {
    assert.deepEqual(judge("any-link", [LINK]).problems, [
      {
        rule: "reach-survives-failure",
        message:
          "dublin to tokyo: tier gold promises to survive any-link, but nothing gets from dublin to tokyo without link " +
          "dublin~tokyo; join them by another way that shares none of it.",
        subjects: ["urn:mesh"],
      },
    ]);
  });

  it("takes each promise to hold the lesser ones, and no greater one", () => {
    const failures: [Failure["kind"], string][] = [
      ["tunnel", "dublin~tokyo/tunnel/1"],
      ["gateway-instance", "tokyo/gateway/0"],
      ["link", "dublin~tokyo"],
      ["member", "amsterdam"],
      ["cloud", "azure"],
    ];
    const refused = (survives: Intent["survives"]) =>
      failures.flatMap(([kind, name]) =>
        judge(survives, [lost(kind, name)]).problems.length > 0 ? [kind] : [],
      );
    assert.deepEqual(refused("any-tunnel"), ["tunnel", "gateway-instance"]);
    assert.deepEqual(refused("any-link"), ["tunnel", "gateway-instance", "link"]);
    assert.deepEqual(refused("any-member"), ["tunnel", "gateway-instance", "link", "member"]);
  });

  it("names three of many failures", () => {
    const many = ["a", "b", "c", "d", "e"].map((name) => lost("link", name));
    assert.match(
      judge("any-link", many).problems[0]?.message ?? "",
      /link a or link b or link c \(and 2 more\)/,
    );
  });

  it("leaves to another rule what does not get through as it is", () => {
    assert.deepEqual(judge("any-link", [LINK], false).problems, []);
  });

  it("does not pass a tier whose promise is not known", () => {
    const { problems, unknowns } = judge(UNKNOWN, [LINK]);
    assert.deepEqual(problems, []);
    assert.equal(unknowns[0]?.neededFor, "whether dublin to tokyo outlives what its tier promises");
  });
});
