import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "./figure";

const ROOT = join(__dirname, "..");
const COMMAND = [join(ROOT, "dist/cli/main.js"), "check", "--stack", "dev"];
const BASELINE = join(__dirname, "baseline.cjs");
const PROBE = join(__dirname, "probe.cjs");

/**
 * `check --stack dev` in a cold process, against a bare process that loads the same SDK modules and starts a policy pack
 * with nothing in it, one after the other; and, for the record, against one that does both at once. All alternate, and the
 * fastest run of each counts: what else the machine does can only slow one down.
 */
export async function checkFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-bench-"));
  try {
    run(COMMAND, { NODE_OPTIONS: `--require ${PROBE}`, ISTHMUS_PROBE: folder });
    const probes = readdirSync(folder).map(
      (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Probe,
    );
    const main = probes.find((probe) => probe.main.endsWith("main.js"));
    if (!main) throw new Error("the command left no probe");
    const modules = main.modules.filter((file) => file.includes("/node_modules/"));

    const check: number[] = [];
    const bare: number[] = [];
    const atOnce: number[] = [];
    for (let round = 0; round < 7; round++) {
      check.push(run(COMMAND));
      const env = { ISTHMUS_MODULES: JSON.stringify(modules) };
      bare.push(run([BASELINE], env));
      atOnce.push(run([BASELINE], { ...env, ISTHMUS_AT_ONCE: "1" }));
    }
    const memory = probes.reduce((sum, probe) => sum + probe.maxRss, 0) / 1024;
    return [
      { name: "check-dev-cold", value: Math.min(...check) / Math.min(...bare), unit: "ratio", limit: 1.5 },
      {
        name: "check-dev-cold-over-both-at-once",
        value: Math.min(...check) / Math.min(...atOnce),
        unit: "ratio",
      },
      { name: "check-dev-memory", value: memory, unit: "MB", limit: 500 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the probe writes when a process ends. */
interface Probe {
  main: string;
  modules: string[];
  /** KiB. */
  maxRss: number;
}

/** Milliseconds of a whole process. */
function run(args: string[], env: Record<string, string> = {}): number {
  const start = process.hrtime.bigint();
  const child = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(`${args[0]}: ${child.stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
