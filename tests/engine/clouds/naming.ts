import { createHash } from "node:crypto";
import type { Cloud } from "./cloud";
import { guid } from "./digest";
import { DEFAULTS_KEY, isObject, OWN_NAME_KEY, type Properties, valuesAt } from "./properties";
import type { Autoname } from "./type-descriptor";

/** What the engine says about names in a Check. */
export interface NamingRequest {
  logical: string;
  urn: string;
  /** The same for the same resource until it is replaced. Empty from an old engine. */
  seed: Uint8Array;
  /** The program's own way of naming: `pulumi:autonaming`. */
  autonaming?: { mode: "propose" | "enforce" | "disable"; name: string };
}

/** A name longer than the cloud takes. */
export class NameTooLong extends Error {}

/**
 * Inputs with a physical name: the program's own, or the one from before, or a new one. The new one comes from the
 * engine's seed alone.
 */
export function named(
  cloud: Cloud,
  autoname: Autoname | undefined,
  request: NamingRequest,
  before: Properties,
  inputs: Properties,
): { inputs: Properties; automatic: boolean } {
  if (!autoname) return { inputs, automatic: false };
  const [own] = valuesAt(inputs, autoname.property);
  const prefix = inputs[`${autoname.property}Prefix`];
  if (own !== undefined || prefix !== undefined) return { inputs, automatic: false };
  if (request.autonaming?.mode === "disable") return { inputs, automatic: false };
  const [old] = valuesAt(before, autoname.property);
  const name = typeof old === "string" ? old : newName(cloud, autoname, request);
  return { inputs: placed(inputs, autoname.property.split("."), name), automatic: true };
}

function newName(cloud: Cloud, autoname: Autoname, request: NamingRequest): string {
  const random = createHash("sha512").update(request.seed).update(request.urn).digest("hex");
  if (autoname.style === "uuid") return guid(random);
  const name =
    request.autonaming?.name ||
    (autoname.style === "copy" ? request.logical : cloud.autoname(request.logical, random, autoname));
  if (autoname.longest !== undefined && name.length > autoname.longest) {
    throw new NameTooLong(
      `failed to generate auto-name: name '${name}' is longer than maximum length ${autoname.longest}`,
    );
  }
  return name;
}

function placed(inputs: Properties, [first = "", ...rest]: string[], name: string): Properties {
  if (rest.length === 0) return { ...inputs, [first]: name };
  const inner = inputs[first];
  return { ...inputs, [first]: placed(isObject(inner) ? inner : {}, rest, name) };
}

/** Whether the name is of the program's own choosing: then old and new cannot stand side by side. */
export function hasFixedName(autoname: Autoname | undefined, inputs: Properties): boolean {
  if (!autoname || inputs[OWN_NAME_KEY] === true) return false;
  const filled = inputs[DEFAULTS_KEY];
  if (Array.isArray(filled) && filled.includes(autoname.property)) return false;
  return valuesAt(inputs, autoname.property).length > 0;
}
