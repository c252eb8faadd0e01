import assert from "node:assert/strict";
import { vpnEndsAgreeRule as rule } from "../../../policies/encryption/vpn-ends-agree";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("encryption-vpn-ends-agree", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses two clouds' ends that share no group", () => {
    const { stack } = judged(rule, set("tunnel-1", "cipherSuite.phase2.pfs", ["Group-21"]));
    assert.equal(stack.length, 1);
    assert.match(stack[0] ?? "", /tunnel-1/);
    assert.match(stack[0] ?? "", /tunnel 1 of connection/);
  });

  it("refuses a session that waits for another ASN", () => {
    assert.equal(judged(rule, set("session-2", "peerAsn", 64999)).stack.length, 1);
  });

  it("does not pass an ASN or an address that is not known", () => {
    for (const [part, path] of [
      ["router", "bgp"],
      ["session-1", "peerIpAddress"],
    ] as const) {
      const { stack } = judged(rule, set(part, path, UNKNOWN_TEXT));
      assert.ok(
        stack.some((line) => /^tunnel-1: .* is not known before apply/.test(line)),
        `${part}: ${stack}`,
      );
    }
  });
});
