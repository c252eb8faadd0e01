import assert from "node:assert/strict";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { assertPlannedNetwork, planOf } from "../same-network";
import { assertNothingLost } from "../state";

const APPLY = ["up", "--yes", "--skip-preview", "--policy-pack", "policies"];

for (const environment of ["dev", "prod"]) {
  engineSuite(`the ${environment} environment under the Pulumi engine`, () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine({ environments: [environment] });
    });
    after(() => engine?.stop());

    it("passes a preview with the policy pack, which makes nothing", async () => {
      const { code, stdout } = await engine.run(["preview", "--policy-pack", "policies"]);
      assert.equal(code, 0, stdout);
      assert.match(stdout, /isthmus@v\S+ \(local: policies\)/);
      assert.deepEqual(objectsIn(engine.clouds), []);
    });

    it("is made as planned: the clouds hold the plan's network, and the state every object", async () => {
      const { code, stdout, stderr } = await engine.run(APPLY);
      assert.equal(code, 0, stdout + stderr);
      assertPlannedNetwork(engine.clouds, planOf(engine.project, environment));
      assertNothingLost(engine.clouds, await engine.exportStack());
    });

    it("changes nothing when it is applied again", async () => {
      const { code, stdout } = await engine.run([...APPLY, "--expect-no-changes"]);
      assert.equal(code, 0, stdout);
    });

    it("is found in the clouds as it was made", async () => {
      const { code, stdout } = await engine.run([
        "refresh",
        "--yes",
        "--skip-preview",
        "--expect-no-changes",
      ]);
      assert.equal(code, 0, stdout);
    });

    if (environment === "prod") {
      it("is not destroyed while what must not go is protected", async () => {
        const before = objectsIn(engine.clouds).length;
        const { code, stdout } = await engine.run(["destroy", "--yes"]);
        assert.notEqual(code, 0);
        assert.match(stdout, /cannot be deleted\s+because it is protected/);
        assert.equal(objectsIn(engine.clouds).length, before);
        assert.equal((await engine.run(["state", "unprotect", "--all", "--yes"])).code, 0);
      });
    }

    it("leaves nothing in the clouds when it is destroyed", async () => {
      const { code, stdout } = await engine.run(["destroy", "--yes", "--skip-preview"]);
      assert.equal(code, 0, stdout);
      assert.deepEqual(objectsIn(engine.clouds), []);
    });
  });
}
