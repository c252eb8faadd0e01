import { hkdfSync } from "node:crypto";

/** As long as the keys that Weave derives from it ("How Weave Implements Encryption", rajch.github.io/weave): no part of it is guessed. */
const BYTES = 32;

/**
 * Password of a Weave network, out of a secret that its cluster has already. HKDF (RFC 5869) keeps the source itself from being
 * learned. All nodes of a network must have the same.
 */
export function weavePassword(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", "isthmus weave password 1", BYTES)).toString("hex");
}
