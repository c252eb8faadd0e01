import assert from "node:assert/strict";
import { linkCapacityMet } from "../../../network/judge/link-capacity-met";
import type { Intent, Inventory, Link } from "../../../network/model/inventory";
import { UNKNOWN } from "../../../network/model/resource";
import type { AfterFailure, PairReach } from "../../../network/reach/verdict";
import { end, mirrored, network } from "./example";

const tunnel = (() => {
  const a = end("a");
  return { a, b: mirrored(a, "b") };
})();
const link = (a: string, b: string): Link => ({
  name: `${a}~${b}`,
  a,
  b,
  kind: "vpn",
  tunnels: [tunnel, tunnel],
});
const links = [link("a", "b"), link("a", "c"), link("b", "c")];

const way = (from: string, to: string, path: string[], afterFailures: AfterFailure[] = []): PairReach => ({
  from,
  to,
  layer: "underlay",
  ok: true,
  path,
  links: [],
  breaks: [],
  afterFailures,
});
const asks = (from: string, to: string, facts: Partial<Intent>): Intent => ({
  from,
  to,
  tier: "gold",
  origin: { urn: `urn:${from}${to}` },
  ...facts,
});

/** 500 Mbit/s a tunnel. */
const judge = (intents: Intent[], pairs: PairReach[], facts: Partial<Inventory> = {}) =>
  linkCapacityMet(network({ links, intents, ...facts }), pairs, (_, tunnels) => 500 * tunnels);

const detour: AfterFailure = { failure: { kind: "link", name: "a~b" }, ok: true, path: ["a", "c", "b"] };

describe("linkCapacityMet", () => {
  it("accepts what fits, each direction by itself", () => {
    const pairs = [way("a", "b", ["a", "b"]), way("b", "a", ["b", "a"])];
    assert.deepEqual(judge([asks("a", "b", { bandwidth: 1000 })], pairs), { problems: [], unknowns: [] });
  });

  it("refuses the sum of what several ask of one link, with who asks", () => {
    const pairs = [way("a", "b", ["a", "b"]), way("a", "c", ["a", "b", "c"])];
    const { problems } = judge(
      [asks("a", "b", { bandwidth: 600 }), asks("a", "c", { bandwidth: 600 })],
      pairs,
    );
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.message ?? "",
      /^a~b is asked for 1200 Mbit\/s from a and carries 1000: a to b \(gold\), a to c \(gold\)/,
    );
  });

  it("refuses what does not fit with one tunnel down, where the tier survives that", () => {
    const pairs = [way("a", "b", ["a", "b"])];
    const { problems } = judge([asks("a", "b", { bandwidth: 600, survives: "any-tunnel" })], pairs);
    assert.match(problems[0]?.message ?? "", /with one of its tunnels down and carries 500/);
    assert.deepEqual(judge([asks("a", "b", { bandwidth: 600 })], pairs).problems, []);
  });

  it("refuses a detour that is too much for a link, where the tier survives the failure", () => {
    const pairs = [way("a", "b", ["a", "b"], [detour]), way("a", "c", ["a", "c"])];
    const intents = (survives: Intent["survives"]) => [
      asks("a", "b", { bandwidth: 450, survives }),
      asks("a", "c", { bandwidth: 600 }),
    ];
    const { problems } = judge(intents("any-link"), pairs);
    assert.match(
      problems[0]?.message ?? "",
      /^a~c is asked for 1050 Mbit\/s from a after the loss of link a~b/,
    );
    assert.deepEqual(judge(intents("any-tunnel"), pairs).problems, []);
  });

  it("names what is not known", () => {
    const pairs = [way("a", "b", ["a", "b"])];
    assert.equal(judge([asks("a", "b", { bandwidth: UNKNOWN })], pairs).unknowns.length, 1);
    assert.equal(judge([asks("a", "b", { bandwidth: 1, survives: UNKNOWN })], pairs).unknowns.length, 1);
    assert.equal(judge([], pairs, { unread: [{ urn: "urn:mesh" }] }).unknowns.length, 1);
  });
});
