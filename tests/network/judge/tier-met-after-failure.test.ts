import assert from "node:assert/strict";
import { pathAlong } from "../../../network/judge/path";
import { tierMetAfterFailure } from "../../../network/judge/tier-met-after-failure";
import type { Intent, Inventory, MemberFact } from "../../../network/model/inventory";
import { UNKNOWN } from "../../../network/model/resource";
import type { AfterFailure, PairReach } from "../../../network/reach/verdict";
import { network } from "./example";

const member = (name: string, region: MemberFact["region"]): MemberFact => ({
  name,
  cloud: "aws",
  region,
  origin: { urn: `urn:${name}` },
});
const members = [
  member("dublin", "eu-west-1"),
  member("stockholm", "eu-north-1"),
  member("tokyo", "ap-northeast-1"),
];
const detour: AfterFailure = {
  failure: { kind: "link", name: "dublin~stockholm" },
  ok: true,
  path: ["dublin", "tokyo", "stockholm"],
};

function judge(promise: Partial<Intent>, after: AfterFailure[] = [detour], facts: Partial<Inventory> = {}) {
  const origin = { urn: "urn:mesh", property: "traffic.0" };
  const intent: Intent = {
    from: "dublin",
    to: "stockholm",
    tier: "gold",
    rtt: 60,
    survives: "any-link",
    origin,
  };
  const pair: PairReach = {
    from: "dublin",
    to: "stockholm",
    layer: "underlay",
    ok: true,
    path: ["dublin", "stockholm"],
    links: ["dublin~stockholm"],
    breaks: [],
    afterFailures: after,
  };
  const inventory = network({ members, intents: [{ ...intent, ...promise }], ...facts });
  return tierMetAfterFailure(inventory, [pair, { ...pair, layer: "overlay" }]);
}

describe("tierMetAfterFailure", () => {
  it("accepts a detour that may still meet the tier", () => {
    const lo = pathAlong(network({ members }), detour.path)?.lo ?? assert.fail("no path");
    assert.deepEqual(judge({ rtt: lo }), { problems: [], unknowns: [] });
  });

  it("refuses a detour that is surely too slow, once for both layers, with the failure and the way", () => {
    const { problems } = judge({});
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.message ?? "",
      /^dublin to stockholm: tier gold promises 60 ms .* without link dublin~stockholm dublin → tokyo → stockholm takes \d+/,
    );
  });

  it("asks nothing of failures that the tier does not promise to survive, and of tiers without a round trip", () => {
    assert.deepEqual(judge({ survives: "any-tunnel" }).problems, []);
    assert.deepEqual(judge({ survives: undefined }).problems, []);
    assert.deepEqual(judge({ rtt: undefined }).problems, []);
    assert.deepEqual(judge({}, [{ ...detour, ok: false, path: [] }]).problems, []);
  });

  it("names what is not known", () => {
    const nowhere = members.map((one) => (one.name === "tokyo" ? member("tokyo", UNKNOWN) : one));
    const cases = [
      judge({ rtt: UNKNOWN }),
      judge({ survives: UNKNOWN }),
      judge({}, [detour], { members: nowhere }),
      judge({}, [], { unread: [{ urn: "urn:mesh", property: "tiers" }] }),
    ];
    for (const { problems, unknowns } of cases) {
      assert.deepEqual(problems, []);
      assert.equal(unknowns.length, 1);
    }
  });
});
