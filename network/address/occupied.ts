/** Addresses from first to last, both within. */
export interface Block {
  first: number;
  last: number;
}

/**
 * What is taken of the IPv4 addresses: in order, none touching the next, so that a look-up is a binary
 * search.
 */
export type Occupied = Block[];

/** Takes a block; it may overlap what is taken. */
export function occupy(occupied: Occupied, { first, last }: Block): void {
  const from = firstEndingFrom(occupied, first - 1);
  const touched = occupied.slice(from, firstBeyond(occupied, from, last + 1));
  const merged = {
    first: Math.min(first, touched[0]?.first ?? first),
    last: Math.max(last, touched.at(-1)?.last ?? last),
  };
  occupied.splice(from, touched.length, merged);
}

/** The first block taken that shares an address with this one. */
export function occupant(occupied: Occupied, block: Block): Block | undefined {
  const found = occupied[firstEndingFrom(occupied, block.first)];
  return found && found.first <= block.last ? found : undefined;
}

/**
 * The first free block of a size, a power of two, aligned to it, inside a zone. Steps from one taken block to
 * the next.
 */
export function firstFree(occupied: Occupied, zone: Block, size: number): Block | undefined {
  let first = alignUp(zone.first, size);
  while (first + size - 1 <= zone.last) {
    const block = { first, last: first + size - 1 };
    const taken = occupant(occupied, block);
    if (!taken) return block;
    first = alignUp(taken.last + 1, size);
  }
  return undefined;
}

/** Size of the largest free aligned block inside a zone, at most `most`; 0 where there is none. */
export function largestFree(occupied: Occupied, zone: Block, most: number): number {
  for (let size = most; size >= 1; size /= 2) if (firstFree(occupied, zone, size)) return size;
  return 0;
}

export function alignUp(address: number, size: number): number {
  return Math.ceil(address / size) * size;
}

/** Index of the first block that ends at or after an address. */
function firstEndingFrom(occupied: Occupied, address: number): number {
  let low = 0;
  let high = occupied.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occupied[middle]?.last ?? 0) < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index, from another on, of the first block that begins after an address. */
function firstBeyond(occupied: Occupied, from: number, address: number): number {
  let index = from;
  for (let block = occupied[index]; block && block.first <= address; block = occupied[index]) index++;
  return index;
}
