import { isNote, isObject, isUnknown, type Properties, plain, sameValue } from "./properties";

/** One difference, by the path that Pulumi prints: `tags["a/b"]`, `subnetIds[2]`. */
export interface Difference {
  path: string;
  kind: "add" | "delete" | "update";
  /** It cannot be made in place. */
  replaces: boolean;
}

interface Step {
  key: string | number;
}

/**
 * What differs between the inputs before and after, sorted as they stand. A property that was not given before and is now
 * given the value that the cloud had chosen is no reason to replace.
 */
export function differences(
  before: Properties,
  after: Properties,
  outputs: Properties,
  immutable: string[],
): Difference[] {
  return pairs(before, after, []).map(({ steps, old, now }) => {
    const first = String(steps[0]?.key);
    const chosen = before[first] === undefined && sameValue(outputs[first], after[first]);
    return {
      path: printed(steps),
      kind: old === undefined ? "add" : now === undefined ? "delete" : "update",
      replaces: !chosen && immutable.some((path) => touches(path, steps)),
    };
  });
}

interface Pair {
  steps: Step[];
  old: unknown;
  now: unknown;
}

function pairs(before: unknown, after: unknown, steps: Step[]): Pair[] {
  const old = plain(before);
  const now = plain(after);
  if (sameValue(old, now)) return [];
  if (isObject(old) && isObject(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !isNote(key));
    return keys.flatMap((key) => pairs(old[key], now[key], [...steps, { key }]));
  }
  if (Array.isArray(old) && Array.isArray(now)) {
    const length = Math.max(old.length, now.length);
    return Array.from({ length }, (_, key) => pairs(old[key], now[key], [...steps, { key }])).flat();
  }
  return [{ steps, old, now }];
}

/** Whether a difference lies at or under an immutable path, or takes it along. */
function touches(path: string, steps: Step[]): boolean {
  const wanted = path.replaceAll("[*]", ".[*]").split(".");
  return wanted.every((step, index) => {
    const own = steps[index];
    if (!own) return true;
    return typeof own.key === "number" ? step === "[*]" || step === "*" : step === own.key || step === "*";
  });
}

function printed(steps: Step[]): string {
  return steps
    .map(({ key }, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `["${key}"]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

/** Whether anything in it is not known yet. */
export function holdsUnknown(value: unknown): boolean {
  const bare = plain(value);
  if (isUnknown(bare)) return true;
  if (Array.isArray(bare)) return bare.some(holdsUnknown);
  return isObject(bare) && Object.values(bare).some(holdsUnknown);
}
