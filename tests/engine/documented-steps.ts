import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./project";

/**
 * The commands of a section of docs/operations.md, each by its words, as they stand there but for the stack: its name gives way to
 * `stack`.
 *
 * @throws Error where there is no such section, or it has no command
 */
export function documentedSteps(section: string, stack: string): string[][] {
  const document = readFileSync(join(REPOSITORY, "docs/operations.md"), "utf8");
  const found = document.split(/^## /m).find((part) => part.startsWith(`${section}\n`));
  const steps = (found ?? "").split("\n").filter((line) => line.startsWith("    "));
  if (steps.length === 0) throw new Error(`docs/operations.md has no commands under ${section}`);
  return steps.map((line) => {
    const words = line.trim().split(/\s+/);
    return words.map((word, index) => (words[index - 1] === "--stack" ? stack : word));
  });
}
