import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "./lifeline";

/** Waits for what must come; the test's own limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}

describe("a program beside the tests", () => {
  it("is ended and its folder removed when it is stopped", async () => {
    let folder = "";
    const running = start("sleeper", (own) => {
      folder = own;
      return ["sh", "-c", "echo up; exec sleep 600"];
    });
    await until(() => running.log() === "up\n");
    assert.ok(existsSync(folder));
    assert.equal(running.ended(), undefined);
    await running.stop();
    assert.ok(!existsSync(folder));
  });

  it("says how it ended by itself, and what it wrote", async () => {
    const running = start("failing", () => ["sh", "-c", "echo no room >&2; exit 3"]);
    await until(() => running.ended() !== undefined);
    assert.equal(running.ended(), "exit code 3");
    assert.equal(running.log(), "no room\n");
    await running.stop();
  });

  it("is ended and its folder removed when the tests are killed", async () => {
    const program = `
      const { start } = require(${JSON.stringify(join(__dirname, "lifeline.ts"))});
      const running = start("orphan", (folder) => ["sh", "-c", "echo $$ " + folder + "; exec sleep 600"]);
      setInterval(() => running.log() && process.stdout.write(running.log()), 10);
    `;
    const tests = spawn(process.execPath, ["--require", "tsx/cjs", "-e", program]);
    const [line] = await once(tests.stdout, "data");
    const [, id, folder] = /^(\d+) (\S+)\n/.exec(String(line)) ?? [];
    assert.ok(id && folder && existsSync(folder), String(line));
    tests.kill("SIGKILL");
    await until(() => !existsSync(folder));
    assert.throws(() => process.kill(Number(id), 0), { code: "ESRCH" });
  });
});
