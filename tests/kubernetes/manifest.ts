import { z } from "zod";

/** A Kubernetes object as it is sent. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  [field: string]: unknown;
}

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});

/** @throws Error where it is none */
export function asManifest(value: unknown, whose: string): Manifest {
  const { success, data, error } = manifest.safeParse(value);
  if (!success) throw new Error(`${whose} is no manifest: ${z.prettifyError(error)}`);
  return data;
}

/** `CiliumNetworkPolicy default/isolation`, for people. */
export function shownAs({ kind, metadata: { name, namespace } }: Manifest): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}
