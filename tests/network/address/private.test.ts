import assert from "node:assert/strict";
import { isPrivate } from "../../../network/address/private";

const at = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

describe("a private address", () => {
  it("is one of RFC 1918's three ranges, to their last", () => {
    for (const text of ["10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.3.4"])
      assert.ok(isPrivate(at(text)), text);
    for (const text of ["9.255.255.255", "11.0.0.0", "172.15.0.1", "172.32.0.0", "192.169.0.0", "8.8.8.8"])
      assert.ok(!isPrivate(at(text)), text);
  });
});
