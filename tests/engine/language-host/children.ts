import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

/** Starts Node on a script; the process is ended with this one (`endChildren`). */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, args, options);
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Kills every process started here that still runs. */
export function endChildren(): void {
  for (const child of running) child.kill("SIGKILL");
}
