import { join } from "node:path";
import { z } from "zod";
import type { Engine } from "./engine";
import { REPOSITORY } from "./project";

/** Where the schema of the component package stands as it was agreed on. */
export const SCHEMA_FILE = join(__dirname, "schema.json");

const schema = z.looseObject({ name: z.string(), resources: z.record(z.string(), z.unknown()) });

/** What `pulumi package get-schema` says of this package, but for its version. @throws Error with what Pulumi said. */
export async function packageSchema(engine: Engine): Promise<z.infer<typeof schema>> {
  const { version: _, ...rest } = schema.parse(await engine.json(["package", "get-schema", REPOSITORY]));
  return rest;
}
