import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, type Outcome, startEngine } from "../engine";
import { lockFile, setInSpec } from "../environment-files";

engineSuite("an update whose lock does not hold every allocation", () => {
  let engine: Engine;
  let lock: string;
  before(async () => {
    engine = await startEngine();
    lock = readFileSync(lockFile(engine.project, "dev"), "utf8");
  });
  after(() => engine?.stop());
  afterEach(() => writeFileSync(lockFile(engine.project, "dev"), lock));

  it("is refused where there is no lock", async () => {
    rmSync(lockFile(engine.project, "dev"));
    assertRefused(await engine.run(["up", "--yes", "--skip-preview"]));
  });

  it("is refused where the lock lacks one address", async () => {
    const lacking = lock.replace(/^ {2}frankfurt\/pods: .*\n/m, "");
    assert.notEqual(lacking, lock);
    writeFileSync(lockFile(engine.project, "dev"), lacking);
    assertRefused(await engine.run(["up", "--yes", "--skip-preview"]));
  });

  it("is refused where the spec has a member more than the lock, and its preview says so too", async () => {
    setInSpec(engine.project, "dev", ["members", "stockholm"], { cloud: "aws", region: "eu-north-1" });
    assertRefused(await engine.run(["preview"]));
    assertRefused(await engine.run(["up", "--yes", "--skip-preview"]));
  });

  function assertRefused({ code, stdout }: Outcome): void {
    assert.notEqual(code, 0);
    assert.match(stdout, /lock.*run `npx isthmus plan (--stack dev )?--write` and commit the lock/s);
    assert.doesNotMatch(stdout, /at .*\.js:\d+/, "a stack trace");
    assert.deepEqual(objectsIn(engine.clouds), []);
  }
});
