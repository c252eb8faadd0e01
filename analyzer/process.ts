import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { InputError } from "../network/errors";

/** A running policy pack. */
export interface PackProcess {
  /** On 127.0.0.1. */
  port: number;
  stop(): Promise<void>;
}

const RUNNER = "@pulumi/pulumi/cmd/run-policy-pack";

/** Runs a pack's server in a process of its own: a pack ends its process where it finds fault with itself. */
export async function spawnPack(directory: string): Promise<PackProcess> {
  const home = resolve(directory);
  if (!existsSync(join(home, "PulumiPolicy.yaml"))) {
    throw new InputError({
      file: directory,
      path: "",
      message: "is no policy pack: it has no PulumiPolicy.yaml",
    });
  }
  // The first argument is the engine's address, which a pack has no use for.
  const child = spawn(process.execPath, [...preloadFor(home), runnerOf(home), "127.0.0.1:0", home], {
    cwd: home,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = (): void => void child.kill();
  process.once("exit", kill);

  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = `${errors}${text}`.slice(0, 20_000);
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));

  const port = await new Promise<number>((found, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      // The port is the first line that is a number; a pack's own modules may print before it.
      const line = /^(\d+)\r?$/m.exec(output);
      if (line) found(Number(line[1]));
    });
    child.once("error", (error) => reject(fault(directory, error.message)));
    child.once("close", (code) => reject(fault(directory, errors, `ended with code ${code}`)));
  });
  return {
    port,
    async stop() {
      process.off("exit", kill);
      kill();
      await ended;
    },
  };
}

/** One line out of what a pack printed: where its fault is told, not where it was caught. */
export function fault(directory: string, text: string, otherwise = "gave no reason"): InputError {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("at "));
  const line =
    lines.find((candidate) => /^(\w*Error|\w+ \[\w+\]): |: error TS\d+: /.test(candidate)) ??
    lines.find(
      (candidate) => !/^(node:|Running program|Error (validating|remediating) resource)/.test(candidate),
    );
  return new InputError({
    file: directory,
    path: "",
    message: `the policy pack failed: ${line ?? otherwise}`,
  });
}

/** A pack in plain JavaScript starts without a compiler. Node.js cannot preload TypeScript, so our sources, uncompiled, can't do it. */
function preloadFor(home: string): string[] {
  const preload = join(__dirname, "javascript-pack.js");
  const parsed = packSchema.safeParse(parse(readFileSync(join(home, "PulumiPolicy.yaml"), "utf8")));
  const plain = parsed.success && parsed.data.runtime.options.typescript === false;
  return plain && existsSync(preload) ? ["--require", preload] : [];
}

const packSchema = z.object({ runtime: z.object({ options: z.object({ typescript: z.boolean() }) }) });

/** Pulumi's runner from the pack's own copy of the SDK, as the engine takes it, else from ours. */
function runnerOf(home: string): string {
  try {
    return createRequire(join(home, "package.json")).resolve(RUNNER);
  } catch {
    return require.resolve(RUNNER);
  }
}
