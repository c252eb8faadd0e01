import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Fault } from "../../network/errors";
import { type Report, summaryOf } from "./format";
import { specPlaces } from "./spec-places";
import { subjectOf } from "./subject";
import { type Annotation, workflowCommand } from "./workflow-command";

/**
 * A check as annotations of a pull request, each at the line of the spec that it is about where that can be told, and a notice
 * that sums it up. GitHub shows ten errors and ten warnings of a step; the log holds them all.
 */
export function githubReport({ verdict, recording, specFile }: Report): string {
  const places = specFile === undefined ? undefined : specPlaces(readFileSync(specFile, "utf8"));
  const { mandatory, rest } = summaryOf(verdict);
  const annotations = [
    ...verdict.violations.map(
      (violation): Annotation => ({
        level: violation.level === "advisory" ? "warning" : "error",
        title: violation.rule,
        message: violation.message,
        ...(places && specFile !== undefined
          ? { file: fromRoot(specFile), line: places.lineOf(subjectOf(violation, recording, places)) }
          : {}),
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

/** Annotations name files from the repository's root, where a job's own folder may be below it. */
function fromRoot(file: string): string {
  const root = process.env.GITHUB_WORKSPACE || process.cwd();
  const path = relative(root, resolve(file));
  return path === "" || path.startsWith("..") ? file : path;
}
