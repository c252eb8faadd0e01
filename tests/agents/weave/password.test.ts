import assert from "node:assert/strict";
import { ipsecKeys } from "../../../agents/cilium/ipsec-key";
import { weavePassword } from "../../../agents/weave/password";

describe("a Weave network's password", () => {
  it("is the same for the same source, 256 bits of hex, and tells nothing of it", () => {
    assert.equal(weavePassword("a source"), weavePassword("a source"));
    assert.match(weavePassword("a source"), /^[0-9a-f]{64}$/);
    assert.notEqual(weavePassword("a source"), weavePassword("another"));
  });

  it("is no part of what another agent makes of the same source", () => {
    const [, , key = ""] = ipsecKeys("a source").split(" ");
    assert.ok(key.length > 0 && !weavePassword("a source").includes(key));
  });
});
