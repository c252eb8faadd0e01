import assert from "node:assert/strict";
import { vpnStrongRule as rule } from "../../../policies/encryption/vpn-strong";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("encryption-vpn-strong", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses a weak cipher, before the resource is made", () => {
    const { stack, resource } = judged(rule, set("connection", "tunnel2Phase1DhGroupNumbers", [20, 2]));
    for (const said of [stack, resource]) assert.match(said[0] ?? "", /^connection: tunnel 2 of connection/);
  });

  it("refuses a role that is left to the cloud", () => {
    assert.equal(judged(rule, set("tunnel-1", "cipherSuite", undefined)).stack.length, 1);
  });

  it("does not pass a cipher that is not known", () => {
    const { stack, resource } = judged(rule, set("tunnel-1", "cipherSuite.phase1.dhs", [UNKNOWN_TEXT]));
    for (const said of [stack, resource]) {
      assert.match(
        said[0] ?? "",
        /^tunnel-1: tunnel 1's phase 1 Diffie-Hellman group of .* is not known before apply/,
      );
    }
  });
});
