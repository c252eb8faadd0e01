import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Fault, InputError } from "../network/errors";
import { closest } from "../network/place/closest";
import { SPEC_KEY } from "../network/spec/yaml";
import { UNKNOWN_TEXT } from "../recorder/wire";
import { readInput, shown } from "./files";

/** A Pulumi project in Node.js: what its Pulumi.yaml says. */
export interface Project {
  name: string;
  /** Folder of the program; its working directory. */
  program: string;
  /** Folder of `Pulumi.<stack>.yaml`. */
  configDirectory: string;
}

const projectSchema = z.looseObject({
  name: z.string(),
  main: z.string().optional(),
  stackConfigDir: z.string().optional(),
  runtime: z.union([z.string(), z.looseObject({ name: z.string() })]),
});

/**
 * The nearest Pulumi.yaml, here or above.
 *
 * @throws InputError where there is none, or it is no project for Node.js
 */
export function findProject(): Project {
  for (let directory = process.cwd(); ; directory = dirname(directory)) {
    if (existsSync(join(directory, "Pulumi.yaml"))) return projectIn(directory);
    if (directory === dirname(directory)) break;
  }
  throw new InputError({
    path: "",
    message:
      "no Pulumi.yaml here or in a folder above; run it in a Pulumi project, or name a spec with --spec FILE",
  });
}

/**
 * The project whose Pulumi.yaml stands in a folder.
 *
 * @throws InputError where there is none, or it is no project for Node.js
 */
export function projectIn(directory: string): Project {
  if (!isFolder(directory))
    throw new InputError({ file: shown(directory), path: "", message: "no such folder" });
  const file = join(directory, "Pulumi.yaml");
  if (!existsSync(file)) {
    throw new InputError({
      file: shown(directory),
      path: "",
      message: "is no Pulumi project: it has no Pulumi.yaml",
    });
  }
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

/** The file that configures a stack, whether it exists or not. */
export function stackFile({ configDirectory }: Project, stack: string): string {
  return join(configDirectory, `Pulumi.${stack}.yaml`);
}

/**
 * A stack's configuration as the engine hands it to the program. Encrypted values, which nobody can decrypt here, are given as the
 * text that stands for an unknown: a program that requires them runs, and what it makes of them is unknown.
 */
export function configOf(text: string, project: string): Record<string, string> {
  const parsed = z
    .looseObject({ config: z.record(z.string(), z.unknown()).optional() })
    .safeParse(parseQuietly(text));
  const entries = Object.entries((parsed.success && parsed.data.config) || {});
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const known = withoutEncrypted(value);
      return [
        key.includes(":") ? key : `${project}:${key}`,
        typeof known === "string" ? known : JSON.stringify(known),
      ];
    }),
  );
}

/** The same value with what is encrypted in it (`secure: v1:…`) unknown. */
function withoutEncrypted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEncrypted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === "secure") return UNKNOWN_TEXT;
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutEncrypted(inner)]));
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

/** That a project has no such stack, and which it has. */
export function noStack(stack: string, { configDirectory }: Project): Fault {
  const stacks = isFolder(configDirectory) ? stacksIn(configDirectory) : [];
  const near = closest(stack, stacks);
  const hint = near
    ? `did you mean ${near}?`
    : stacks.length
      ? `there are ${stacks.join(", ")}`
      : "there are none";
  return {
    path: "--stack",
    message: `there is no stack ${stack} (Pulumi.${stack}.yaml) in ${shown(configDirectory)}; ${hint}`,
  };
}

function stacksIn(directory: string): string[] {
  return readdirSync(directory)
    .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
