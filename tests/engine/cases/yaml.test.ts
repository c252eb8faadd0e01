import assert from "node:assert/strict";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { REPOSITORY } from "../project";
import { assertPlannedNetwork, planOf } from "../same-network";
import { writeYamlProgram } from "../yaml-program";

const PACK = ["--policy-pack", "policies"];

engineSuite("a mesh in a YAML program", () => {
  let typescript: Engine;
  let yaml: Engine;
  before(async () => {
    typescript = await startEngine();
    yaml = await startEngine({ project: (folder) => writeYamlProgram(folder, "dev") });
  });
  after(async () => {
    await typescript?.stop();
    await yaml?.stop();
  });

  it("is judged by the policy pack, and makes the same resources as the same mesh in TypeScript", async () => {
    for (const engine of [typescript, yaml]) {
      const { code, stdout, stderr } = await engine.run(["up", "--yes", "--skip-preview", ...PACK]);
      assert.equal(code, 0, stdout + stderr);
      assert.match(stdout, /isthmus@v\S+ \(local: policies\)/);
    }
    assertPlannedNetwork(yaml.clouds, planOf(REPOSITORY, "dev"));
    assert.deepEqual(madeBy(yaml), madeBy(typescript));
  });
});

/** Type and place in the tree of components of every object. */
function madeBy(engine: Engine): string[] {
  return objectsIn(engine.clouds)
    .map(({ urn }) => urn)
    .sort();
}
