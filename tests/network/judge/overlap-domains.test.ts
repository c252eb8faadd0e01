import assert from "node:assert/strict";
import { rangesDisjoint } from "../../../network/judge/ranges-disjoint";
import type { Inventory } from "../../../network/model/inventory";
import { agent, network, range } from "./example";

const ranges = ["dublin", "tokyo"].map((member) => range({ cidr: "10.0.0.0/16", member }));
const apart = { europe: ["dublin"], asia: ["tokyo"] };
const count = (domains: unknown, facts: Partial<Inventory> = {}) =>
  rangesDisjoint(network({ ranges, ...facts }), domains).problems.length;

describe("overlap domains", () => {
  it("let ranges of two named domains overlap, by member, owner or URN", () => {
    assert.equal(count(apart), 0);
    assert.equal(count({ europe: ["urn:dublin"], asia: ["tokyo"] }), 0);
  });

  it("do not let ranges of one domain overlap, or of a domain and none", () => {
    assert.equal(count(undefined), 1);
    assert.equal(count({ world: ["dublin", "tokyo"] }), 1);
    assert.equal(count({ europe: ["dublin"] }), 1);
    assert.equal(count({ europe: "dublin", asia: [null] }), 1);
  });

  it("do not let networks overlap whose gateways, of no member, a link joins", () => {
    const gateways = ["dublin", "tokyo"].map((name) => ({
      urn: `urn:${name}-tgw`,
      cloud: "aws" as const,
      networks: [`urn:${name}`],
      asn: 64512,
      origin: { urn: `urn:${name}-tgw` },
    }));
    const [a, b] = ["urn:dublin-tgw", "urn:tokyo-tgw"];
    const link = { name: `${a}~${b}`, a, b, kind: "vpn" as const, tunnels: [] };
    assert.equal(count(apart, { gateways }), 0);
    assert.equal(count(apart, { gateways, links: [link] as Inventory["links"] }), 1);
  });

  it("do not let places overlap that a link, traffic or an agent joins", () => {
    const link = { name: "dublin~tokyo", a: "dublin", b: "tokyo", kind: "vpn" as const, tunnels: [] };
    assert.equal(count(apart, { links: [link] }), 1);
    assert.equal(
      count(apart, { intents: [{ from: "tokyo", to: "dublin", origin: { urn: "urn:mesh" } }] }),
      1,
    );
    assert.equal(count(apart, { agents: [agent("dublin", { peers: { tokyo: [] } })] }), 1);
  });
});
