import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import {
  OUTPUT_SIGNATURE,
  RESOURCE_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_TEXT,
} from "../recorder/wire";

/**
 * Properties as the engine shows them to a policy: references as ids, output values as plain or unknown ones. The policy
 * SDK ends the whole analysis when it meets either.
 */
export function engineForm(properties: Struct): Struct {
  const plain: object = properties.toJavaScript();
  const shown = shownObject(plain);
  return shown === plain ? properties : Struct.fromJavaScript({ ...shown });
}

/** The same object where nothing in it changes: most hold nothing to change, and packing them again is slow. */
function shownObject(object: object): object {
  let changed = false;
  const entries = Object.entries(object).map(([key, inner]: [string, unknown]) => {
    const shown = shownValue(inner);
    changed ||= shown !== inner;
    return [key, shown];
  });
  return changed ? Object.fromEntries(entries) : object;
}

function shownValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shown = value.map(shownValue);
    return shown.some((inner, index) => inner !== value[index]) ? shown : value;
  }
  if (typeof value === "string" && value !== UNKNOWN_TEXT && value.includes(UNKNOWN_TEXT))
    return UNKNOWN_TEXT;
  if (typeof value !== "object" || value === null) return value;
  const {
    [SIGNATURE_KEY]: signature,
    value: inner = UNKNOWN_TEXT,
    secret,
    id,
    urn,
  } = value as Record<string, unknown>;
  switch (signature) {
    case OUTPUT_SIGNATURE: {
      const shown = shownValue(inner);
      return secret === true ? { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: shown } : shown;
    }
    case RESOURCE_SIGNATURE:
      // A component has no id and stands there by its URN.
      return id === undefined ? urn : id === "" ? UNKNOWN_TEXT : id;
    default:
      return shownObject(value);
  }
}
