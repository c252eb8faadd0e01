import assert from "node:assert/strict";
import fc from "fast-check";
import { resourceName, shortened } from "../../../clouds/azure/names";

/** Members' names, those with two dashes and of full length among them. */
const member = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/);

describe("names in Azure", () => {
  it("are readable where they fit", () => {
    assert.equal(resourceName("amsterdam~dublin/tunnel/1", "peer"), "amsterdam_dublin-tunnel-1-peer");
  });

  it("are legal, and leave room for the suffix of automatic naming", () => {
    fc.assert(
      fc.property(member, member, (one, other) => {
        const name = resourceName(`${one}~${other}/tunnel/1`, "connection");
        assert.match(name, /^[a-z0-9][-_a-z0-9]{0,71}$/);
      }),
    );
  });

  it("of two links are never the same, whatever dashes the members have", () => {
    fc.assert(
      fc.property(fc.tuple(member, member), fc.tuple(member, member), (one, other) => {
        fc.pre(one.join("~") !== other.join("~"));
        const name = (pair: string[]) => resourceName(`${pair.join("~")}/tunnel/1`, "peer");
        assert.notEqual(name(one), name(other));
      }),
    );
  });

  it("that are too long differ by more than their beginning", () => {
    assert.notEqual(shortened("kv-amsterdam-production-1", 16), shortened("kv-amsterdam-production-2", 16));
    assert.ok(shortened("kv-amsterdam-production-1", 16).length <= 16);
  });
});
