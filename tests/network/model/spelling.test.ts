import assert from "node:assert/strict";
import { type Resource, UNKNOWN } from "../../../network/model/resource";
import { listed, ownPath, respelled, type Spelling, shaped } from "../../../network/model/spelling";

const spelling: Spelling = {
  as: "theirs:network:Vnet",
  properties: {
    ranges: "space.prefixes",
    pools: "space.pools",
    policy: { path: "policies", of: listed },
    parts: { path: "parts", of: shaped({ tableId: "table.id" }) },
    name: [],
  },
  defaults: { shared: false },
};

function read(props: Resource["props"], behind: Resource["propertyDependencies"] = {}): Resource {
  return respelled(
    {
      ...{ urn: "urn:one", type: "ours:vnet", name: "one", custom: true, props },
      ...{ dependencies: [], propertyDependencies: behind },
    },
    spelling,
  );
}

describe("a resource in another provider's words", () => {
  it("has every value at its place, nested ones too, and keeps what has no other name", () => {
    const { type, props } = read({
      ...{ ranges: ["10.0.0.0/16"], pools: [], policy: { cipher: "x" }, name: "vnet", region: "west" },
      parts: [{ tableId: "t-1", zone: "a" }, UNKNOWN],
    });
    assert.equal(type, "theirs:network:Vnet");
    assert.deepEqual(props, {
      ...{ shared: false, region: "west", space: { prefixes: ["10.0.0.0/16"], pools: [] } },
      policies: [{ cipher: "x" }],
      parts: [{ zone: "a", table: { id: "t-1" } }, UNKNOWN],
    });
  });

  it("keeps unknown what is, and unset what is not set", () => {
    assert.deepEqual(read({ ranges: UNKNOWN, policy: UNKNOWN, parts: UNKNOWN, pools: undefined }).props, {
      ...{ shared: false, space: { prefixes: UNKNOWN }, policies: UNKNOWN, parts: UNKNOWN },
    });
  });

  it("leaves a place unknown where all of what is around it is", () => {
    assert.equal(read({ space: UNKNOWN, ranges: ["10.0.0.0/16"] }).props.space, UNKNOWN);
  });

  it("is joined to others by the properties in the readers' names", () => {
    const { propertyDependencies } = read(
      {},
      { ranges: ["urn:a"], pools: ["urn:b", "urn:a"], name: ["urn:c"] },
    );
    assert.deepEqual(propertyDependencies, { space: ["urn:a", "urn:b"] });
  });

  it("is named to people as they wrote it", () => {
    assert.equal(ownPath(spelling, "space.prefixes.1"), "ranges.1");
    assert.equal(ownPath(spelling, "policies.0.cipher"), "policy");
    assert.equal(ownPath(spelling, "region"), "region");
  });
});
