import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { lockFile } from "../environment-files";
import { filesWith, holdsOne, secretsOf } from "../secrets-in";

const PACK = ["--policy-pack", "policies"];

engineSuite("pre-shared keys and private keys", () => {
  let engine: Engine;
  const printed: { command: string; text: string }[] = [];
  let secrets: string[];
  before(async () => {
    engine = await startEngine();
    const run = async (...args: string[]) => {
      const outcome = await engine.run(args);
      assert.equal(
        outcome.code,
        0,
        `${args.join(" ")}: ${`${outcome.stdout}${outcome.stderr}`.slice(-2000)}`,
      );
      printed.push({ command: args.join(" "), text: outcome.stdout + outcome.stderr });
    };
    await run("up", "--yes", "--diff", ...PACK);
    secrets = secretsOf(engine.clouds);
    rotateOneKey(engine.project);
    await run("preview", "--diff", ...PACK);
    await run("preview", "--json", ...PACK);
    await run("up", "--yes", "--skip-preview", "--json", ...PACK);
    await run("stack", "export");
    await run("stack", "output", "--json");
    await run("refresh", "--yes", "--diff");
    secrets.push(...secretsOf(engine.clouds));
  });
  after(() => engine?.stop());

  it("are there to be found: one a tunnel and the authority's, and one more for the key that was rotated", () => {
    const keys = objectsIn(engine.clouds).filter(({ type }) => type.includes("RandomPassword")).length;
    assert.equal(keys, 10);
    assert.equal(new Set(secrets).size, keys + 2);
  });

  it("reach the clouds", () => {
    assert.ok(filesWith(engine.clouds, secrets).length > 0, "what searches for them finds them there");
    const used = objectsIn(engine.clouds).filter(({ type }) => type.includes("VPNTunnel"));
    assert.ok(used.length > 0);
    for (const { inputs } of used) assert.ok(holdsOne(String(inputs.sharedSecret), secrets));
  });

  it("stand in clear in nothing that a command prints: previews, diffs, JSON, the exported state, outputs", () => {
    const telling = printed.filter(({ text }) => holdsOne(text, secrets)).map(({ command }) => command);
    assert.deepEqual(telling, []);
  });

  it("stand in clear in nothing that the engine keeps: state, history, backups, logs", () => {
    assert.ok(
      filesWith(engine.kept, ["isthmus:index:Mesh"]).length > 3,
      "the state and its backups are searched",
    );
    assert.deepEqual(filesWith(engine.kept, secrets), []);
  });
});

/** Raises the generation of one tunnel in the lock, as docs/operations.md says. */
function rotateOneKey(project: string): void {
  const file = lockFile(project, "dev");
  const text = readFileSync(file, "utf8");
  const raised = text.replace(/^( {2}amsterdam~dublin\/tunnel\/1): 1$/m, "$1: 2");
  assert.notEqual(raised, text);
  writeFileSync(file, raised);
}
