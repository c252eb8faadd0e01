import { createECDH, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

/** Curves of terraform-provider-tls, in node's and in JSON Web Key's words, with the bytes of a key. */
const CURVES: Record<string, { node: string; jwk: string; bytes: number }> = {
  P256: { node: "prime256v1", jwk: "P-256", bytes: 32 },
  P384: { node: "secp384r1", jwk: "P-384", bytes: 48 },
  P521: { node: "secp521r1", jwk: "P-521", bytes: 66 },
};

/** A real private key out of hexadecimal digits: the same for the same. */
export function ellipticKey(curve: string, digits: string): KeyObject {
  const form = CURVES[curve];
  if (!form) throw new Error(`the simulated clouds make no ${curve} keys`);
  // Less than any of the curves' orders, since the first byte is zero.
  const d = Buffer.alloc(form.bytes);
  Buffer.from(digits.repeat(3), "hex").copy(d, 1);
  const exchange = createECDH(form.node);
  exchange.setPrivateKey(d);
  const point = exchange.getPublicKey();
  const part = (bytes: Buffer) => bytes.toString("base64url");
  const x = part(point.subarray(1, 1 + form.bytes));
  const y = part(point.subarray(1 + form.bytes));
  return createPrivateKey({ key: { kty: "EC", crv: form.jwk, d: part(d), x, y }, format: "jwk" });
}

export function publicPem(key: KeyObject): string {
  return String(createPublicKey(key).export({ type: "spki", format: "pem" }));
}
