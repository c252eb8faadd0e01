import { join } from "node:path";
import { COVERAGE, OTHER_SPELLINGS } from "../../inventory/coverage";
import type { Coverage, ReadType, UnreadType } from "../../network/model/coverage";

export const INVENTORY_DOC = join(__dirname, "../../docs/inventory.md");

const BEGIN = "<!-- tables: begin -->";
const END = "<!-- tables: end -->";

const TITLES: Record<keyof typeof COVERAGE, string> = {
  ...{ aws: "AWS", azure: "Azure", gcp: "Google Cloud", agents: "Network agents" },
};

/** The document with the tables that the code says now; its prose stays. */
export function withTables(document: string): string {
  const [before = "", rest = ""] = document.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`docs/inventory.md lacks ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${inventoryMarkdown(COVERAGE, OTHER_SPELLINGS)}\n${END}${after}`;
}

/** A section a cloud: what is read, what is known and not read; and the other providers' types at the end. */
export function inventoryMarkdown(
  coverage: Readonly<Record<keyof typeof COVERAGE, Coverage>>,
  spellings: Readonly<Record<string, string>>,
): string {
  const sections = Object.entries(TITLES).map(([key, title]) =>
    section(title, coverage[key as keyof typeof COVERAGE]),
  );
  return [...sections, otherSpellings(spellings)].join("\n");
}

function section(title: string, { read, notRead }: Coverage): string {
  return [
    `## ${title}\n`,
    "| Type | Read for | Properties |\n| --- | --- | --- |",
    ...read.map((row) => `| ${typeOf(row)} | ${row.use} | ${propertiesOf(row)} |`),
    ...notReadTable(notRead),
    "",
  ].join("\n");
}

function typeOf({ type, chart }: ReadType): string {
  return chart === undefined ? code(type) : `${code(type)} of chart ${code(chart)}`;
}

function propertiesOf({ use, properties }: ReadType): string {
  if (properties.length === 0) return "that it is there, and what refers to it";
  return properties
    .map(({ path, kind, use: own }) => `${code(path)} (${own === use ? kind : `${kind}, ${own}`})`)
    .join(", ");
}

function notReadTable(rows: UnreadType[]): string[] {
  if (rows.length === 0) return [];
  return [
    "\nKnown, and not read:\n",
    "| Type | What nobody here sees |\n| --- | --- |",
    ...rows.map(({ type, because }) => `| ${code(type)} | ${because} |`),
  ];
}

function otherSpellings(spellings: Readonly<Record<string, string>>): string {
  return [
    "## Other providers' types\n",
    "| Type | Read as |\n| --- | --- |",
    ...Object.entries(spellings).map(([type, as]) => `| ${code(type)} | ${code(as)} |`),
    "",
  ].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}
