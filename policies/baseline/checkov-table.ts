import { CHECKOV } from "./checkov";

/** What docs/checkov.md says of Checkov's checks, as Markdown. */
export function checkovTable(): string {
  const rows = CHECKOV.map(({ id, title, rule, note, whyNot }) => {
    const ours = rule === undefined ? "none" : `[${rule}](rules/${rule}.md)`;
    return `| ${id} | ${title} | ${ours} | ${note ?? whyNot ?? ""} |`;
  });
  return [
    "| Checkov's | what it asks, in its words | ours | how ours differs, or why there is none |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
