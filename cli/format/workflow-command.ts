/** A command in a job's log that GitHub shows at a line of a pull request, or beside the job where no file is named. */
export interface Annotation {
  level: "error" | "warning" | "notice";
  title: string;
  message: string;
  /** From the repository's root. */
  file?: string;
  /** From 1. */
  line?: number;
  column?: number;
}

/**
 * `::error title=address-ranges-disjoint,file=stacks/Pulumi.dev.yaml,line=6::message`. What has a meaning in a command is escaped
 * ("Workflow commands for GitHub Actions", docs.github.com, 2026; `actions/toolkit`, `packages/core/src/command.ts`).
 */
export function workflowCommand({ level, title, message, file, line, column }: Annotation): string {
  const properties = [
    ["title", title],
    ["file", file],
    ["line", line],
    ["col", column],
  ].flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`]));
  return `::${level} ${properties.join(",")}::${escapedMessage(message)}`;
}

function escapedMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
