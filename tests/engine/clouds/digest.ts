import { createHash } from "node:crypto";

/** 64 hexadecimal digits of the parts: the same for the same, so that nothing in the clouds is random. */
export function digestOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/** A GUID out of a digest. */
export function guid(digest: string): string {
  const part = (from: number, to: number) => digest.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}

/** Decimal digits out of a digest, the first not zero. */
export function digits(digest: string, count: number): string {
  const number = (BigInt(`0x${digest}`) % 10n ** BigInt(count - 1)).toString().padStart(count - 1, "0");
  return `${1 + (Number.parseInt(digest.slice(0, 2), 16) % 9)}${number}`;
}

/** How many addresses {@link outsideAddress} knows. */
export const OUTSIDE_ADDRESSES = 2 ** 17;

/** An address of 198.18.0.0/15, which no network has (RFC 2544): stands for a public one. */
export function outsideAddress(index: number): string {
  const number = index % OUTSIDE_ADDRESSES;
  return `198.${18 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`;
}
