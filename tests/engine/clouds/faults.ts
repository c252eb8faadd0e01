import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const faultForm = z.object({
  type: z.string(),
  nth: z.number().int().positive().optional(),
  name: z.string().optional(),
  act: z.enum(["fail", "delay", "die", "hang"]),
  milliseconds: z.number().nonnegative().optional(),
  when: z.enum(["before", "after"]).optional(),
});

/** What goes wrong with one create. It happens once. */
export interface Fault {
  /** Type token of the create. */
  type: string;
  /** Which create of the type, from 1, counted from when the faults were written. Default: the first that `name` allows. */
  nth?: number;
  /** Logical name of the resource. Default: any. */
  name?: string;
  /** `hang` answers nothing until the faults are written anew; `die` ends the clouds' process. */
  act: "fail" | "delay" | "die" | "hang";
  /** Of a delay, default 100; until a failure is told, default 0. */
  milliseconds?: number;
  /** Whether the object exists by then. Default `before`: it does not. */
  when?: "before" | "after";
}

/** The faults to come, in place of all that were written before; counting begins again. */
export function writeFaults(directory: string, faults: Fault[]): void {
  rmSync(progressFile(directory), { force: true });
  const file = faultsFile(directory);
  writeFileSync(`${file}.new`, JSON.stringify(faults));
  renameSync(`${file}.new`, file);
}

/**
 * Counts a create and says what goes wrong with it, if anything. What was counted is kept beside the faults, so that a
 * process that died of one does not die of it again.
 */
export function faultOf(directory: string, create: { type: string; name: string }): Fault | undefined {
  const faults = faultsIn(directory);
  if (faults.length === 0) return undefined;
  const progress = progressIn(directory);
  const nth = progress.filter((line) => line.type === create.type).length + 1;
  const fired = new Set(progress.map((line) => line.fired));
  const index = faults.findIndex(
    (fault, position) =>
      !fired.has(position) &&
      fault.type === create.type &&
      (fault.name === undefined || fault.name === create.name) &&
      (fault.nth === undefined || fault.nth === nth),
  );
  const line = { type: create.type, ...(index >= 0 ? { fired: index } : {}) };
  appendFileSync(progressFile(directory), `${JSON.stringify(line)}\n`);
  return faults[index];
}

/** Which of the written faults have happened, in the order they were written. */
export function firedFaults(directory: string): Fault[] {
  const fired = new Set(progressIn(directory).map((line) => line.fired));
  return faultsIn(directory).filter((_, position) => fired.has(position));
}

/** Waits until other faults are written. */
export function untilRewritten(directory: string): Promise<void> {
  const before = textOf(faultsFile(directory));
  return new Promise((resolve) => {
    const watcher = watch(directory, () => {
      if (textOf(faultsFile(directory)) === before) return;
      watcher.close();
      resolve();
    });
  });
}

function faultsIn(directory: string): Fault[] {
  const text = textOf(faultsFile(directory));
  return text === "" ? [] : z.array(faultForm).parse(JSON.parse(text));
}

const progressForm = z.object({ type: z.string(), fired: z.number().optional() });

function progressIn(directory: string): z.infer<typeof progressForm>[] {
  return textOf(progressFile(directory))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => progressForm.parse(JSON.parse(line)));
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function faultsFile(directory: string): string {
  return join(directory, "faults.json");
}

function progressFile(directory: string): string {
  return join(directory, "faults-fired.jsonl");
}
