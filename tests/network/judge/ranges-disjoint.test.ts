import assert from "node:assert/strict";
import fc from "fast-check";
import { rangesDisjoint } from "../../../network/judge/ranges-disjoint";
import type { RangeFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, network, range } from "./example";

const judge = (...ranges: RangeFact[]) => rangesDisjoint(network({ ranges }));
const count = (...ranges: RangeFact[]) => judge(...ranges).problems.length;

const dublin = range({ cidr: "10.0.0.0/16", member: "dublin" });
const subnet = (cidr: string, owner = dublin.owner) => range({ cidr, use: "subnet", owner });

describe("rangesDisjoint", () => {
  it("accepts ranges that share no address, and subnets inside their network", () => {
    const frankfurt = range({ cidr: "10.1.0.0/16", member: "frankfurt" });
    const facts = [dublin, frankfurt, subnet("10.0.0.0/24"), subnet("10.0.1.0/24")];
    assert.deepEqual(judge(...facts), { problems: [], unknowns: [] });
  });

  it("names both ends of an overlap with member, use, range and URN, and says what to do", () => {
    const pods = range({ cidr: "10.0.128.0/17", use: "pods", member: "frankfurt", cloud: "gcp" });
    const [problem] = judge(dublin, pods).problems;
    assert.equal(
      problem?.message,
      "dublin network 10.0.0.0/16 (urn:dublin) overlaps frankfurt pods 10.0.128.0/17 (urn:frankfurt); " +
        "give one of them a range of its own.",
    );
    assert.deepEqual(problem?.subjects, ["urn:dublin", "urn:frankfurt"]);
  });

  it("refuses two subnets of one network that overlap", () => {
    assert.equal(count(dublin, subnet("10.0.0.0/23"), subnet("10.0.1.0/24")), 1);
  });

  it("refuses pods and services of one cluster that overlap, and pods inside their cluster's network", () => {
    const owner = "urn:cluster";
    const pods = range({ cidr: "10.8.0.0/16", use: "pods", owner });
    assert.equal(count(pods, range({ cidr: "10.8.0.0/20", use: "services", owner })), 1);
    assert.equal(count(dublin, range({ cidr: "10.0.128.0/17", use: "pods", owner })), 1);
  });

  it("takes a subnet for pods, which their network owns, for a part of it that no other subnet may have", () => {
    const pods = range({ cidr: "10.0.128.0/17", use: "pods", owner: dublin.owner });
    assert.equal(count(dublin, pods), 0);
    assert.equal(count(dublin, pods, subnet("10.0.192.0/24")), 1);
  });

  it("takes a range and a part of it that two tell of one cluster's pods for one", () => {
    const told = (cidr: string, urn: string) =>
      range({ cidr, use: "pods", owner: dublin.owner, origin: { urn, property: "cidr" } });
    assert.equal(count(told("10.8.0.0/16", "urn:cluster"), told("10.8.0.0/17", "urn:agent")), 0);
    assert.equal(count(told("10.8.0.0/16", "urn:cluster"), told("10.8.0.0/17", "urn:cluster")), 1);
  });

  it("lets pods and Services overlap where both clusters' are translated, and only there", () => {
    const pods = (member: string) => range({ cidr: "10.8.0.0/16", use: "pods", member });
    const translating = (...members: string[]) =>
      rangesDisjoint(
        network({
          ranges: [pods("dublin"), pods("cork")],
          agents: members.map((name) => agent(name, { kind: "submariner", translates: [] })),
        }),
      ).problems.length;
    assert.equal(translating("dublin", "cork"), 0);
    assert.equal(translating("dublin"), 1);
  });

  it("tells an overlap of two networks once, not again for each subnet", () => {
    const twin = range({ cidr: "10.0.0.0/16", member: "twin" });
    assert.equal(count(dublin, subnet("10.0.0.0/24"), twin, subnet("10.0.0.0/24", twin.owner)), 1);
  });

  it("compares a subnet with everything where no range of its network holds it", () => {
    const gcp = range({ cidr: "10.0.4.0/22", use: "nodes", owner: "urn:gcp-network", cloud: "gcp" });
    assert.equal(count(dublin, gcp), 1);
    const stray = range({ cidr: "10.0.0.0/24", use: "subnet", owner: "urn:other" });
    assert.equal(count(dublin, range({ cidr: "10.1.0.0/16", owner: "urn:other" }), stray), 1);
  });

  it("does not pass a range that is not known, and judges the rest all the same", () => {
    const { problems, unknowns } = judge(
      dublin,
      range({ cidr: UNKNOWN, member: "amsterdam" }),
      range({ cidr: "10.0.0.0/8", member: "cork" }),
    );
    assert.equal(problems.length, 1);
    assert.deepEqual(unknowns, [
      { urn: "urn:amsterdam", property: "cidrBlock", neededFor: "whether it overlaps another range" },
    ]);
  });

  it("does not pass a range that it cannot read", () => {
    assert.match(
      judge(range({ cidr: "10.0.0.1/16" })).problems[0]?.message ?? "",
      /cannot be compared .* 10\.0\.0\.0\/16/,
    );
  });

  it("says the same whatever order the ranges come in", () => {
    const prefix = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom(29, 30, 31));
    fc.assert(
      fc.property(
        fc.uniqueArray(prefix, { maxLength: 8, selector: String }),
        fc.infiniteStream(fc.nat()),
        (cut, keys) => {
          const ranges = cut.map(([n, bits]) => {
            const first = (n * 2 ** (32 - bits)) % 256;
            return range({ cidr: `10.0.0.${first}/${bits}`, member: `m${n}-${bits}` });
          });
          const order = new Map(ranges.map((one) => [one, keys.next().value]));
          const shuffled = [...ranges].sort((a, b) => Number(order.get(a)) - Number(order.get(b)));
          const pairs = (facts: RangeFact[]) =>
            judge(...facts)
              .problems.map(({ subjects }) => [...subjects].sort().join())
              .sort();
          assert.deepEqual(pairs(shuffled), pairs(ranges));
        },
      ),
    );
  });
});
