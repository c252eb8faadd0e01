import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "../..");
const DEFER = join(ROOT, "recorder/deferred-closures.ts");

describe("a recording's SDK", () => {
  it("starts without the TypeScript compiler and npm's tree builder", () => {
    const loaded = run(
      `require("@pulumi/pulumi"); console.log(Object.keys(require.cache).filter((file) => /arborist|closure.serializeClosure/.test(file)).length)`,
      ROOT,
    );
    assert.equal(loaded, "1", "only what stands in for the closures' serialiser");
  });

  it("still turns a function into text, for a program with a dynamic provider", () => {
    const text = run(
      `const { runtime } = require("@pulumi/pulumi"); const n = 42;
       runtime.serializeFunction(() => n).then(({ text }) => console.log(/return n|=> n/.test(text), /42/.test(text)))`,
      ROOT,
    );
    assert.equal(text, "true true");
  });

  it("is left alone where the program brings another version of it", () => {
    const folder = mkdtempSync(join(tmpdir(), "isthmus-sdk-"));
    try {
      const sdk = join(folder, "node_modules/@pulumi/pulumi");
      for (const file of [
        "package.json",
        "runtime/closure/serializeClosure.js",
        "runtime/closure/codePaths.js",
      ]) {
        mkdirSync(dirname(join(sdk, file)), { recursive: true });
        writeFileSync(join(sdk, file), file.endsWith("json") ? `{"version":"3.1.0"}` : "exports.own = true");
      }
      const own = run(
        `console.log(require("@pulumi/pulumi/runtime/closure/serializeClosure").own === true)`,
        folder,
      );
      assert.equal(own, "true");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What a program in `folder` prints, run after the SDK that it would load was deferred. */
function run(program: string, folder: string): string {
  const entry = join(folder, "program.js");
  const script = `const { createRequire } = require("node:module");
    require(${JSON.stringify(DEFER)}).deferClosures(${JSON.stringify(entry)});
    new Function("require", ${JSON.stringify(program)})(createRequire(${JSON.stringify(entry)}));`;
  const child = spawnSync(process.execPath, ["--import", "tsx", "--eval", script], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.equal(child.status, 0, child.stderr);
  return child.stdout.trim();
}
