import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

describe("the published package", () => {
  it("holds what the command, the policy pack, a program and a plugin need, and no test", () => {
    const root = join(__dirname, "..");
    const pack = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
    });
    const listed: unknown = JSON.parse(pack.stdout);
    const [packed] = Object.values(listed as Record<string, { files: { path: string }[] }>);
    const files = new Set(packed?.files.map((file) => file.path));
    for (const needed of [
      "dist/cli/main.js",
      "dist/stacks/index.js",
      "dist/components/index.js",
      "dist/components/index.d.ts",
      "dist/policies/index.js",
      "dist/network/place/figures.data.json",
      "policies/PulumiPolicy.yaml",
      "policies/package.json",
      "policies/config/prod.json",
      "components/index.ts",
      "index.ts",
      "PulumiPlugin.yaml",
      "LICENSE",
      "README.md",
    ]) {
      assert.ok(files.has(needed), needed);
    }
    for (const file of files) assert.doesNotMatch(file, /^(tests|bench|stacks)\//);
  });
});
