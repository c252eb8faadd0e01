import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { REPOSITORY, writeProgram } from "../project";

const PROGRAM = `
  const ec2 = require("@pulumi/aws/ec2");
  const vpc = new ec2.Vpc("dublin", { cidrBlock: "10.0.0.0/16" });
  new ec2.Subnet("nodes", { vpcId: vpc.id, cidrBlock: "10.0.0.0/20" });
`;

engineSuite("a provider that a project names by its folder", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine({
      project: (folder) => {
        writeProgram(folder, PROGRAM);
        const path = join(REPOSITORY, "tests/engine/clouds");
        appendFileSync(
          join(folder, "Pulumi.yaml"),
          `plugins:\n  providers:\n    - { name: aws, path: ${path} }\n`,
        );
      },
    });
  });
  after(() => engine?.stop());

  it("is started by the engine, anew for each command, and keeps what it made", async () => {
    const env = { PULUMI_DEBUG_PROVIDERS: "", ISTHMUS_CLOUDS: engine.clouds };
    const up = await engine.run(["up", "--yes", "--skip-preview"], { env });
    assert.equal(up.code, 0, up.stdout + up.stderr);
    assert.deepEqual(
      objectsIn(engine.clouds).map(({ name }) => name),
      ["dublin", "nodes"],
    );
    const destroy = await engine.run(["destroy", "--yes", "--skip-preview"], { env });
    assert.equal(destroy.code, 0, destroy.stdout + destroy.stderr);
    assert.deepEqual(objectsIn(engine.clouds), []);
  });
});
