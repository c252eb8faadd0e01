import type { OrUnknown } from "./resource";
import { isUnknown, UNKNOWN } from "./resource";

/** Properties of a resource, or of an object inside them. */
export type Props = Record<string, unknown>;

/**
 * What stands at `path` (`bgp.asn`, `interfaces.0.ipAddress`): `undefined` where nothing is set, UNKNOWN where the value
 * or anything above it is not known yet. Never throws, whatever the properties are.
 */
export function valueAt(props: unknown, path: string): unknown {
  let value = props;
  for (const key of path.split(".")) {
    if (isUnknown(value)) return UNKNOWN;
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, key) ? (value as Props)[key] : undefined;
  }
  return value ?? undefined;
}

/** A text; UNKNOWN where something else stands there, since it is set but cannot be judged. */
export function text(props: unknown, path: string): OrUnknown<string> | undefined {
  const value = valueAt(props, path);
  return value === undefined || typeof value === "string" ? value : UNKNOWN;
}

/** A number, also one written as text: Pulumi programs in YAML and some providers do. */
export function number(props: unknown, path: string): OrUnknown<number> | undefined {
  const value = valueAt(props, path);
  if (typeof value === "string" && /^\d+$/.test(value)) return Number(value);
  return value === undefined || typeof value === "number" ? value : UNKNOWN;
}

/** A truth value, also one written as text. */
export function flag(props: unknown, path: string): OrUnknown<boolean> | undefined {
  const value = valueAt(props, path);
  if (value === "true" || value === "false") return value === "true";
  return value === undefined || typeof value === "boolean" ? value : UNKNOWN;
}

/** A list; its elements are not judged. */
export function list(props: unknown, path: string): OrUnknown<unknown[]> | undefined {
  const value = valueAt(props, path);
  return value === undefined || Array.isArray(value) ? value : UNKNOWN;
}

/** A list of texts; UNKNOWN as a whole where one of them is. */
export function texts(props: unknown, path: string): OrUnknown<string[]> | undefined {
  const values = list(props, path);
  if (values === undefined || isUnknown(values)) return values;
  return values.every((value): value is string => typeof value === "string") ? values : UNKNOWN;
}
