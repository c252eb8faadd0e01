import type { Fault } from "../errors";

/** What a wanted key asks of a value that it already has. */
export interface Terms<V> {
  /** Whether a value in use may stay; false only where it cannot work any more. */
  stays(value: V): boolean;
  /** Whether a value that was removed may be given back. */
  returns(value: V): boolean;
}

/** What one section of a lock holds. */
export interface Held<V> {
  live: ReadonlyMap<string, V>;
  removed: ReadonlyMap<string, V>;
}

/** One section of a lock, after what is wanted now was compared with what it held. */
export interface Renewed<V> {
  live: Map<string, V>;
  removed: Map<string, V>;
  /** Keys that need a value, sorted. */
  missing: string[];
  /** Keys given back what they had before they were removed. */
  revived: string[];
  /** Keys that were live and are wanted no more. */
  gone: string[];
}

/** A section after its missing keys were served, and what could not be. */
export type Served<V> = Renewed<V> & { faults: Fault[] };

/** Keeps what is wanted and stands, gives back what was removed, and removes what is wanted no more. */
export function renew<V>({ live, removed }: Held<V>, wanted: ReadonlyMap<string, Terms<V>>): Renewed<V> {
  const result: Renewed<V> = { live: new Map(), removed: new Map(), missing: [], revived: [], gone: [] };
  for (const [key, value] of live) {
    const terms = wanted.get(key);
    if (terms?.stays(value)) result.live.set(key, value);
    else if (!terms) {
      result.removed.set(key, value);
      result.gone.push(key);
    }
  }
  for (const [key, value] of removed) {
    if (live.has(key)) continue;
    const terms = wanted.get(key);
    if (!terms) result.removed.set(key, value);
    else if (terms.returns(value)) {
      result.live.set(key, value);
      result.revived.push(key);
    }
  }
  result.missing = [...wanted.keys()].filter((key) => !result.live.has(key)).sort(byText);
  return result;
}

/** Order of code units: the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same map in order of its keys. */
export function sorted<V>(map: ReadonlyMap<string, V>): Map<string, V> {
  return new Map([...map].sort(([a], [b]) => byText(a, b)));
}
