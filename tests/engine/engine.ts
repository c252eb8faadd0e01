import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Deployment, readDeployment } from "./deployment";
import { writeProject } from "./project";
import { pulumiFolder } from "./pulumi-binary";
import { type RunningClouds, startClouds } from "./running-clouds";

/** What a command of the engine came to. */
export interface Outcome {
  /** Exit code; null when the command was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The engine is killed (SIGKILL) when this is fulfilled. */
  readonly kill?: Promise<unknown>;
  /** Variables on top of the engine's own. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface EngineOptions {
  /** The environments of `stacks/` to make stacks of, of which the first is selected. Default: `["dev"]`. */
  readonly environments?: readonly string[];
  /** Writes the project's folder; default: the repository's own program (`writeProject`). */
  readonly project?: (folder: string) => void;
}

/** The real Pulumi engine in a folder of its own, with a file backend, a passphrase and simulated clouds. */
export interface Engine {
  /** The project's folder, in which commands run: `Pulumi.yaml`, `stacks/`. */
  readonly project: string;
  /** The simulated clouds' folder, for `objectsIn` and `requestsIn`. */
  readonly clouds: string;
  /** Everything that the engine keeps on disk: the backend's state, history and backups, its home and its logs. */
  readonly kept: string;
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** The JSON that a command prints. @throws Error with what it said when it fails. */
  json(args: readonly string[]): Promise<unknown>;
  /** State of the selected stack. */
  exportStack(): Promise<Deployment>;
  /** Starts the clouds again after they died; they go on from what they had. */
  restartClouds(): Promise<void>;
  /** Ends the clouds and removes every folder. */
  stop(): Promise<void>;
}

/**
 * Starts an engine.
 *
 * @throws Error when there is no engine to be had, or a stack can't be made.
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const bin = await pulumiFolder();
  const root = mkdtempSync(join(tmpdir(), "isthmus-engine-"));
  const [project, clouds, kept] = ["project", "clouds", "kept"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [project, clouds, join(kept, "backend"), join(kept, "home")]) {
    mkdirSync(folder, { recursive: true });
  }
  (options.project ?? writeProject)(project);
  let running = await startClouds(clouds);
  const run = (args: readonly string[], { kill, env }: RunOptions = {}) =>
    command(join(bin, "pulumi"), args, project, { ...environment(bin, kept, running), ...env }, kill);

  const engine: Engine = {
    project,
    clouds,
    kept,
    run,
    json: async (args) => JSON.parse((await succeeded(run, args)).stdout),
    exportStack: async () => readDeployment((await succeeded(run, ["stack", "export"])).stdout),
    restartClouds: async () => {
      await running.stop();
      running = await startClouds(clouds);
    },
    stop: async () => {
      await running.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
  try {
    const [first = "dev", ...rest] = options.environments ?? ["dev"];
    for (const name of [...rest, first]) await succeeded(run, ["stack", "init", name]);
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return engine;
}

/** Runs a command that has to succeed. @throws Error with what it said. */
async function succeeded(run: Engine["run"], args: readonly string[]): Promise<Outcome> {
  const outcome = await run(args);
  if (outcome.code !== 0) throw new Error(`pulumi ${args.join(" ")}: ${outcome.stderr}${outcome.stdout}`);
  return outcome;
}

function environment(bin: string, kept: string, clouds: RunningClouds): NodeJS.ProcessEnv {
  const foreign = Object.entries(process.env).filter(([name]) => !name.startsWith("PULUMI_"));
  return {
    ...Object.fromEntries(foreign),
    PATH: [bin, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
    NO_COLOR: "1",
    PULUMI_HOME: join(kept, "home"),
    PULUMI_BACKEND_URL: `file://${join(kept, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "correct horse battery staple",
    PULUMI_DEBUG_PROVIDERS: clouds.attach,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
}

async function command(
  file: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  kill: Promise<unknown> | undefined,
): Promise<Outcome> {
  const child: ChildProcess = spawn(file, [...args, "--non-interactive"], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  }
  void kill?.then(() => child.kill("SIGKILL"));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}
