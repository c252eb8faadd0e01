import { bitsOf, formatAddress, ipv4Value, parseAddress, readAddress6 } from "./address";
import { cidrFault } from "./cidr-fault";

export { formatAddress } from "./address";

/**
 * An address range with a length of a power of two, aligned to it. Two of one version nest or are disjoint.
 */
export interface Cidr {
  /** Canonical: host bits zero, no leading zeros, version 6 as RFC 5952 has it. */
  text: string;
  version: 4 | 6;
  /** First and last address, both within. */
  first: bigint;
  last: bigint;
  /** Prefix length, 0-32 or 0-128. */
  prefix: number;
}

/** Why a text is no canonical range, and what would be right: one clause, without a full stop. */
export interface CidrFault {
  fault: string;
}

const OCTET = "(0|[1-9]\\d{0,2})";
const IPV4 = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}/(0|[1-9]\\d?)$`);
const IPV6 = /^([0-9a-f:]+)\/(0|[1-9]\d{0,2})$/;

/** IPv4-mapped addresses, `::ffff:0:0/96`, without their last 32 bits. */
const MAPPED = 0xffffn;

/**
 * A range from canonical text. Strict, because clouds, routers and people read other spellings in different
 * ways (`010.0.0.0` is 8.0.0.0 to some): the length must be there, and IPv4 inside IPv6 is refused. Version 4
 * is read here, about ten times as fast as by the library that reads version 6.
 */
export function parseCidr(text: string): Cidr | CidrFault {
  return parseV4(text) ?? parseV6(text) ?? { fault: cidrFault(text) };
}

/**
 * A range from text that is known to be one.
 *
 * @throws RangeError where it is not
 */
export function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if ("fault" in parsed) throw new RangeError(parsed.fault);
  return parsed;
}

function parseV4(text: string): Cidr | undefined {
  const match = IPV4.exec(text);
  const first = ipv4Value(match);
  const prefix = Number(match?.[5]);
  if (first === undefined || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  if (first % size !== 0) return undefined;
  return { text, version: 4, first: BigInt(first), last: BigInt(first + size - 1), prefix };
}

function parseV6(text: string): Cidr | undefined {
  const [, addressText, prefixText] = IPV6.exec(text) ?? [];
  const address = addressText === undefined ? undefined : readAddress6(addressText);
  const prefix = Number(prefixText);
  if (!address || prefix > 128 || address.correctForm() !== addressText) return undefined;
  const first = address.bigInt();
  const size = 1n << BigInt(128 - prefix);
  if (first % size !== 0n || (prefix >= 96 && first >> 32n === MAPPED)) return undefined;
  return { text, version: 6, first, last: first + size - 1n, prefix };
}

/** The range of a length that begins at an address, which must be aligned to it. */
export function cidrAt(version: 4 | 6, first: bigint, prefix: number): Cidr {
  const size = 1n << BigInt(bitsOf(version) - prefix);
  return {
    text: `${formatAddress(version, first)}/${prefix}`,
    version,
    first,
    last: first + size - 1n,
    prefix,
  };
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether the two share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.version === b.version && a.first <= b.last && b.first <= a.last;
}

/** Whether an address lies in a range; false for a text that is no canonical address. */
export function addressIn(text: string, range: Cidr): boolean {
  const address = parseAddress(text);
  return address?.version === range.version && range.first <= address.value && address.value <= range.last;
}

/**
 * Text of the nth address of a range, from 0; from the end where `n` is negative: -1 is the last.
 *
 * @throws RangeError where the range has not so many
 */
export function hostOf(range: Cidr, n: number): string {
  const value = n < 0 ? range.last + 1n + BigInt(n) : range.first + BigInt(n);
  if (value < range.first || value > range.last) throw new RangeError(`${range.text} has no address ${n}`);
  return formatAddress(range.version, value);
}

/**
 * The nth subnet of a length, from 0.
 *
 * @throws RangeError where the range has not so many
 */
export function nthSubnet(range: Cidr, prefix: number, n: number): Cidr {
  const size = 1n << BigInt(Math.max(0, bitsOf(range.version) - prefix));
  const first = range.first + BigInt(n) * size;
  if (prefix < range.prefix || prefix > bitsOf(range.version) || n < 0 || first > range.last) {
    throw new RangeError(`${range.text} has no subnet ${n} of /${prefix}`);
  }
  return cidrAt(range.version, first, prefix);
}

/**
 * All subnets of a length, in order, made as they are asked for; none where the length is shorter than the
 * range's.
 */
export function* subdivide(range: Cidr, prefix: number): Generator<Cidr, void, undefined> {
  if (prefix < range.prefix || prefix > bitsOf(range.version)) return;
  const size = 1n << BigInt(bitsOf(range.version) - prefix);
  for (let first = range.first; first <= range.last; first += size)
    yield cidrAt(range.version, first, prefix);
}
