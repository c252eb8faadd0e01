import assert from "node:assert/strict";
import fc from "fast-check";
import { formatAddress, parseAddress } from "../../../network/address/address";

describe("an address", () => {
  it("is read in version 4 and 6", () => {
    assert.deepEqual(parseAddress("10.64.0.10"), { version: 4, value: 0x0a40000an });
    assert.deepEqual(parseAddress("fd00::1"), { version: 6, value: (0xfdn << 120n) + 1n });
  });

  it("is refused in any spelling but the canonical", () => {
    for (const text of [
      "",
      "10.0.0",
      "010.0.0.1",
      "10.0.0.256",
      "10.0.0.1/32",
      "FD00::1",
      "fd00:0::1",
      "fe80::1%eth0",
    ]) {
      assert.equal(parseAddress(text), undefined, text);
    }
  });

  it("comes back from its text", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 32n - 1n), (value) => {
        assert.deepEqual(parseAddress(formatAddress(4, value)), { version: 4, value });
      }),
    );
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 128n - 1n), (value) => {
        const text = formatAddress(6, value);
        assert.deepEqual(parseAddress(text), { version: 6, value }, text);
      }),
    );
  });
});
