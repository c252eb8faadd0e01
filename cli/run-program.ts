import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { InputError } from "../network/errors";
import { type Recording, record } from "../recorder/record";
import { shown } from "./files";
import type { Program } from "./source";

/**
 * Runs a Pulumi program against the recorder, in its own folder, as the engine would for a preview.
 *
 * @throws InputError where the program cannot be found
 */
export async function runProgram(program: Program): Promise<Recording> {
  const entry = entryOf(program.directory);
  const home = process.cwd();
  process.chdir(program.directory);
  try {
    return await record(
      async () => {
        const exported: unknown = load(entry);
        // As Pulumi's own runner: a program may export a function that makes its resources.
        return typeof exported === "function" ? await exported() : exported;
      },
      { project: program.project, stack: program.stack, config: program.config, from: entry },
    );
  } finally {
    process.chdir(home);
  }
}

/** The file that Node.js would load for the folder; a TypeScript program may have no compiled one. */
function entryOf(directory: string): string {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new InputError({
      file: shown(directory),
      path: "",
      message: "no such folder; the project's program is not there",
    });
  }
  try {
    return require.resolve(directory);
  } catch {
    const typescript = join(directory, "index.ts");
    if (existsSync(typescript)) return typescript;
    throw new InputError({
      file: shown(directory),
      path: "",
      message:
        "no program to run: neither package.json's main nor index.js nor index.ts is there; build it first",
    });
  }
}

/** Loads a program's module; one in TypeScript through the compiler that the program's Pulumi SDK would take. */
function load(entry: string): unknown {
  const own = createRequire(entry);
  if (entry.endsWith(".ts")) {
    const { typeScriptRequireStrings } = own("@pulumi/pulumi/tsutils") as {
      typeScriptRequireStrings(): { tsnodeRequire: string; typescriptRequire: string };
    };
    const { tsnodeRequire, typescriptRequire } = typeScriptRequireStrings();
    const { register } = own(tsnodeRequire) as { register(options: object): void };
    register({
      compiler: typescriptRequire,
      transpileOnly: true,
      compilerOptions: { module: "commonjs", target: "es2020" },
    });
  }
  return own(entry);
}
