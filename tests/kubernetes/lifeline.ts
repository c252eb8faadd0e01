import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program that runs beside the tests. */
export interface Running {
  /** Ends it and removes its folder; done when both have happened. */
  stop(): Promise<void>;
  /** How it ended; undefined while it runs. */
  ended(): string | undefined;
  /** The last of what it has written. */
  log(): string;
}

/** Characters of output that are kept. */
const KEPT = 20_000;

/**
 * Runs the program until it ends or standard input does, which is when whoever started it stops it or is no more, however that ended;
 * then removes the folder. The shell says nothing itself, because there may be nobody left to read it. Its own group of processes, so that an interrupt at the terminal reaches it in this way only.
 */
const GUARD = `
folder=$1; shift
exec 3<&0 4>&2 2>/dev/null
"$@" </dev/null 2>&4 3<&- 4>&- &
program=$!
{ cat <&3; kill -KILL $program; } >/dev/null 4>&- &
guard=$!
wait $program
status=$?
kill $guard
rm -rf "$folder"
exit $status
`;

/** Starts a program with a folder of its own, which its command is told. It ends with this process at the latest. */
export function start(name: string, commandIn: (folder: string) => readonly string[]): Running {
  const folder = mkdtempSync(join(tmpdir(), `isthmus-${name}-`));
  let command: readonly string[];
  try {
    command = commandIn(folder);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  const guard = spawn("sh", ["-c", GUARD, "sh", folder, ...command], { detached: true, stdio: "pipe" });
  let output = "";
  let end: string | undefined;
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT);
  };
  guard.stdout.on("data", keep);
  guard.stderr.on("data", keep);
  const ending = new Promise<void>((resolve) => {
    const settle = (how: string) => {
      end = how;
      guard.stdin.destroy();
      resolve();
    };
    guard.once("error", ({ message }) => settle(message));
    guard.once("exit", (code, signal) => settle(signal ?? `exit code ${code}`));
  });
  return {
    stop: async () => {
      guard.stdin.end();
      await ending;
    },
    ended: () => end,
    log: () => output,
  };
}
