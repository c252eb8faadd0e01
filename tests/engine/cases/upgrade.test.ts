import assert from "node:assert/strict";
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { writeProject } from "../project";

const RELEASES = join(__dirname, "../releases");

const previewForm = z.looseObject({ steps: z.array(z.looseObject({ op: z.string(), urn: z.string() })) });

for (const release of readdirSync(RELEASES)) {
  engineSuite(`a stack that release ${release} made`, () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine({
        project: (folder) => {
          writeProject(folder);
          for (const file of ["Pulumi.dev.yaml", "dev.lock.yaml"]) {
            copyFileSync(join(RELEASES, release, file), join(folder, "stacks", file));
          }
        },
      });
      copyFileSync(join(RELEASES, release, "objects.jsonl"), join(engine.clouds, "objects.jsonl"));
      const imported = await engine.run(["stack", "import", "--file", join(RELEASES, release, "state.json")]);
      assert.equal(imported.code, 0, imported.stderr);
    });
    after(() => engine?.stop());

    it("is taken over by this release: nothing is replaced, and nothing deleted that stays in the description", async () => {
      const { steps } = previewForm.parse(await engine.json(["preview", "--json"]));
      const gone = steps.filter(({ op }) => /replace|delete/.test(op)).map(({ op, urn }) => `${op} ${urn}`);
      assert.deepEqual(gone, []);
      assert.ok(
        steps.some(({ op }) => op === "same"),
        "the state is this stack's",
      );
    });
  });
}
