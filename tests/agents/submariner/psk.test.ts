import assert from "node:assert/strict";
import fc from "fast-check";
import { submarinerPsk } from "../../../agents/submariner/psk";

describe("Submariner's key", () => {
  it("is the same in every cluster of a mesh, and 64 letters and digits", () => {
    fc.assert(
      fc.property(fc.string(), (secret) => {
        assert.match(submarinerPsk(secret), /^[0-9a-f]{64}$/);
        assert.equal(submarinerPsk(secret), submarinerPsk(secret));
      }),
    );
  });

  it("is another for another mesh, and after each rotation", () => {
    const keys = [submarinerPsk("one"), submarinerPsk("other"), submarinerPsk("one", 2)];
    assert.equal(new Set(keys).size, 3);
  });
});
