import assert from "node:assert/strict";
import { ipsecKeys } from "../../../agents/cilium/ipsec-key";

describe("Cilium's IPsec keys", () => {
  it("have the form that the agent reads, with a key for each pair of nodes", () => {
    assert.match(ipsecKeys("a secret"), /^1\+ rfc4106\(gcm\(aes\)\) [0-9a-f]{40} 128$/);
  });

  it("are the same in every cluster with the same secret, and others with another or when rotated", () => {
    assert.equal(ipsecKeys("a secret"), ipsecKeys("a secret"));
    assert.notEqual(ipsecKeys("a secret"), ipsecKeys("another"));
    const key = (keys: string) => keys.split(" ")[2];
    assert.notEqual(key(ipsecKeys("a secret", 1)), key(ipsecKeys("a secret", 2)));
  });
});
