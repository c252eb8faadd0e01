import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alerts } from "../../monitoring/alerts";
import { DUBLIN } from "./subjects";

const root = join(__dirname, "../..");
const folder = join(root, "docs/runbooks");
const SECTIONS = ["What it means", "How to see it", "What to do", "When it is not a fault"];

describe("the alerts' pages", () => {
  const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ""));
  const named = alerts(DUBLIN).map(({ alert }) => alert);

  for (const alert of named) {
    it(`tell of ${alert} what it means, how to see it, what to do, and when it is no fault`, () => {
      assert.ok(existsSync(join(folder, `${alert}.md`)), `docs/runbooks/${alert}.md`);
      const text = readFileSync(join(folder, `${alert}.md`), "utf8");
      assert.ok(text.startsWith(`# ${alert}\n`));
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      assert.deepEqual(headings, SECTIONS);
      for (const section of text.split(/^## .+$/m).slice(1)) assert.ok(section.trim().length > 40, alert);
      assert.match(text, /^ {4}(kubectl|npx|cilium|aws|gcloud|az) /m, "a command");
    });
  }

  it("are of an alert or a cloud's alarm, and none is left over", () => {
    const clouds = readdirSync(join(root, "clouds"), { recursive: true, encoding: "utf8" })
      .filter((file) => /alarm/.test(file) && file.endsWith(".ts"))
      .map((file) => readFileSync(join(root, "clouds", file), "utf8"))
      .join("\n");
    const leftOver = pages.filter((page) => !named.includes(page) && !clouds.includes(page));
    assert.deepEqual(leftOver, []);
  });

  it("are listed in docs/monitoring.md", () => {
    const text = readFileSync(join(root, "docs/monitoring.md"), "utf8");
    for (const alert of named) assert.ok(text.includes(`runbooks/${alert}.md`), alert);
  });
});
