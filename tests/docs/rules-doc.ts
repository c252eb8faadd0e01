import { join } from "node:path";
import { checkovTable } from "../../policies/baseline/checkov-table";
import { rulePage, rulesTable } from "../../policies/rule-page";
import { rules } from "../../policies/rules";

export const RULES_DOC = join(__dirname, "../../docs/rules.md");
export const CHECKOV_DOC = join(__dirname, "../../docs/checkov.md");
export const RULE_PAGES = join(__dirname, "../../docs/rules");

/** What docs/rules/ must hold, by file name. */
export function rulePages(): Map<string, string> {
  return new Map(rules.map((rule) => [`${rule.name}.md`, rulePage(rule)]));
}

/** docs/rules.md with the tables that the rules' metadata say now; its prose stays. */
export function withRulesTables(document: string): string {
  return between(document, "rules", rulesTable(rules));
}

/** docs/checkov.md with the table that maps Checkov's checks to rules; its prose stays. */
export function withCheckovTable(document: string): string {
  return between(document, "checkov", checkovTable());
}

function between(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [before = "", rest = ""] = document.split(begin);
  const [, after] = rest.split(end);
  if (after === undefined) throw new Error(`the document lacks ${begin} and ${end}`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
