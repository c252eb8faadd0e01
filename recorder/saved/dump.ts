import { z } from "zod";
import type { Registration } from "../registration";
import { propertiesOf } from "./properties";

const urns = z.array(z.string());

/** What `check --dump FILE` writes. */
export const dumpForm = z.array(
  z.looseObject({
    urn: z.string().startsWith("urn:pulumi:", "is no URN"),
    type: z.string(),
    name: z.string(),
    parent: z.string().optional(),
    custom: z.boolean(),
    id: z.string().optional(),
    external: z.literal(true).optional(),
    props: z.record(z.string(), z.unknown()),
    dependencies: urns,
    propertyDependencies: z.record(z.string(), urns),
    provider: z.string().optional(),
  }),
);

/** The registrations that were dumped; of a component's properties only its outputs were. */
export function registrationsOfDump(dump: z.infer<typeof dumpForm>): Registration[] {
  return dump.map(
    ({
      urn,
      type,
      name,
      parent,
      custom,
      id,
      external,
      props,
      dependencies,
      propertyDependencies,
      provider,
    }) => ({
      urn,
      type,
      name,
      ...(parent ? { parent } : {}),
      custom,
      remote: false,
      ...(id ? { id } : {}),
      ...(external ? { external } : {}),
      object: propertiesOf(props),
      dependencies,
      propertyDependencies,
      ...(provider ? { provider } : {}),
    }),
  );
}
