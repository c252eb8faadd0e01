import assert from "node:assert/strict";
import { slotHash } from "../../../network/address/slot-hash";

describe("the hash of a name", () => {
  it("is FNV-1a, so that every release begins its search where the last one did", () => {
    // From the algorithm's own test vectors (draft-eastlake-fnv).
    assert.equal(slotHash(""), 0x811c9dc5);
    assert.equal(slotHash("a"), 0xe40c292c);
    assert.equal(slotHash("foobar"), 0xbf9cf968);
  });
});
