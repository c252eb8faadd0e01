import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { installPacked } from "../packed-package";

/** A network in the range that Docker takes, which the pack refuses; nothing of isthmus is in the program. */
const PROGRAM = `
  const ec2 = require("@pulumi/aws/ec2");
  new ec2.Vpc("docker", { cidrBlock: "172.17.0.0/16" });
`;

const OWN_PACK = `
  const { PolicyPack } = require("@pulumi/policy");
  const { policiesOf, rules } = require("isthmus/policies");
  const chosen = rules.filter(({ name }) => name.startsWith("address-"));
  new PolicyPack("of-our-own", { policies: policiesOf(chosen) });
`;

engineSuite("isthmus packed by npm and installed elsewhere", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine({ project: write });
  });
  after(() => engine?.stop());

  it("judges a preview by `--policy-pack node_modules/isthmus/policies`", async () => {
    const { code, stdout } = await engine.run(["preview", "--policy-pack", "node_modules/isthmus/policies"]);
    assert.notEqual(code, 0);
    assert.match(stdout, /address-ranges-allowed-resource/);
  });

  it("takes a configuration that comes with it", async () => {
    const config = "node_modules/isthmus/policies/config/prod.json";
    const pack = ["--policy-pack", "node_modules/isthmus/policies", "--policy-pack-config", config];
    const { code, stdout } = await engine.run(["preview", ...pack]);
    assert.notEqual(code, 0);
    assert.match(stdout, /address-ranges-allowed-resource/);
  });

  it("lends its rules to a pack of somebody's own", async () => {
    const { code, stdout } = await engine.run(["preview", "--policy-pack", "own-pack"]);
    assert.notEqual(code, 0);
    assert.match(stdout, /of-our-own/);
    assert.match(stdout, /address-ranges-allowed-resource/);
  });
});

function write(folder: string): void {
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    "name: isthmus\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  writeFileSync(
    join(folder, "package.json"),
    '{ "name": "program", "version": "0.0.0", "main": "index.js" }\n',
  );
  writeFileSync(join(folder, "index.js"), PROGRAM);
  installPacked(folder);
  const pack = join(folder, "own-pack");
  mkdirSync(pack);
  writeFileSync(
    join(pack, "PulumiPolicy.yaml"),
    "description: Our own\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  writeFileSync(
    join(pack, "package.json"),
    '{ "name": "own-pack", "version": "0.0.0", "main": "index.js" }\n',
  );
  writeFileSync(join(pack, "index.js"), OWN_PACK);
}
