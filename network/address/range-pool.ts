import type { Fault } from "../errors";
import { type Cidr, cidr, cidrAt, contains, overlaps } from "./cidr";
import { DENIED_CIDRS } from "./denied";
import { byText, type Held, renew, type Served } from "./entries";
import { type Block, largestFree, type Occupied, occupy } from "./occupied";
import { compareCidrs } from "./overlap";
import { probe } from "./probe";
import { slotHash } from "./slot-hash";

/** A key that wants a range; `prefix` is for a new one only, what stands is never resized. */
export interface RangeRequest {
  key: string;
  prefix: number;
}

/**
 * Ranges of this length and longer are sought in the last quarter of a supernet first, so that they don't
 * break up the rest.
 */
const SMALL = 19;

/**
 * Ranges out of the supernets, apart from each other, from all that the lock still reserves, from what is to
 * be avoided and from what no cloud takes ({@link DENIED_CIDRS}). Large ones choose first; each begins its
 * search where its key's hash says. A range that stands is kept even where it now overlaps one that was
 * written by hand: moving it is no remedy, and a rule tells of the overlap.
 */
export function allocateRanges(
  held: Held<string>,
  requests: readonly RangeRequest[],
  supernets: readonly Cidr[],
  avoid: readonly Cidr[],
): Served<string> {
  const prefixes = new Map(requests.map(({ key, prefix }) => [key, prefix]));
  const terms = new Map(
    [...prefixes].map(([key, prefix]) => [
      key,
      { stays: () => true, returns: (text: string) => canReturn(cidr(text), prefix, supernets, avoid) },
    ]),
  );
  const renewed = renew(held, terms);
  if (renewed.missing.length === 0) return { ...renewed, faults: [] };

  const v6 = supernets.filter((supernet) => supernet.version === 6);
  if (v6.length > 0) return { ...renewed, faults: v6.map(notV4) };
  const spaces = disjoint(supernets).map(blockOf);
  const occupied: Occupied = [];
  const reserved = [...renewed.live.values(), ...renewed.removed.values()].map(cidr);
  for (const range of [...DENIED_CIDRS, ...avoid, ...reserved]) {
    if (range.version === 4) occupy(occupied, blockOf(range));
  }
  const failed: RangeRequest[] = [];
  const inOrder = renewed.missing
    .map((key) => ({ key, prefix: prefixes.get(key) ?? 32 }))
    .sort((a, b) => a.prefix - b.prefix || byText(a.key, b.key));
  for (const request of inOrder) {
    const block = freeBlock(occupied, spaces, request);
    if (block) {
      occupy(occupied, block);
      renewed.live.set(request.key, cidrAt(4, BigInt(block.first), request.prefix).text);
    } else failed.push(request);
  }
  return { ...renewed, faults: exhausted(failed, supernets, spaces, occupied, renewed.removed) };
}

function canReturn(range: Cidr, prefix: number, supernets: readonly Cidr[], avoid: readonly Cidr[]): boolean {
  return (
    range.prefix <= prefix &&
    supernets.some((supernet) => contains(supernet, range)) &&
    ![...avoid, ...DENIED_CIDRS].some((other) => overlaps(other, range))
  );
}

function freeBlock(occupied: Occupied, spaces: readonly Block[], request: RangeRequest): Block | undefined {
  const size = sizeOf(request.prefix);
  const hash = slotHash(request.key);
  const preferred = spaces.map((space) => preferredPart(space, request.prefix));
  return probe(occupied, preferred, size, hash) ?? probe(occupied, spaces, size, hash);
}

function preferredPart({ first, last }: Block, prefix: number): Block {
  const border = first + Math.floor((last - first + 1) / 4) * 3;
  return prefix >= SMALL ? { first: border, last } : { first, last: border - 1 };
}

/** Supernets in order, without those that lie in another. */
function disjoint(supernets: readonly Cidr[]): Cidr[] {
  const inOrder = [...supernets].sort(compareCidrs);
  return inOrder.filter((one, index) => !inOrder.slice(0, index).some((other) => contains(other, one)));
}

function blockOf(range: Cidr): Block {
  return { first: Number(range.first), last: Number(range.last) };
}

function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

function notV4(supernet: Cidr): Fault {
  return {
    path: "supernet",
    message: `${supernet.text} is IPv6; ranges are allocated in IPv4, for example 10.64.0.0/10`,
  };
}

/** One fault for each length that did not fit. */
function exhausted(
  failed: readonly RangeRequest[],
  supernets: readonly Cidr[],
  spaces: readonly Block[],
  occupied: Occupied,
  removed: ReadonlyMap<string, string>,
): Fault[] {
  const lengths = [...new Set(failed.map((request) => request.prefix))];
  const held = [...removed.values()].reduce((sum, text) => sum + sizeOf(cidr(text).prefix), 0);
  const where = supernets.map((supernet) => supernet.text).join(", ");
  return lengths.map((prefix) => {
    const keys = failed.filter((request) => request.prefix === prefix).map((request) => request.key);
    const largest = Math.max(0, ...spaces.map((space) => largestFree(occupied, space, sizeOf(prefix) / 2)));
    const left =
      largest === 0 ? "nothing is left" : `the largest free aligned block is /${32 - Math.log2(largest)}`;
    const many =
      keys.length > 1
        ? `${keys.length} blocks of /${prefix} (${keys.length * sizeOf(prefix)} addresses) are`
        : `a /${prefix} (${sizeOf(prefix)} addresses) is`;
    const mend = held > 0 ? `, or delete removed entries of the lock, which hold ${held} addresses` : "";
    return {
      path: "supernet",
      message: `no room for ${listed(keys)}: ${many} needed, in ${where} ${left}; add a supernet${mend}`,
    };
  });
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 3).join(", ");
  return keys.length > 3 ? `${shown} and ${keys.length - 3} more` : shown;
}
