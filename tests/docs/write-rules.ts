import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CHECKOV_DOC,
  RULE_PAGES,
  RULES_DOC,
  rulePages,
  withCheckovTable,
  withRulesTables,
} from "./rules-doc";

mkdirSync(RULE_PAGES, { recursive: true });
const pages = rulePages();
for (const file of readdirSync(RULE_PAGES)) if (!pages.has(file)) rmSync(join(RULE_PAGES, file));
for (const [file, text] of pages) writeFileSync(join(RULE_PAGES, file), text);
writeFileSync(RULES_DOC, withRulesTables(readFileSync(RULES_DOC, "utf8")));
writeFileSync(CHECKOV_DOC, withCheckovTable(readFileSync(CHECKOV_DOC, "utf8")));
