import type { Violation } from "../verdict";
import { type Report, summaryOf } from "./format";
import { type Place, placeOf } from "./place";

/** A check as a comment under a pull request: the verdict, and a table of what is to be mended, and where. */
export function markdownReport(report: Report): string {
  const { mandatory, rest } = summaryOf(report.verdict);
  const heading = `### isthmus: ${mandatory} ${rest}`;
  const { violations } = report.verdict;
  if (violations.length === 0) return `${heading}\n`;
  const place = placeOf(report);
  const rows = violations.map((violation) => row(violation, place(violation)));
  return `${[heading, "", "| level | rule | where | what |", "| --- | --- | --- | --- |", ...rows].join("\n")}\n`;
}

function row({ level, rule, urn, message }: Violation, place: Place | undefined): string {
  const where = place ? `${place.file}:${place.line}` : (urn.split("::").at(-1) ?? "");
  return `| ${[level, code(rule), where === "" ? "" : code(where), cell(message)].join(" | ")} |`;
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

/** Text in a table's cell: nothing in it is markup, and it stands on one line. */
function cell(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, "<br>");
}
