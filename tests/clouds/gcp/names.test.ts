import assert from "node:assert/strict";
import fc from "fast-check";
import { accountName, labelsOf, resourceName } from "../../../clouds/gcp/names";

/** Members' names, those with two dashes and of full length among them. */
const member = fc.stringMatching(/^[a-z]([-a-z0-9]{0,30}[a-z0-9])?$/);

describe("names in Google Cloud", () => {
  it("are readable where they fit", () => {
    assert.equal(resourceName("dublin~frankfurt-1"), "dublin--frankfurt-1");
    assert.equal(accountName("frankfurt-nodes"), "frankfurt-nodes");
  });

  it("are legal, and leave room for the suffix of automatic naming", () => {
    fc.assert(
      fc.property(member, member, (one, other) => {
        assert.match(resourceName(`${one}~${other}-1`), /^[a-z][-a-z0-9]{0,53}[a-z0-9]$/);
        assert.match(accountName(`${one}-nodes`), /^[a-z][-a-z0-9]{0,20}[a-z0-9]$/);
      }),
    );
  });

  it("of two links are never the same, whatever dashes the members have", () => {
    assert.notEqual(resourceName("a--b~c"), resourceName("a~b--c"));
    fc.assert(
      fc.property(fc.tuple(member, member), fc.tuple(member, member), (one, other) => {
        fc.pre(one.join("~") !== other.join("~"));
        assert.notEqual(resourceName(one.join("~")), resourceName(other.join("~")));
      }),
    );
  });

  it("of labels keep what a label can hold", () => {
    assert.deepEqual(labelsOf({ "isthmus-member": "frankfurt", Owner: "Platform Team", "1st": "ß" }), {
      "isthmus-member": "frankfurt",
      owner: "platform-team",
      x1st: "-",
    });
    assert.deepEqual(labelsOf(undefined), {});
  });
});
