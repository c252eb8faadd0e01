import type { Fault } from "../errors";
import { cidr } from "./cidr";
import { entryName, type Section } from "./lock";
import type { LockEntry } from "./lock-form";
import { overlaps } from "./overlap";

/** Sections where no two entries may hold the same value. */
const UNIQUE: readonly Section[] = ["asns", "clusterIds", "addresses", "insides"];

/**
 * What two entries of one lock cannot both have. It comes of two branches that allocated apart: git merges
 * their lines, and this tells what it could not see. Removed entries count, for their values are still
 * reserved.
 */
export function lockConflicts(entries: readonly LockEntry[]): Fault[] {
  return [...twice(entries), ...overlapping(entries), ...equal(entries)].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
}

function twice(entries: readonly LockEntry[]): Fault[] {
  return pairsWithEqual(entries, ({ section, key }) => `${section} ${key}`).map(([first, second]) =>
    conflict(first, second, `stands twice, as ${described(first)} and as ${described(second)}`),
  );
}

function overlapping(entries: readonly LockEntry[]): Fault[] {
  const ranges = entries
    .filter((entry) => entry.section === "ranges")
    .map((entry) => ({ entry, cidr: cidr(entry.value) }));
  return overlaps(ranges)
    .map(([outer, inner]) => [outer.entry, inner.entry] as const)
    .filter(([a, b]) => a.key !== b.key)
    .map(([a, b]) => {
      const [first, second] = a.line < b.line ? [a, b] : [b, a];
      return conflict(first, second, `${described(second)} overlaps ${named(first)} ${described(first)}`);
    });
}

function equal(entries: readonly LockEntry[]): Fault[] {
  const unique = entries.filter((entry) => UNIQUE.includes(entry.section));
  return pairsWithEqual(unique, ({ section, value }) => `${section} ${value}`)
    .filter(([first, second]) => first.key !== second.key)
    .map(([first, second]) =>
      conflict(first, second, `${described(second)} is also that of ${named(first)}, ${described(first)}`),
    );
}

/** Each entry with the first before it that is equal in some way. */
function pairsWithEqual(
  entries: readonly LockEntry[],
  identity: (entry: LockEntry) => string,
): [LockEntry, LockEntry][] {
  const seen = new Map<string, LockEntry>();
  return entries.flatMap((entry): [LockEntry, LockEntry][] => {
    const before = seen.get(identity(entry));
    if (before) return [[before, entry]];
    seen.set(identity(entry), entry);
    return [];
  });
}

function conflict(first: LockEntry, second: LockEntry, what: string): Fault {
  const mend =
    "remove one of the two lines, of the one that is not applied yet, and run `isthmus plan --write`";
  return {
    line: second.line,
    column: second.column,
    path: second.section,
    message: `${named(second)} ${what} (line ${first.line}); ${mend}`,
  };
}

function named({ section, key }: LockEntry): string {
  return entryName(section, key);
}

function described({ value, removed }: LockEntry): string {
  return removed ? `${value} (removed, still reserved)` : value;
}
