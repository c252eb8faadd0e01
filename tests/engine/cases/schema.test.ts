import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { packageSchema, SCHEMA_FILE } from "../schema-snapshot";

engineSuite("the component package", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine();
  });
  after(() => engine?.stop());

  it("shows users of other languages the schema that was agreed on (tsx tests/engine/write-schema.ts writes it anew)", async () => {
    assert.deepEqual(await packageSchema(engine), JSON.parse(readFileSync(SCHEMA_FILE, "utf8")));
  });
});
