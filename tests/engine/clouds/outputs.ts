import {
  DEFAULTS_KEY,
  isNote,
  isObject,
  isSecret,
  type Properties,
  secret,
  UNKNOWN_VALUE,
  withoutNotes,
} from "./properties";
import type { TypeDescriptor } from "./type-descriptor";

/** Properties that hold any keys of the user's: the bridge takes them as they are. */
const MAPS = new Set(["tags", "labels", "resourceLabels", "metadata", "keepers", "userLabels"]);

/** Outputs of an object: its inputs, and over them what the cloud tells. Both in wire form. */
export function outputsOf(descriptor: TypeDescriptor, inputs: Properties, computed: Properties): Properties {
  const withheld = new Set(descriptor.withheld ?? []);
  const own = Object.entries(inputs).filter(([key]) => !withheld.has(key) && !isNote(key));
  const outputs = {
    ...Object.fromEntries(own.map(([key, value]) => [key, withoutNotes(value)])),
    ...computed,
  };
  return sealed(outputs, descriptor.secret ?? []);
}

/** The same at preview: what the cloud tells is not known, unless the program said it. */
export function previewedOutputs(
  descriptor: TypeDescriptor,
  inputs: Properties,
  computed: string[],
): Properties {
  const unknown = computed.filter((key) => inputs[key] === undefined).map((key) => [key, UNKNOWN_VALUE]);
  return outputsOf(descriptor, inputs, Object.fromEntries(unknown));
}

function sealed(outputs: Properties, secrets: string[]): Properties {
  return Object.fromEntries(
    Object.entries(outputs).map(([key, value]) => [key, secrets.includes(key) ? secret(value) : value]),
  );
}

/** The Terraform bridge's notes: which inputs it filled in, in each object of them. */
export function withNotes(inputs: Properties, filled: string[]): Properties {
  const noted = Object.entries(inputs).map(([key, value]) => [
    key,
    MAPS.has(key) ? value : notedInside(value),
  ]);
  return { ...Object.fromEntries(noted), [DEFAULTS_KEY]: [...filled].sort() };
}

function notedInside(value: unknown): unknown {
  if (isSecret(value)) return secret(notedInside(value.value));
  if (Array.isArray(value)) return value.map(notedInside);
  return isObject(value) ? withNotes(value, []) : value;
}
