import assert from "node:assert/strict";
import { vpnIkev2Rule as rule } from "../../../policies/encryption/vpn-ikev2";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("encryption-vpn-ikev2", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses IKEv1, before the resource is made", () => {
    const { stack, resource } = judged(rule, set("tunnel-1", "ikeVersion", 1));
    assert.match(stack[0] ?? "", /^tunnel-1: tunnel 1 of tunnel-1 .* takes IKEv1; allow IKEv2 only/);
    assert.equal(resource.length, 1);
  });

  it("refuses a tunnel that leaves the version to AWS", () => {
    const { stack } = judged(rule, set("connection", "tunnel2IkeVersions", undefined));
    assert.match(
      stack[0] ?? "",
      /^connection: tunnel 2 of connection .* leaves the IKE version to the cloud/,
    );
  });

  it("does not pass a version that is not known", () => {
    for (const value of [UNKNOWN_TEXT, [UNKNOWN_TEXT]]) {
      const { stack, resource } = judged(rule, set("connection", "tunnel1IkeVersions", value));
      for (const said of [stack, resource]) {
        assert.match(said[0] ?? "", /^connection: tunnel 1's IKE versions of .* is not known before apply/);
      }
    }
  });
});
