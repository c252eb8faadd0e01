import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { OUTPUT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_TEXT } from "../wire";

/** What `pulumi preview --json` writes in place of a secret (`pkg/backend/display/json.go`, `massagePropertyValue`, 2026-08). */
const MASK = "[secret]";

/** A secret without what it holds. */
const HIDDEN = { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: UNKNOWN_TEXT };

/**
 * Properties as a file holds them, in wire form. Secrets lose what they hold, whether they are masked, encrypted, or written in
 * clear by `--show-secrets`: nothing that was secret goes on from here.
 */
export function propertiesOf(properties: Record<string, unknown>): Struct {
  return Struct.fromJavaScript(
    Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, withoutSecrets(value)])),
  );
}

function withoutSecrets(value: unknown): Plain {
  if (value === MASK) return HIDDEN;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value === "object" && value !== null) {
    if (isSecret(value)) return HIDDEN;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function isSecret(value: object): boolean {
  const { [SIGNATURE_KEY]: signature, secret } = value as Record<string, unknown>;
  return signature === SECRET_SIGNATURE || (signature === OUTPUT_SIGNATURE && secret === true);
}

/** What JSON can hold. */
type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };
