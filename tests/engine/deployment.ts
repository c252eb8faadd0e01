import { z } from "zod";

const stateResource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  custom: z.boolean().optional(),
  delete: z.boolean().optional(),
  id: z.string().optional(),
  parent: z.string().optional(),
  provider: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
});

const exported = z.looseObject({
  deployment: z.looseObject({
    resources: z.array(stateResource).default([]),
    pending_operations: z.array(z.looseObject({ type: z.string(), resource: stateResource })).default([]),
  }),
});

/** A resource as `pulumi stack export` shows it. */
export type StateResource = z.infer<typeof stateResource>;

/** The part of a state that tests look at. */
export interface Deployment {
  readonly resources: readonly StateResource[];
  /** What the engine had begun and not finished when it was killed. */
  readonly pending: readonly { readonly type: string; readonly resource: StateResource }[];
}

/** Reads what `pulumi stack export` prints. @throws ZodError where it isn't that. */
export function readDeployment(text: string): Deployment {
  const { deployment } = exported.parse(JSON.parse(text));
  return { resources: deployment.resources, pending: deployment.pending_operations };
}
