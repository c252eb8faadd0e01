import { SECRET, UNKNOWN } from "../network/model/resource";

/** What stands where a text is not known yet, and where its kind is not known either. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Pulumi's wire form in JavaScript values: unknown values are fixed texts, secrets and references are objects with a
 * signature. The constants are the engine's own (`sdk/go/common/resource`), the same for every version since 2.0.
 */
const UNKNOWN_TEXTS = new Set([
  UNKNOWN_TEXT,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
]);
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
export const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";

export function isUnknownText(value: unknown): boolean {
  // A program that is given the text as a plain value may have put it into another.
  return typeof value === "string" && (UNKNOWN_TEXTS.has(value) || value.includes(UNKNOWN_TEXT));
}

/** A wire value as the model has it: unknown values become {@link UNKNOWN}, secret ones {@link SECRET}, references become ids. */
export function fromWire(value: unknown): unknown {
  if (isUnknownText(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map(fromWire);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  switch (object[SIGNATURE_KEY]) {
    case undefined:
      return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, fromWire(inner)]));
    case OUTPUT_SIGNATURE:
      if (object.secret === true) return SECRET;
      return "value" in object ? fromWire(object.value) : UNKNOWN;
    case SECRET_SIGNATURE:
      return SECRET;
    case RESOURCE_SIGNATURE:
      return typeof object.id === "string" && object.id !== "" ? fromWire(object.id) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** A wire value that may be written to a file: as it is, but secrets without what they hold. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  const masked =
    object[SIGNATURE_KEY] === SECRET_SIGNATURE ||
    (object[SIGNATURE_KEY] === OUTPUT_SIGNATURE && object.secret === true);
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, inner]) =>
      masked && key === "value" ? [] : [[key, withoutSecrets(inner)]],
    ),
  );
}
