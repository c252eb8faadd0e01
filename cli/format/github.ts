import type { Fault } from "../../network/errors";
import { type Report, summaryOf } from "./format";
import { fromRoot, placeOf } from "./place";
import { type Annotation, workflowCommand } from "./workflow-command";

/**
 * A check as annotations of a pull request, each at the line of the spec that it is about where that can be told, and a notice
 * that sums it up. GitHub shows ten errors and ten warnings of a step; the log holds them all.
 */
export function githubReport({ verdict, recording, specFile }: Report): string {
  const place = placeOf({ recording, ...(specFile === undefined ? {} : { specFile }) });
  const { mandatory, rest } = summaryOf(verdict);
  const annotations = [
    ...verdict.violations.map(
      (violation): Annotation => ({
        level: violation.level === "advisory" ? "warning" : "error",
        title: violation.rule,
        message: violation.message,
        ...place(violation),
      }),
    ),
    { level: "notice", title: "isthmus check", message: `${mandatory} ${rest}` } as const,
  ];
  return `${annotations.map(workflowCommand).join("\n")}\n`;
}

/** What could not be understood, as annotations. */
export function githubFaults(faults: Fault[]): string {
  const annotations = faults.map(
    ({ file, line, column, path, message }): Annotation => ({
      level: "error",
      title: "isthmus",
      message: path ? `${path}: ${message}` : message,
      ...(file === undefined ? {} : { file: fromRoot(file) }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    }),
  );
  return `${annotations.map(workflowCommand).join("\n")}\n`;
}
