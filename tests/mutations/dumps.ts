import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../cli/run-program";
import { openSource } from "../../cli/source";
import type { Resource } from "../../network/model/resource";
import { type Recording, record } from "../../recorder/record";
import { readSaved } from "../../recorder/saved/read";

const ROOT = join(__dirname, "..", "..");
const RAW = join(ROOT, "examples", "raw");

/** Environments of this repository. */
export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;

/** Resources of one stack, as its program registers them or as Pulumi wrote them. */
export interface Dump {
  /** `prod`, `raw/aws-vpn` */
  name: string;
  resources: Resource[];
}

/** What the program of an environment makes, recorded in this process. */
export async function environmentDump(name: (typeof ENVIRONMENTS)[number]): Promise<Dump> {
  return sound(name, await environmentRecording(name));
}

/** All that the program of an environment registers and logs, recorded in this process. */
export async function environmentRecording(name: (typeof ENVIRONMENTS)[number]): Promise<Recording> {
  const home = process.cwd();
  process.chdir(ROOT);
  try {
    const { program } = openSource({ stack: name });
    process.chdir(program.directory);
    const file = require.resolve(join(ROOT, "stacks", "index.ts"));
    return await record(
      () => {
        // A program runs when it is loaded, so it is loaded anew.
        delete require.cache[file];
        const exported: unknown = require(file);
        return typeof exported === "function" ? exported() : exported;
      },
      { project: program.project, stack: program.stack, config: program.config },
    );
  } finally {
    process.chdir(home);
  }
}

/** Names of the stacks in examples/raw/. */
export function rawNames(): string[] {
  if (!existsSync(RAW)) return [];
  return readdirSync(RAW, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** What a stack of examples/raw/ makes: by its program, or by the preview that is saved beside it. */
export async function rawDump(name: string): Promise<Dump> {
  const directory = join(RAW, name);
  const saved = join(directory, "preview.json");
  if (existsSync(saved)) {
    return sound(`raw/${name}`, readSaved({ file: saved, text: readFileSync(saved, "utf8") }).recording);
  }
  const program = { directory, project: name, stack: "dev", config: {} };
  return sound(`raw/${name}`, await runProgram(program));
}

function sound(name: string, { resources, failures }: Recording): Dump {
  if (failures.length > 0) throw new Error(`${name}: ${String(failures[0])}`);
  return { name, resources };
}
