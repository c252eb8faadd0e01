import assert from "node:assert/strict";
import { reachBothWays, reachNoBlackHole } from "../../../network/judge/reach-broken";
import type { Inventory, Link } from "../../../network/model/inventory";
import type { Break, PairReach } from "../../../network/reach/verdict";
import { network } from "./example";

const MISSING: Break = {
  kind: "black-hole",
  message: "dublin-nodes-a has no route to 10.2.0.0/16",
  origin: { urn: "urn:dublin-nodes-a" },
};

function pair(from: string, to: string, breaks: Break[], layer: PairReach["layer"] = "underlay"): PairReach {
  return { from, to, layer, ok: breaks.length === 0, path: [], links: [], breaks, afterFailures: [] };
}

const link: Link = { name: "dublin~frankfurt", a: "dublin", b: "frankfurt", kind: "vpn", tunnels: [] };

function asking(...pairs: [string, string][]): Inventory {
  const origin = { urn: "urn:mesh", property: "traffic.0" };
  return network({ intents: pairs.map(([from, to]) => ({ from, to, origin })) });
}

describe("reachNoBlackHole", () => {
  it("accepts pairs that reach each other", () => {
    const pairs = [pair("dublin", "frankfurt", []), pair("frankfurt", "dublin", [])];
    assert.deepEqual(reachNoBlackHole(asking(["dublin", "frankfurt"]), pairs), {
      problems: [],
      unknowns: [],
    });
  });

  it("names what breaks the traffic of an intent, in either direction", () => {
    const there = [pair("dublin", "frankfurt", [MISSING]), pair("frankfurt", "dublin", [])];
    for (const asked of [["dublin", "frankfurt"] as const, ["frankfurt", "dublin"] as const]) {
      const { problems } = reachNoBlackHole(asking([...asked]), there);
      assert.deepEqual(problems, [
        {
          rule: "reach-no-black-hole",
          message:
            "dublin-nodes-a has no route to 10.2.0.0/16, so dublin does not reach frankfurt (between nodes); give the table a " +
            "route there, or take away the one that leads nowhere.",
          subjects: ["urn:dublin-nodes-a"],
        },
      ]);
    }
  });

  it("names what breaks the traffic of two members that a link joins, though nobody asks for it", () => {
    const { problems } = reachNoBlackHole(network({ links: [link] }), [
      pair("dublin", "frankfurt", [MISSING]),
    ]);
    assert.equal(problems.length, 1);
  });

  it("leaves alone pairs that nobody asks for and no link joins, and pods of those that a link joins", () => {
    const pairs = [pair("dublin", "tokyo", [MISSING]), pair("dublin", "frankfurt", [MISSING], "overlay")];
    assert.deepEqual(reachNoBlackHole(network({ links: [link] }), pairs).problems, []);
  });

  it("says once what breaks several pairs and both layers", () => {
    const pairs = [
      pair("dublin", "frankfurt", [MISSING]),
      pair("dublin", "frankfurt", [MISSING], "overlay"),
      pair("dublin", "tokyo", [MISSING]),
    ];
    const { problems } = reachNoBlackHole(asking(["dublin", "frankfurt"], ["dublin", "tokyo"]), pairs);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? "", /frankfurt \(and 2 more\) \(between nodes, between pods\)/);
  });

  it("tells for each kind of break what to do about it", () => {
    const kinds = [
      "black-hole",
      "not-advertised",
      "not-passed-on",
      "loop",
      "firewall",
      "policy",
      "agent",
    ] as const;
    const remedies = kinds.map((kind) => {
      const pairs = [pair("dublin", "frankfurt", [{ ...MISSING, kind }])];
      const [problem] = reachNoBlackHole(asking(["dublin", "frankfurt"]), pairs).problems;
      return problem?.message.split("; ")[1] ?? "";
    });
    assert.equal(new Set(remedies).size, kinds.length);
    assert.ok(remedies.every((remedy) => remedy.length > 20));
  });

  it("leaves to another rule what goes one way only", () => {
    const pairs = [pair("dublin", "frankfurt", [{ ...MISSING, kind: "one-way" }])];
    assert.deepEqual(reachNoBlackHole(asking(["dublin", "frankfurt"]), pairs).problems, []);
  });

  it("does not pass a pair that a value decides which is not known, and says which", () => {
    const origin = { urn: "urn:attachment", property: "transitGatewayId" };
    const unknown: Break = { kind: "unknown", message: "the route table is not known", origin };
    const { problems, unknowns } = reachNoBlackHole(asking(["dublin", "frankfurt"]), [
      pair("dublin", "frankfurt", [unknown]),
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(unknowns, [
      {
        urn: "urn:attachment",
        property: "transitGatewayId",
        neededFor: "whether dublin reaches frankfurt",
        because: "the route table is not known",
      },
    ]);
  });

  it("does not pass an intent of a member whose hosts nobody sees", () => {
    const { unknowns } = reachNoBlackHole(asking(["dublin", "tokyo"]), [pair("dublin", "frankfurt", [])]);
    assert.deepEqual(
      unknowns.map(({ urn, because }) => [urn, because]),
      [["urn:mesh", "no network or subnet tells where the hosts of tokyo are"]],
    );
  });
});

describe("reachBothWays", () => {
  const oneWay: Break = {
    kind: "one-way",
    message: "dublin reaches frankfurt and no answer comes back, because …",
    origin: { urn: "urn:frankfurt-nodes" },
  };

  it("accepts pairs whose answers come back, and pairs that do not get there at all", () => {
    for (const breaks of [[], [MISSING]]) {
      const judgement = reachBothWays(asking(["dublin", "frankfurt"]), [pair("dublin", "frankfurt", breaks)]);
      assert.deepEqual(judgement, { problems: [], unknowns: [] });
    }
  });

  it("names what keeps answers from coming back", () => {
    const { problems } = reachBothWays(asking(["dublin", "frankfurt"]), [
      pair("dublin", "frankfurt", [oneWay]),
    ]);
    assert.equal(problems[0]?.rule, "reach-both-ways");
    assert.match(
      problems[0]?.message ?? "",
      /^traffic goes one way only: dublin reaches frankfurt and no answer/,
    );
    assert.deepEqual(problems[0]?.subjects, ["urn:frankfurt-nodes"]);
  });
});
