import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suitesOf } from "../left-out";

/**
 * A suite that needs Prometheus' own tool. Where there is none its tests count as skipped, and one line says how many and why.
 */
export const promtoolSuite = suitesOf({
  of: "Prometheus' own tool",
  missing:
    spawnSync("promtool", ["--version"]).status === 0
      ? undefined
      : "no promtool on the PATH (Debian: apt-get install prometheus)",
  timeout: 60_000,
  prepare: () => Promise.resolve(),
});

/** Runs the tool in a folder of the given files, each as JSON, which YAML takes. Its exit code and all that it says. */
export function promtool(
  args: string[],
  files: Record<string, unknown>,
): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-promtool-"));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(content));
    const { status, stdout, stderr } = spawnSync("promtool", args, { cwd: folder, encoding: "utf8" });
    return { code: status, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
