import assert from "node:assert/strict";
import fc from "fast-check";
import type { TopologySpec } from "../../../network/spec/shape";
import { chooseLinks } from "../../../network/topology/choose";
import { bridges, components } from "../../../network/topology/graph";

interface Town {
  name: string;
  cloud: string;
  region: string;
  at: number;
}

const clouds = ["aws", "azure", "gcp"];

function towns(positions: number[]): Town[] {
  return positions.map((at, index) => ({
    name: `m${String(index).padStart(2, "0")}`,
    cloud: clouds[index % 3] ?? "",
    region: "",
    at,
  }));
}

function choose(members: Town[], topology: TopologySpec, intents: { from: string; to: string }[] = []) {
  return chooseLinks({
    members,
    topology,
    joinable: (a, b) => a.cloud !== b.cloud,
    rtt: (a, b) => Math.abs(a.at - b.at) + 1,
    intents,
  });
}

const mesh = fc.array(fc.nat(300), { minLength: 5, maxLength: 14 }).map(towns);
const edgesOf = (pairs: [string, string][]) => pairs.map(([a, b]) => ({ a, b }));

describe("chooseLinks", () => {
  it("joins every pair of up to four members", () => {
    const { pairs, cost, gap } = choose(towns([0, 10, 20]), { kind: "auto" });
    assert.deepEqual(pairs, [
      ["m00", "m01"],
      ["m00", "m02"],
      ["m01", "m02"],
    ]);
    assert.equal(cost, 43);
    assert.ok(gap >= 0);
  });

  it("joins every member to the hub, and the listed pairs only", () => {
    assert.deepEqual(choose(towns([0, 10, 20]), { kind: "hub", hub: "m01" }).pairs, [
      ["m00", "m01"],
      ["m01", "m02"],
    ]);
    const links = [{ a: "m02", b: "m00" }];
    assert.deepEqual(choose(towns([0, 10, 20]), { kind: "links", links }).pairs, [["m00", "m02"]]);
  });

  it("leaves a larger mesh joined whichever one link is lost", () => {
    fc.assert(
      fc.property(mesh, (members) => {
        const names = members.map((member) => member.name);
        const edges = edgesOf(choose(members, { kind: "auto" }).pairs);
        assert.equal(components(names, edges).length, 1);
        assert.deepEqual(bridges(names, edges), []);
      }),
    );
  });

  it("gives each tiered pair a link of its own", () => {
    const members = towns([0, 1, 2, 3, 4, 5, 6, 7, 300]);
    const { pairs } = choose(members, { kind: "auto" }, [{ from: "m08", to: "m00" }]);
    assert.ok(pairs.some(([a, b]) => a === "m00" && b === "m08"));
  });

  it("never costs less than its own bound", () => {
    fc.assert(
      fc.property(mesh, (members) => {
        const { cost, lowerBound, gap } = choose(members, { kind: "auto" });
        assert.ok(lowerBound <= cost);
        assert.ok(gap >= 0 && gap < 1);
      }),
    );
  });

  it("does not depend on the order of equal choices", () => {
    const members = towns([0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(choose(members, { kind: "auto" }), choose(members, { kind: "auto" }));
  });
});
