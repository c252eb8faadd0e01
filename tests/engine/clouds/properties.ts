import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isUnknownText, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_TEXT } from "../../../recorder/wire";

/** Properties of a resource in Pulumi's wire form (secrets wrapped) or plain; each function says which it takes. */
export type Properties = Record<string, unknown>;

/** What stands for a value that only an update will know. */
export const UNKNOWN_VALUE = UNKNOWN_TEXT;

export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A request's properties in wire form; absent is empty. */
export function fromStruct(struct: Struct | undefined): Properties {
  return struct ? struct.toJavaScript() : {};
}

/** Leaves undefined properties out, which a Struct cannot hold. */
export function toStruct(properties: Properties): Struct {
  const pure: unknown = JSON.parse(JSON.stringify(properties));
  return Struct.fromJavaScript(isObject(pure) ? jsonOf(pure) : {});
}

type Json = Parameters<typeof Struct.fromJavaScript>[0];

/** A JSON object: what a Struct can be made of. */
function jsonOf(object: Properties): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, jsonValueOf(value)]));
}

function jsonValueOf(value: unknown): Json[string] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(jsonValueOf);
  return isObject(value) ? jsonOf(value) : null;
}

export function isSecret(value: unknown): value is { value: unknown } {
  return isObject(value) && value[SIGNATURE_KEY] === SECRET_SIGNATURE;
}

export function secret(value: unknown): Properties {
  return isSecret(value) ? value : { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** A wire value without its secrets' wrappings. */
export function plain(value: unknown): unknown {
  if (isSecret(value)) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return plainProperties(value);
}

export function plainProperties(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, plain(value)]));
}

export function isUnknown(value: unknown): boolean {
  return isUnknownText(plain(value));
}

/** Equal without regard to secrets' wrappings, key order, or what the Terraform bridge notes for itself. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(plain(value))) ?? "undefined";
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value)
    .filter((key) => !isNote(key))
    .sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

/** Where the Terraform bridge notes which of an object's inputs it filled in itself (pulumi-terraform-bridge, `pkg/tfbridge/schema.go`). */
export const DEFAULTS_KEY = "__defaults";

/** Where azure-native notes that a name is its own (pulumi-azure-native, `provider/pkg/provider/provider.go`). */
export const OWN_NAME_KEY = "__createBeforeDelete";

/** Whether a property is a provider's note to itself, which no cloud ever sees. */
export function isNote(key: string): boolean {
  return key === DEFAULTS_KEY || key === OWN_NAME_KEY;
}

/** A value without any provider's notes. */
export function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  return isObject(value) ? objectWithoutNotes(value) : value;
}

function objectWithoutNotes(object: Properties): Properties {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([key]) => !isNote(key))
      .map(([key, inner]) => [key, withoutNotes(inner)]),
  );
}

/** The object at a property, without notes; empty where there is none. */
export function objectAt(properties: Properties, key: string): Properties {
  const value = properties[key];
  return isObject(value) ? objectWithoutNotes(value) : {};
}

/** The value at a dotted path of plain properties; `[*]` goes through a list and yields all that is found. */
export function valuesAt(properties: unknown, path: string): unknown[] {
  let found: unknown[] = [properties];
  for (const step of path.replaceAll("[*]", ".[*]").split(".")) {
    found = found.flatMap((value) => {
      if (step === "[*]") return Array.isArray(value) ? value : [];
      return isObject(value) && value[step] !== undefined ? [value[step]] : [];
    });
  }
  return found;
}

/** Text at a plain property; empty where there is none. */
export function text(properties: Properties, path: string): string {
  const [value] = valuesAt(properties, path);
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
