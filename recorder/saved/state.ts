import { z } from "zod";
import type { Registration } from "../registration";
import { placeOfText } from "../source-place";
import { isUnknownText } from "../wire";
import { propertiesOf } from "./properties";

const properties = z.record(z.string(), z.unknown());
const urns = z.array(z.string());

/** A resource in a stack's state and in a preview's steps: what is read of `ResourceV3` (`sdk/go/common/apitype/core.go`, 2026-08). */
export const resourceState = z.looseObject({
  urn: z.string().regex(/^urn:pulumi:.+::.+::.+::/, "is no URN"),
  type: z.string(),
  custom: z.boolean(),
  id: z.string().nullish(),
  inputs: properties.nullish(),
  outputs: properties.nullish(),
  external: z.boolean().nullish(),
  parent: z.string().nullish(),
  dependencies: urns.nullish(),
  propertyDependencies: z.record(z.string(), urns.nullable()).nullish(),
  provider: z.string().nullish(),
  /** Where the program makes it: `project:///index.ts#12,3`. */
  sourcePosition: z.string().nullish(),
  /** When it was made, and when it was last made or changed (RFC 3339). */
  created: z.string().nullish(),
  modified: z.string().nullish(),
  /** Replaced, and waiting for its own deletion. */
  delete: z.boolean().nullish(),
  /** Deleted already, and waiting for what replaces it. */
  pendingReplacement: z.boolean().nullish(),
});

export type ResourceState = z.infer<typeof resourceState>;

/** Whether the next update makes this resource or leaves it, rather than clearing it away. */
export function remains(state: ResourceState): boolean {
  return state.delete !== true && state.pendingReplacement !== true;
}

/**
 * A resource as a program would have registered it. Inputs are those that the provider has checked, with its defaults. Outputs
 * that are absent, as before a resource's creation, are taken to equal the inputs.
 */
export function registrationOf(state: ResourceState): Registration {
  const { outputs, provider } = state;
  const place = state.sourcePosition ? placeOfText(state.sourcePosition) : undefined;
  const end = provider?.lastIndexOf("::") ?? -1;
  return {
    urn: state.urn,
    type: state.type,
    // A name may hold the separator itself.
    name: state.urn.split("::").slice(3).join("::"),
    ...(state.parent ? { parent: state.parent } : {}),
    custom: state.custom,
    remote: false,
    ...(state.id && !isUnknownText(state.id) ? { id: state.id } : {}),
    ...(state.external ? { external: true as const } : {}),
    object: propertiesOf(state.inputs ?? {}),
    ...(outputs && Object.keys(outputs).length > 0 ? { outputs: propertiesOf(outputs) } : {}),
    dependencies: state.dependencies ?? [],
    propertyDependencies: dependenciesOf(state),
    ...(provider && end > 0 ? { provider: provider.slice(0, end) } : {}),
    ...(place ? { place } : {}),
  };
}

function dependenciesOf({ propertyDependencies }: ResourceState): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(propertyDependencies ?? {}).flatMap(([property, behind]) =>
      behind && behind.length > 0 ? [[property, behind]] : [],
    ),
  );
}
