import { writeFileSync } from "node:fs";
import { startEngine } from "./engine";
import { packageSchema, SCHEMA_FILE } from "./schema-snapshot";

/** `tsx tests/engine/write-schema.ts`: writes the schema snapshot anew, after a change to what users of other languages see. */
async function main(): Promise<void> {
  const engine = await startEngine();
  try {
    writeFileSync(SCHEMA_FILE, `${JSON.stringify(await packageSchema(engine), null, 2)}\n`);
  } finally {
    await engine.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
