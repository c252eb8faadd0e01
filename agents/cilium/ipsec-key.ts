import { hkdfSync } from "node:crypto";

/** AES-128 key and four bytes of salt, for `rfc4106(gcm(aes))` (RFC 4106, section 8.1). */
const KEY_BYTES = 20;

/**
 * Content of Cilium's IPsec secret, out of a secret that all clusters of the mesh have already: every cluster must hold
 * the same keys ("IPsec Transparent Encryption", Cilium docs), and none waits for another's. HKDF (RFC 5869) keeps the
 * source itself from being learned. The form is `<key id>+ <algorithm> <key in hex> <bits>`; `+` makes the agents derive
 * a key for each pair of nodes (GHSA-pwqm-x5x6-5586).
 *
 * @param generation key id, 1-15, raised by one to rotate.
 */
export function ipsecKeys(secret: string, generation = 1): string {
  const key = hkdfSync("sha256", secret, "", `isthmus cilium ipsec ${generation}`, KEY_BYTES);
  return `${generation}+ rfc4106(gcm(aes)) ${Buffer.from(key).toString("hex")} 128`;
}
