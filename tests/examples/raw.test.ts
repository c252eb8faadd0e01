import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../cli/verdict";
import { isthmus } from "../cli/isthmus";
import { rawNames } from "../mutations/dumps";
import { mandatoryIn } from "../mutations/expected";

const RAW = join(__dirname, "../../examples/raw");

function verdictOf(name: string): Verdict {
  const preview = join(RAW, name, "preview.json");
  const source = existsSync(preview) ? ["--from", preview] : ["--program", join(RAW, name)];
  const run = isthmus(["check", ...source, "--json"]);
  assert.ok(run.code === 0 || run.code === 1, run.err);
  return JSON.parse(run.out) as Verdict;
}

describe("stacks written without isthmus", () => {
  it("are there in six styles at least, each said in examples/raw/README.md", () => {
    const readme = readFileSync(join(RAW, "README.md"), "utf8");
    assert.ok(rawNames().length >= 6);
    for (const name of rawNames()) assert.ok(readme.includes(`\`${name}\``), name);
  });

  for (const name of rawNames()) {
    const wanted = mandatoryIn(name);
    const title = wanted.length === 0 ? "breaks no mandatory rule" : `breaks ${wanted.join(", ")}`;
    it(`${name} ${title}`, () => {
      const { violations } = verdictOf(name);
      const mandatory = violations.filter(({ level }) => level !== "advisory");
      const broken = new Set(mandatory.map(({ rule }) => rule));
      if (wanted.length === 0) assert.deepEqual(mandatory, []);
      assert.deepEqual(
        wanted.filter((rule) => !broken.has(rule)),
        [],
      );
    });
  }
});
