import type { Cidr } from "./cidr";

/**
 * Every pair that shares an address, each once, the one that holds the other first. IPv4 and IPv6 never meet.
 *
 * Ranges nest or are disjoint, so in the order of their first addresses those that hold the present one are a
 * stack: O(n log n + pairs). The pairs come in that order too, whatever the order of the input; only equal
 * ranges keep theirs.
 */
export function overlaps<T extends { cidr: Cidr }>(ranges: readonly T[]): [outer: T, inner: T][] {
  const pairs: [T, T][] = [];
  const open: T[] = [];
  for (const range of [...ranges].sort((a, b) => compareCidrs(a.cidr, b.cidr))) {
    for (let top = open.at(-1); top && endsBefore(top.cidr, range.cidr); top = open.at(-1)) open.pop();
    for (const outer of open) pairs.push([outer, range]);
    open.push(range);
  }
  return pairs;
}

/** IPv4 first, then by first address, the larger of two that begin together first. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (a.version !== b.version) return a.version - b.version;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}

function endsBefore(a: Cidr, b: Cidr): boolean {
  return a.version !== b.version || a.last < b.first;
}
