import { join } from "node:path";
import { TRANSIT } from "../../clouds/transit";
import { transitMarkdown } from "../../clouds/transit-markdown";

export const TRANSIT_DOC = join(__dirname, "../../docs/transit.md");

const BEGIN = "<!-- tables: begin -->";
const END = "<!-- tables: end -->";

/** The document with the tables that the data say now; its prose stays. */
export function withTables(document: string): string {
  const [before = "", rest = ""] = document.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`docs/transit.md lacks ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${transitMarkdown(TRANSIT)}\n${END}${after}`;
}
