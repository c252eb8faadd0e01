import {
  ADJACENCIES,
  type Adjacency,
  countsOn,
  type PrefixFilter,
  type TransitFact,
  type TransitTable,
  type TransitTables,
} from "../network/routing/transit";

const TITLES: Record<TransitTable["cloud"], string> = {
  aws: "AWS",
  gcp: "Google Cloud",
  azure: "Azure",
  site: "Sites",
};

/** Cells that say the same. */
interface Statement {
  fact: TransitFact;
  /** Learned over, told over. */
  pairs: [Adjacency, Adjacency][];
}

/** Every cloud's table as a section of docs/transit.md. */
export function transitMarkdown(tables: TransitTables): string {
  return Object.values(tables).map(section).join("\n");
}

function section(table: TransitTable): string {
  const statements = statementsOf(table);
  const of = (wanted: (fact: TransitFact) => boolean) => statements.filter(({ fact }) => wanted(fact));
  return [
    `## ${TITLES[table.cloud]}: ${table.devices.join(", ")}`,
    overview(table),
    passing(
      "Passes on",
      of(({ passes }) => passes === "yes"),
    ),
    said(
      "Does not pass on",
      of(({ passes }) => passes === "no"),
    ),
    said(
      "No document says",
      of(({ passes }) => passes === "unknown"),
    ),
    filters("in", table.filters),
    filters("out", table.filters),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** In the order of the cells. */
function statementsOf({ cells }: TransitTable): Statement[] {
  const statements = new Map<string, Statement>();
  for (const from of ADJACENCIES) {
    for (const to of ADJACENCIES) {
      const fact = cells[from][to];
      const key = JSON.stringify(fact);
      const known = statements.get(key);
      if (known) known.pairs.push([from, to]);
      else statements.set(key, { fact, pairs: [[from, to]] });
    }
  }
  return [...statements.values()];
}

/** One word a cell. */
function overview(table: TransitTable): string {
  return markdownTable(
    ["learned over ↓, told over →", ...ADJACENCIES],
    ADJACENCIES.map((from) => [from, ...ADJACENCIES.map((to) => word(table, from, to))]),
  );
}

function word(table: TransitTable, from: Adjacency, to: Adjacency): string {
  const { passes } = table.cells[from][to];
  if (passes === "unknown") return "not known";
  if (passes === "no") return "no";
  return countsOn(table, from, to) ? "**yes**" : "if set";
}

function passing(title: string, statements: Statement[]): string {
  if (statements.length === 0) return "";
  const rows = statements.map(({ fact, pairs }) => [
    pairsText(pairs),
    fact.needs?.map((setting) => `\`${setting}\``).join(", ") ?? "nothing",
    fact.why,
    fact.prevent ?? "**nothing**: it cannot be stopped",
    fact.source,
  ]);
  return `### ${title}\n\n${markdownTable(["from → to", "needs", "why", "kept from it by", "source"], rows)}`;
}

function said(title: string, statements: Statement[]): string {
  if (statements.length === 0) return "";
  const rows = statements.map(({ fact, pairs }) => [pairsText(pairs), fact.why, fact.source]);
  return `### ${title}\n\n${markdownTable(["from → to", "why", "source"], rows)}`;
}

function filters(direction: PrefixFilter["direction"], all: PrefixFilter[]): string {
  const own = all.filter((filter) => filter.direction === direction);
  if (own.length === 0) return "";
  const title = direction === "in" ? "What it takes in" : "What it tells";
  const rows = own.map(({ over, what, source }) => [over.join(", "), what, source]);
  return `### ${title}\n\n${markdownTable(["over", "what", "source"], rows)}`;
}

/** `vpn → attachment, vpn; interconnect → vpn`; all of them in one word. */
function pairsText(pairs: [Adjacency, Adjacency][]): string {
  if (pairs.length === ADJACENCIES.length ** 2) return "any → any";
  const byFrom = new Map<Adjacency, Adjacency[]>();
  for (const [from, to] of pairs) byFrom.set(from, [...(byFrom.get(from) ?? []), to]);
  return [...byFrom].map(([from, to]) => `${from} → ${to.join(", ")}`).join("; ");
}

function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
