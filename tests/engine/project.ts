import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The checkout under test. */
export const REPOSITORY = join(__dirname, "../..");

/**
 * Writes a project that is the repository's own: the same `Pulumi.yaml`, the program compiled, the policy pack, and copies of the
 * environments and their locks, so that a test may change these.
 */
export function writeProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ["Pulumi.yaml", "stacks"]) {
    cpSync(join(REPOSITORY, file), join(folder, file), { recursive: true });
  }
  linkRepository(folder);
}

/** Writes a project whose program is the JavaScript in `program`. */
export function writeProgram(folder: string, program: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    "name: isthmus\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  writeFileSync(
    join(folder, "package.json"),
    '{ "name": "program", "version": "0.0.0", "main": "index.js" }\n',
  );
  writeFileSync(join(folder, "index.js"), program);
  linkRepository(folder);
}

/** What a program needs of the repository and no test changes: its packages, the compiled code and the policy pack. */
export function linkRepository(folder: string): void {
  for (const name of ["dist", "node_modules", "policies"]) {
    symlinkSync(join(REPOSITORY, name), join(folder, name), "dir");
  }
}
