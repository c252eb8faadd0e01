import { Address6 } from "ip-address";

/** An address as a number: 32 bits in version 4, 128 in version 6. */
export interface Address {
  version: 4 | 6;
  value: bigint;
}

const OCTET = "(0|[1-9]\\d{0,2})";
const IPV4 = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`);

/** Bits of an address. */
export function bitsOf(version: 4 | 6): 32 | 128 {
  return version === 4 ? 32 : 128;
}

/** Canonical text, in version 6 as RFC 5952 has it. */
export function formatAddress(version: 4 | 6, value: bigint): string {
  if (version === 6) return Address6.fromBigInt(value).correctForm();
  const bits = Number(value);
  return `${Math.floor(bits / 2 ** 24)}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;
}

/** `undefined` where the text is no address, or not its canonical text. */
export function parseAddress(text: string): Address | undefined {
  if (!text.includes(":")) {
    const value = ipv4Value(IPV4.exec(text));
    return value === undefined ? undefined : { version: 4, value: BigInt(value) };
  }
  const parsed = readAddress6(text);
  return parsed?.correctForm() === text ? { version: 6, value: parsed.bigInt() } : undefined;
}

/** The value of four octets, the groups 1 to 4 of a match; `undefined` where one is over 255. */
export function ipv4Value(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [a, b, c, d] = [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])];
  if (a > 255 || b > 255 || c > 255 || d > 255) return undefined;
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
}

/** Version 6 in any spelling, with or without a prefix length; `undefined` where it is none. */
export function readAddress6(text: string): Address6 | undefined {
  try {
    return new Address6(text);
  } catch {
    return undefined;
  }
}
