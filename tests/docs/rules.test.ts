import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CHECKOV_DOC,
  RULE_PAGES,
  RULES_DOC,
  rulePages,
  withCheckovTable,
  withRulesTables,
} from "./rules-doc";

/** Written by `npx tsx tests/docs/write-rules.ts`. */
describe("the rules' pages", () => {
  it("are one for each rule, saying what the rule says of itself", () => {
    const pages = rulePages();
    assert.deepEqual(readdirSync(RULE_PAGES).sort(), [...pages.keys()].sort());
    for (const [file, text] of pages) assert.equal(readFileSync(join(RULE_PAGES, file), "utf8"), text, file);
  });

  it("are listed in docs/rules.md", () => {
    const document = readFileSync(RULES_DOC, "utf8");
    assert.equal(withRulesTables(document), document);
  });

  it("are found by Checkov's ids in docs/checkov.md", () => {
    const document = readFileSync(CHECKOV_DOC, "utf8");
    assert.equal(withCheckovTable(document), document);
  });
});
