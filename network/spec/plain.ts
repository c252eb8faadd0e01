/** Paths of parts of a value that YAML could not hold: functions, promises, a component's outputs. */
export function notPlainIn(value: unknown, at: PropertyKey[] = []): PropertyKey[][] {
  if (Array.isArray(value)) return value.flatMap((element, index) => notPlainIn(element, [...at, index]));
  if (typeof value === "object" && value !== null) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return [at];
    return Object.entries(value).flatMap(([key, inner]) => notPlainIn(inner, [...at, key]));
  }
  return value === null || ["string", "number", "boolean", "undefined"].includes(typeof value) ? [] : [at];
}
