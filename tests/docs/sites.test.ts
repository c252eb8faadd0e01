import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { siteTables } from "../../cli/site-tables";
import { siteSide } from "../../clouds/site/side";
import { SOURCES } from "../../components/plan-sources";
import { emptyLock } from "../../network/address/lock";
import { planMesh } from "../../network/plan/plan";
import { readSpecText } from "../../network/spec/yaml";

const document = readFileSync(join(__dirname, "../../docs/sites.md"), "utf8");

/** The first block of a kind. */
function block(kind: string): string {
  return new RegExp(`\`\`\`${kind}\n([^]*?)\`\`\``).exec(document)?.[1] ?? "";
}

describe("docs/sites.md", () => {
  it("shows what `isthmus plan --site` prints of the spec that it shows", () => {
    const spec = readSpecText({ file: "mesh.yaml", text: block("yaml") });
    const { plan } = planMesh(spec, emptyLock(), SOURCES);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours, where the tests run in a terminal
    const printed = siteTables(siteSide(plan, "office", SOURCES.clouds)).replaceAll(/\u001b\[\d+m/g, "");
    assert.equal(block("text"), `${printed}\n`);
  });
});
