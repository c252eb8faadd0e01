import assert from "node:assert/strict";
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { assertAgreement } from "../agreement";
import { engineSuite } from "../available";
import { changesIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { creates, UP } from "../fault-matrix";
import { recoverInterrupted } from "../recovery";
import { seeded } from "../seeded";

/** Moments at which an update is killed; more by `ISTHMUS_KILLS=20`. */
const KILLS = Number(process.env.ISTHMUS_KILLS ?? 5);

engineSuite("an update that is killed", () => {
  let total: number;
  before(async () => {
    const engine = await startEngine();
    try {
      total = (await creates(engine)).length;
    } finally {
      await engine.stop();
    }
  });

  const random = seeded(20_261_123);
  for (let round = 1; round <= KILLS; round++) {
    const share = random();
    it(`is mended by the documented steps, ${Math.round(share * 100)} in 100 of its creates done`, async () => {
      const engine = await startEngine();
      try {
        const count = Math.max(1, Math.floor(share * total));
        const kill = created(engine, count);
        const { code } = await engine.run(UP, { kill });
        assert.equal(code, null, "killed before it was done");
        await recoverInterrupted(engine);
        const next = await engine.run(UP);
        assert.equal(next.code, 0, next.stdout + next.stderr);
        await assertAgreement(engine);
        const again = await engine.run([...UP, "--expect-no-changes"]);
        assert.equal(again.code, 0, again.stdout + again.stderr);
      } finally {
        await engine.stop();
      }
    });
  }
});

/** Fulfilled once the clouds have made so many objects. */
function created({ clouds }: Engine, count: number): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(clouds, () => {
      if (!existsSync(join(clouds, "objects.jsonl"))) return;
      if (changesIn(clouds).filter(({ op }) => op === "create").length < count) return;
      watcher.close();
      resolve();
    });
  });
}
