import fc from "fast-check";
import { inventory } from "../../inventory";
import { READ_TYPES } from "../../inventory/coverage";
import { type Resource, UNKNOWN } from "../../network/model/resource";
import { rules, violations } from "../../policies/rules";

/** Keys that a property may have and no reader may trip over. */
const KEYS = ["__proto__", "constructor", "toString", "length", "0", "", "then", "cidrBlock", "spec"];

/** Texts that are nearly right, or long. */
const TEXTS = [
  "10.0.0.0/33",
  "::/0",
  "0.0.0.0/0",
  "10.0.0.0/8".repeat(5_000),
  "urn:",
  "9".repeat(400),
  "\u0000",
  "1e999",
];

/** Anything at all that a state, a program or a hostile file can hold, down to some depth. */
export function hostileValue(): fc.Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<unknown>(
        ...TEXTS,
        UNKNOWN,
        null,
        undefined,
        -1,
        Number.NaN,
        2 ** 53,
        true,
        false,
        [],
        {},
      ),
      fc.string(),
      fc.integer(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 6 })), tie("value"), {
        maxKeys: 4,
      }),
      fc.constant(null).map(ring),
      fc.constant(null).map(() => deep(2_000)),
    ),
  }));
  return value;
}

/** One that holds itself. */
function ring(): unknown {
  const self: Record<string, unknown> = { list: [] as unknown[] };
  self.self = self;
  (self.list as unknown[]).push(self);
  return self;
}

function deep(levels: number): unknown {
  let value: unknown = "10.0.0.0/8";
  for (let level = 0; level < levels; level++) value = { values: value };
  return value;
}

/** A resource of a type that somebody reads, with hostile values where that somebody looks, and elsewhere. */
export function hostileResource(): fc.Arbitrary<Resource> {
  return fc
    .record({
      row: fc.constantFrom(...READ_TYPES),
      values: fc.array(hostileValue(), { minLength: 1, maxLength: 6 }),
      other: fc.dictionary(fc.constantFrom(...KEYS), hostileValue(), { maxKeys: 2 }),
      at: fc.nat(50),
      depends: fc.boolean(),
      name: fc.oneof(fc.constantFrom("one", "__proto__", ""), fc.string()),
    })
    .map(({ row, values, other, at, depends, name }) => {
      const props: Record<string, unknown> = {
        ...other,
        ...(row.chart === undefined ? {} : { chart: row.chart }),
      };
      for (const [index, value] of values.entries()) {
        const path = row.properties[(at + index) % Math.max(1, row.properties.length)]?.path ?? "spec";
        put(props, path.split("."), value);
      }
      const urn = `urn:pulumi:prod::hostile::${row.type}::${name}`;
      const keys = Object.keys(props);
      return {
        ...{ urn, type: row.type, name, custom: true, props, dependencies: depends ? [urn] : [] },
        propertyDependencies: depends
          ? Object.fromEntries(keys.map((key) => [key, [urn, "urn:nobody"]]))
          : {},
      };
    });
}

function put(into: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  if (rest[0] === "*") {
    const inner: Record<string, unknown> = {};
    if (rest.length > 1) put(inner, rest.slice(1), value);
    into[key] = rest.length > 1 ? [inner, value] : [value, value];
    return;
  }
  const before = into[key];
  const inner: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
  put(inner, rest, value);
  into[key] = inner;
}

/** The inventory of these resources, and every rule over it. */
export function judgeAll(resources: Resource[]): void {
  const network = inventory(resources);
  for (const rule of rules) violations(rule, network, {}, { today: "2026-11-24" });
}
