import { hkdfSync } from "node:crypto";

/** 64 characters, as Submariner's own command makes it ("Deploying with Helm", submariner.io, 2026-11-23). */
const PSK_BYTES = 32;

/**
 * The key by which gateways know one another, out of a secret that all clusters of the mesh have already: it must be the same
 * everywhere, and none waits for another's. HKDF (RFC 5869) keeps the source itself from being learned.
 *
 * @param generation raised by one to rotate, in all clusters at once.
 * @returns 64 hexadecimal digits
 */
export function submarinerPsk(secret: string, generation = 1): string {
  const key = hkdfSync("sha256", secret, "", `isthmus submariner psk ${generation}`, PSK_BYTES);
  return Buffer.from(key).toString("hex");
}
