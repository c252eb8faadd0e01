import { parseCidr } from "../address/cidr";

/** IPv4 addresses from `first` to `last`, both within, as numbers: meshes carry no IPv6 yet. */
export interface Interval {
  first: number;
  last: number;
}

/** A range with its length: the longer one wins where two hold an address. */
export interface Prefix extends Interval {
  text: string;
  length: number;
}

/** `undefined` for a text that is no canonical IPv4 range: another rule judges that. */
export function prefixOf(text: string): Prefix | undefined {
  const parsed = parseCidr(text);
  if ("fault" in parsed || parsed.version === 6) return undefined;
  return { text, length: parsed.prefix, first: Number(parsed.first), last: Number(parsed.last) };
}

export function holds(outer: Interval, inner: Interval): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function meets(one: Interval, other: Interval): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** The same addresses in as few intervals as can be, in order. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const all: Interval[] = [];
  for (const { first, last } of [...intervals].sort((one, other) => one.first - other.first)) {
    const before = all.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else all.push({ first, last });
  }
  return all;
}

/** Whether every address of `inner` lies in one of several intervals, which may adjoin or overlap. */
export function holdTogether(outers: readonly Interval[], inner: Interval): boolean {
  return joined(outers).some((outer) => holds(outer, inner));
}

/** Whether one of several intervals, sorted and apart from each other, holds another. */
export function isWithin(apart: readonly Interval[], inner: Interval): boolean {
  let [low, high] = [0, apart.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((apart[middle]?.first ?? 0) <= inner.first) low = middle + 1;
    else high = middle;
  }
  const outer = apart[low - 1];
  return outer !== undefined && holds(outer, inner);
}

/** An interval cut at every border of a prefix that lies inside it: each part is treated alike by all of them. */
export function cut(interval: Interval, borders: readonly number[]): Interval[] {
  const parts: Interval[] = [];
  let first = interval.first;
  for (let at = firstAbove(borders, interval.first); at < borders.length; at++) {
    const border = borders[at] ?? Number.POSITIVE_INFINITY;
    if (border > interval.last) break;
    parts.push({ first, last: border - 1 });
    first = border;
  }
  return [...parts, { first, last: interval.last }];
}

/** Where each prefix begins, and where what follows it does: sorted, each once. */
export function bordersOf(prefixes: readonly Interval[]): number[] {
  const borders = new Set(prefixes.flatMap(({ first, last }) => [first, last + 1]));
  return [...borders].sort((one, other) => one - other);
}

/** Place of the first number above a value, in a sorted list. */
export function firstAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The longest that hold the interval; several of one length together. */
export function longest<T extends Prefix>(prefixes: readonly T[], inner: Interval): T[] {
  let best: T[] = [];
  for (const prefix of prefixes) {
    if (!holds(prefix, inner)) continue;
    const length = best[0]?.length ?? -1;
    if (prefix.length > length) best = [prefix];
    else if (prefix.length === length) best.push(prefix);
  }
  return best;
}
