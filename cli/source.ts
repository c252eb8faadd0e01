import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { emptyLock, type Lock } from "../network/address/lock";
import { parseLock } from "../network/address/lock-text";
import { InputError } from "../network/errors";
import { closest } from "../network/place/closest";
import type { MeshSpec } from "../network/spec/shape";
import { readSpecText, SPEC_KEY } from "../network/spec/yaml";
import { readInput, readOptional, shown } from "./files";
import { packageRoot } from "./package-root";

/** Which mesh a command is about. */
export interface SourceOptions {
  stack?: string;
  spec?: string;
  lock?: string;
}

/** A mesh: its description, its lock, and the program that makes it. */
export interface Source {
  /** `stack dev`, or the spec's file. */
  title: string;
  /** Absent where the stack's configuration describes no mesh: then there is only a program to check. */
  spec?: MeshSpec;
  lockFile: string;
  /** What the lock file holds; an empty lock where there is no file. */
  lock: Lock;
  lockExists: boolean;
  program: Program;
}

/** A Pulumi program and what the engine would hand it. */
export interface Program {
  /** Folder that holds it; its working directory. */
  directory: string;
  project: string;
  stack: string;
  config: Record<string, string>;
}

/**
 * @throws InputError where a file is missing, is not what it should be, or the stack does not exist
 */
export function openSource(options: SourceOptions): Source {
  if (options.spec !== undefined && options.stack !== undefined) {
    throw new InputError({
      path: "",
      message: "--spec and --stack name two different meshes; give one of them",
    });
  }
  return options.spec !== undefined
    ? specSource(options.spec, options.lock)
    : stackSource(options.stack ?? "dev", options.lock);
}

/** A spec in a file of its own is made by isthmus' own program. */
function specSource(file: string, lockOption: string | undefined): Source {
  const spec = readSpecText({ file: shown(file), text: readInput(file) });
  const lockFile = lockOption ?? file.replace(/(\.ya?ml|\.json)?$/, ".lock.yaml");
  const program = {
    directory: join(packageRoot(), "dist", "stacks"),
    project: "isthmus",
    stack: "spec",
    config: { [SPEC_KEY]: JSON.stringify(spec) },
  };
  return { title: shown(file), spec, ...openLock(lockFile, lockOption !== undefined), program };
}

function stackSource(stack: string, lockOption: string | undefined): Source {
  const project = findProject();
  const file = join(project.configDirectory, `Pulumi.${stack}.yaml`);
  if (!existsSync(file)) throw new InputError(noStack(stack, project.configDirectory));
  const text = readInput(file);
  const config = configOf(text, project.name);
  const spec = config[SPEC_KEY] === undefined ? undefined : readSpecText({ file: shown(file), text });
  const lockFile = lockOption ?? join(project.configDirectory, `${stack}.lock.yaml`);
  return {
    title: `stack ${stack}`,
    ...(spec ? { spec } : {}),
    ...openLock(lockFile, lockOption !== undefined),
    program: { directory: project.program, project: project.name, stack, config },
  };
}

function openLock(lockFile: string, mustExist: boolean): Pick<Source, "lockFile" | "lock" | "lockExists"> {
  const text = mustExist ? readInput(lockFile) : readOptional(lockFile);
  const lock = text === undefined ? emptyLock() : parseLock(text, shown(lockFile));
  return { lockFile, lock, lockExists: text !== undefined };
}

interface Project {
  name: string;
  program: string;
  configDirectory: string;
}

const projectSchema = z.looseObject({
  name: z.string(),
  main: z.string().optional(),
  stackConfigDir: z.string().optional(),
  runtime: z.union([z.string(), z.looseObject({ name: z.string() })]),
});

/** The nearest Pulumi.yaml, here or above. */
function findProject(): Project {
  for (let directory = process.cwd(); ; directory = dirname(directory)) {
    const file = join(directory, "Pulumi.yaml");
    if (existsSync(file)) return projectOf(file, directory);
    if (directory === dirname(directory)) break;
  }
  throw new InputError({
    path: "",
    message:
      "no Pulumi.yaml here or in a folder above; run it in a Pulumi project, or name a spec with --spec FILE",
  });
}

function projectOf(file: string, directory: string): Project {
  const parsed = projectSchema.safeParse(yamlOf(file, readInput(file)));
  if (!parsed.success) {
    throw new InputError({
      file: shown(file),
      path: "",
      message: "is no Pulumi project: it needs name and runtime",
    });
  }
  const { name, main, stackConfigDir, runtime } = parsed.data;
  const language = typeof runtime === "string" ? runtime : runtime.name;
  if (language !== "nodejs") {
    throw new InputError({
      file: shown(file),
      path: "runtime",
      message: `is ${language}; only programs for nodejs can be run against the recorder`,
    });
  }
  return {
    name,
    program: resolve(directory, main ?? "."),
    configDirectory: resolve(directory, stackConfigDir ?? "."),
  };
}

/** A stack's configuration as the engine hands it to the program. Encrypted values stay out: nobody can decrypt them here. */
function configOf(text: string, project: string): Record<string, string> {
  const parsed = z
    .looseObject({ config: z.record(z.string(), z.unknown()).optional() })
    .safeParse(parseQuietly(text));
  const entries = Object.entries((parsed.success && parsed.data.config) || {});
  return Object.fromEntries(
    entries
      .filter(([, value]) => !(typeof value === "object" && value !== null && "secure" in value))
      .map(([key, value]) => [
        key.includes(":") ? key : `${project}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
  );
}

/** Faults of syntax are told by the reader of the spec, which knows the lines; here they mean an empty configuration. */
function parseQuietly(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch {
    return { config: { [SPEC_KEY]: "" } };
  }
}

function yamlOf(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new InputError({ file: shown(file), path: "", message: `not YAML: ${reason}` });
  }
}

function noStack(stack: string, directory: string) {
  const stacks = existsSync(directory) && statSync(directory).isDirectory() ? stacksIn(directory) : [];
  const near = closest(stack, stacks);
  const hint = near
    ? `did you mean ${near}?`
    : stacks.length
      ? `there are ${stacks.join(", ")}`
      : "there are none";
  return {
    path: "--stack",
    message: `there is no stack ${stack} (Pulumi.${stack}.yaml) in ${shown(directory)}; ${hint}`,
  };
}

function stacksIn(directory: string): string[] {
  return readdirSync(directory)
    .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}
