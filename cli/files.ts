import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { InputError } from "../network/errors";

/**
 * Text of a file that a person named.
 *
 * @throws InputError where it cannot be read
 */
export function readInput(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError({ file: shown(file), path: "", message: reasonOf(error) });
  }
}

/** Text of a file, or `undefined` where there is none. Other faults are thrown as {@link readInput} does. */
export function readOptional(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new InputError({ file: shown(file), path: "", message: reasonOf(error) });
  }
}

/** Replaces a file whole or not at all: what was there stays until the new text is on the disk. */
export function writeAtomically(file: string, text: string): void {
  const draft = join(dirname(file), `.${process.pid}.isthmus.tmp`);
  try {
    writeFileSync(draft, text, { flag: "wx", flush: true });
    renameSync(draft, file);
  } catch (error) {
    removeDraft(draft);
    throw new InputError({ file: shown(file), path: "", message: `cannot be written: ${reasonOf(error)}` });
  }
}

/** What keeps a draft from being made also keeps it from being removed, and is the fault to tell. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {}
}

/** A path as a person would write it from here. */
export function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path === "" ? "." : path.startsWith("..") ? file : path;
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return "no such file";
    case "EISDIR":
      return "is a folder, not a file";
    case "EACCES":
      return "permission denied";
    case "ENOTDIR":
      return "a part of the path is no folder";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
