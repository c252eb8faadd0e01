import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the compiled command as a user would, in `cwd` (default: the repository), in a terminal of no kind. */
export function isthmus(args: string[], cwd = ROOT, env: NodeJS.ProcessEnv = process.env): Run {
  const child = spawnSync(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
    cwd,
    encoding: "utf8",
    env: { ...env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}

/** A folder with the given files, gone when the tests of the suite are over. */
export function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "isthmus-test-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** A spec of three members, one in each cloud; `changes` replaces top-level keys. */
export function specText(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    members: {
      dublin: { cloud: "aws", region: "eu-west-1" },
      frankfurt: { cloud: "gcp", region: "europe-west3" },
      amsterdam: { cloud: "azure", region: "westeurope" },
    },
    tiers: { gold: { rtt: "60ms" } },
    traffic: [{ from: "dublin", to: "frankfurt", tier: "gold" }],
    ...changes,
  });
}
