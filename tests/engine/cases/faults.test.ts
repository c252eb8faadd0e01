import assert from "node:assert/strict";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { creates, oneOfEachType, runFaults, UP } from "../fault-matrix";

engineSuite("an update with a create that fails", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine();
  });
  after(() => engine.stop());

  it("converges with the next one, whatever type fails: nothing doubled, nothing orphaned", async () => {
    const all = await creates(engine);
    const victims = oneOfEachType(all, 20_261_123);
    assert.ok(victims.length > 50, `${victims.length} types`);
    const { injected, converged } = await runFaults(engine, victims);
    assert.deepEqual([injected, converged], [victims.length, victims.length]);
    const again = await engine.run([...UP, "--expect-no-changes"]);
    assert.equal(again.code, 0, again.stdout);
  });
});
