import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { emptyLock, type Lock } from "../network/address/lock";
import { parseLock } from "../network/address/lock-text";
import { InputError } from "../network/errors";
import type { MeshSpec } from "../network/spec/shape";
import { readSpecText, SPEC_KEY } from "../network/spec/yaml";
import { UNKNOWN_TEXT } from "../recorder/wire";
import { readInput, readOptional, shown } from "./files";
import { packageRoot } from "./package-root";
import { configOf, findProject, noStack, type Project, projectIn, stackFile } from "./project";

/** Which mesh a command is about. */
export interface SourceOptions {
  stack?: string;
  spec?: string;
  /** Folder of a Pulumi program, with its Pulumi.yaml. */
  program?: string;
  lock?: string;
}

/** A mesh: its description, its lock, and the program that makes it. */
export interface Source {
  /** `stack dev`, or the spec's file. */
  title: string;
  /** Absent where the stack's configuration describes no mesh: then there is only a program to check. */
  spec?: MeshSpec;
  /** File that holds the spec. */
  specFile?: string;
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

/** The stack where none is named. */
const DEFAULT_STACK = "dev";

/**
 * @throws InputError where a file is missing, is not what it should be, or the stack does not exist
 */
export function openSource({ stack, spec, program, lock }: SourceOptions): Source {
  if (spec !== undefined && (stack !== undefined || program !== undefined)) {
    const other = stack !== undefined ? "--stack" : "--program";
    throw new InputError({
      path: "",
      message: `--spec and ${other} name two different meshes; give one of them`,
    });
  }
  if (spec !== undefined) return specSource(spec, lock);
  if (program === undefined) return stackSource(findProject(), stack ?? DEFAULT_STACK, lock);
  const project = projectIn(resolve(program));
  // A program of anyone's may need no configuration.
  if (stack === undefined && !existsSync(stackFile(project, DEFAULT_STACK))) return bareSource(project, lock);
  return stackSource(project, stack ?? DEFAULT_STACK, lock);
}

/** The file that describes the mesh of a resource's stack, where that stack is one of the project here. */
export function specFileOf(urn: string): string | undefined {
  const [, stack, name] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(urn) ?? [];
  if (stack === undefined) return undefined;
  try {
    const project = findProject();
    const file = stackFile(project, stack);
    const text = project.name === name ? readOptional(file) : undefined;
    return text !== undefined && configOf(text, project.name)[SPEC_KEY] !== undefined ? file : undefined;
  } catch (error) {
    // Nobody asked for it, so what is wrong with it is not said here.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** A spec in a file of its own is made by isthmus' own program. */
function specSource(file: string, lockOption: string | undefined): Source {
  const spec = readSpecText({ file: shown(file), text: readInput(file) });
  const lockFile = lockOption ?? file.replace(/(\.ya?ml|\.json)?$/, ".lock.yaml");
  const program = {
    directory: join(packageRoot(), "dist", "stacks"),
    project: "isthmus",
    stack: "spec",
    config: { [SPEC_KEY]: JSON.stringify(spec), ...unknownKubeconfigs(spec) },
  };
  return {
    title: shown(file),
    spec,
    specFile: file,
    ...openLock(lockFile, lockOption !== undefined),
    program,
  };
}

/** A check reaches no cluster, so how one that is there is reached need not be known. */
function unknownKubeconfigs({ members }: MeshSpec): Record<string, string> {
  const bringing = Object.keys(members).filter((name) => members[name]?.existing?.cluster !== undefined);
  return Object.fromEntries(bringing.map((name) => [`isthmus:kubeconfig-${name}`, UNKNOWN_TEXT]));
}

function stackSource(project: Project, stack: string, lockOption: string | undefined): Source {
  const file = stackFile(project, stack);
  if (!existsSync(file)) throw new InputError(noStack(stack, project));
  const text = readInput(file);
  const config = configOf(text, project.name);
  const spec = config[SPEC_KEY] === undefined ? undefined : readSpecText({ file: shown(file), text });
  return {
    title: `stack ${stack}`,
    ...(spec ? { spec, specFile: file } : {}),
    ...stackLock(project, stack, lockOption),
    program: { directory: project.program, project: project.name, stack, config },
  };
}

function bareSource(project: Project, lockOption: string | undefined): Source {
  return {
    title: `project ${project.name}`,
    ...stackLock(project, DEFAULT_STACK, lockOption),
    program: { directory: project.program, project: project.name, stack: DEFAULT_STACK, config: {} },
  };
}

type LockPart = Pick<Source, "lockFile" | "lock" | "lockExists">;

function stackLock({ configDirectory }: Project, stack: string, lockOption: string | undefined): LockPart {
  return openLock(lockOption ?? join(configDirectory, `${stack}.lock.yaml`), lockOption !== undefined);
}

function openLock(lockFile: string, mustExist: boolean): LockPart {
  const text = mustExist ? readInput(lockFile) : readOptional(lockFile);
  const lock = text === undefined ? emptyLock() : parseLock(text, shown(lockFile));
  return { lockFile, lock, lockExists: text !== undefined };
}
