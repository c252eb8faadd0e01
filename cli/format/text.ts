import type { Planned } from "../../network/plan/plan";
import { shown } from "../files";
import { linksTable, membersTable } from "../network-tables";
import { reachTables } from "../reach-table";
import type { Source } from "../source";
import { colour } from "../terminal";
import type { Verdict } from "../verdict";
import { type Report, summaryOf } from "./format";

/** A check as a person reads it: the network, what is wrong with it, and a line that sums it up. */
export function textReport({ verdict, source, planned, reach }: Report): string {
  const parts = planned ? [membersTable(planned.plan), linksTable(planned.plan)] : [];
  if (reach) parts.push(reachTables(reach));
  const lock = source && planned && lockNote(source, planned);
  if (lock) parts.push(lock);
  parts.push(...verdict.violations.map(violationText), summary(verdict));
  return `${parts.join("\n\n")}\n`;
}

function lockNote(source: Source, { added }: Planned): string | undefined {
  if (added.length === 0) return undefined;
  const why = source.lockExists ? `lacks ${added.length} allocations` : "does not exist";
  return colour.yellow(
    `${shown(source.lockFile)} ${why}: they were made in memory for this check; \`isthmus plan --write\` keeps them.`,
  );
}

function violationText({ rule, level, message, urn }: Verdict["violations"][number]): string {
  const paint = level === "advisory" ? colour.yellow : colour.red;
  return `${paint(`${level} ${rule}`)}${urn ? `\n  ${colour.dim(urn)}` : ""}\n  ${message.replaceAll("\n", "\n  ")}`;
}

function summary(verdict: Verdict): string {
  const { mandatory, rest } = summaryOf(verdict);
  const broken = verdict.violations.some((violation) => violation.level !== "advisory");
  return `${broken ? colour.red(mandatory) : colour.green(mandatory)} ${rest}`;
}
