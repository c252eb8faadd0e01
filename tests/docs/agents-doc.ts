import { join } from "node:path";
import { agentDrivers } from "../../agents";
import { MONITORING_CHARTS } from "../../monitoring/charts";

export const AGENTS_DOC = join(__dirname, "../../docs/agents.md");

const BEGIN = "<!-- drivers: begin -->";
const END = "<!-- drivers: end -->";

/** The document with what the drivers say now; its prose stays. */
export function withDrivers(document: string): string {
  const [before = "", rest = ""] = document.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`docs/agents.md lacks ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${driversMarkdown()}\n${END}${after}`;
}

function driversMarkdown(): string {
  const charts = [
    ...agentDrivers().flatMap((driver) =>
      driver.charts.map((chart) => ({ of: driver.kind as string, ...chart })),
    ),
    ...Object.values(MONITORING_CHARTS).map((chart) => ({ of: "monitoring", ...chart })),
  ];
  return [
    "## Charts",
    "",
    "| of | chart | version | repository | source, date |",
    "|---|---|---|---|---|",
    ...charts.map(
      ({ of, name, version, repository, source }) =>
        `| ${of} | \`${name}\` | ${version} | ${repository} | ${source} |`,
    ),
    "",
    "## What each cannot do",
    "",
    ...agentDrivers().flatMap(({ kind, cannot }) => [
      `**${kind}**`,
      "",
      ...cannot.map((line) => `- ${line}`),
      "",
    ]),
  ].join("\n");
}
