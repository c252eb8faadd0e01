import { alignUp, type Block, firstFree, type Occupied } from "./occupied";

/**
 * A free aligned block of a size in some zones: the slots of all zones are one row, the search begins at the
 * hash modulo their number and goes round once.
 */
export function probe(
  occupied: Occupied,
  zones: readonly Block[],
  size: number,
  hash: number,
): Block | undefined {
  const rows = zones.map((zone) => slotsOf(zone, size)).filter((row) => row.count > 0);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  if (total === 0) return undefined;
  for (const part of fromSlot(rows, hash % total, size)) {
    const block = firstFree(occupied, part, size);
    if (block) return block;
  }
  return undefined;
}

interface Row {
  first: number;
  count: number;
}

function slotsOf({ first, last }: Block, size: number): Row {
  const start = alignUp(first, size);
  return { first: start, count: Math.max(0, Math.floor((last + 1 - start) / size)) };
}

/**
 * The zones once round from a slot: the rest of its own, those after, those before, the beginning of its own.
 */
function fromSlot(rows: readonly Row[], slot: number, size: number): Block[] {
  const whole = rows.map(({ first, count }) => ({ first, last: first + count * size - 1 }));
  let before = 0;
  const index = rows.findIndex((row) => {
    before += row.count;
    return slot < before;
  });
  const own = whole[index];
  const row = rows[index];
  if (!own || !row) return whole;
  const start = own.first + (slot - (before - row.count)) * size;
  return [
    { first: start, last: own.last },
    ...whole.slice(index + 1),
    ...whole.slice(0, index),
    { first: own.first, last: start - 1 },
  ];
}
