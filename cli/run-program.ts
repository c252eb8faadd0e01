import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { InputError } from "../network/errors";
import type { InvokeAnswers } from "../recorder/invoke-answers";
import { type Recording, record } from "../recorder/record";
import { shown } from "./files";
import type { Program } from "./source";

/**
 * Runs a Pulumi program against the recorder, in its own folder, as the engine would for a preview.
 *
 * @throws InputError where the program cannot be found
 */
export async function runProgram(program: Program, answers?: InvokeAnswers): Promise<Recording> {
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
      {
        project: program.project,
        stack: program.stack,
        config: program.config,
        from: entry,
        ...(answers ? { answers } : {}),
      },
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

/**
 * Loads a program's module; one in TypeScript through the compiler that the program's Pulumi SDK would take, with the options of its own
 * tsconfig.json, but without checking its types (`@pulumi/pulumi` 3.248, `cmd/run/run.js`).
 */
function load(entry: string): unknown {
  const own = createRequire(entry);
  if (entry.endsWith(".ts")) {
    const { typeScriptRequireStrings, loadTypeScriptCompilerOptions } = own("@pulumi/pulumi/tsutils") as {
      typeScriptRequireStrings(): { tsnodeRequire: string; typescriptRequire: string };
      loadTypeScriptCompilerOptions(file: string): object;
    };
    const tsconfig = resolve(process.env.PULUMI_NODEJS_TSCONFIG_PATH ?? "tsconfig.json");
    const { tsnodeRequire, typescriptRequire } = typeScriptRequireStrings();
    const { register } = own(tsnodeRequire) as { register(options: object): void };
    register({
      compiler: typescriptRequire,
      transpileOnly: true,
      skipProject: !existsSync(tsconfig),
      compilerOptions: {
        target: "es2020",
        module: "commonjs",
        moduleResolution: "node",
        sourceMap: true,
        ...(existsSync(tsconfig) ? loadTypeScriptCompilerOptions(tsconfig) : {}),
      },
    });
  }
  return own(entry);
}
