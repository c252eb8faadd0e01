import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { REPOSITORY } from "./project";

const packed = z.tuple([z.object({ filename: z.string() })]);

/**
 * Installs isthmus into `node_modules/` of a folder as npm would from its registry: the tarball of `npm pack`, unpacked. Its dependencies are
 * links to those of the repository, because a test downloads nothing.
 */
export function installPacked(folder: string): void {
  const made = mkdtempSync(join(tmpdir(), "isthmus-packed-"));
  try {
    const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", made];
    const text = execFileSync("npm", args, {
      cwd: REPOSITORY,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const listed: unknown = JSON.parse(text);
    const [{ filename }] = packed.parse(Array.isArray(listed) ? listed : Object.values(Object(listed)));
    const target = join(folder, "node_modules", "isthmus");
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", join(made, filename), "--strip-components=1", "-C", target]);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  for (const name of readdirSync(join(REPOSITORY, "node_modules"))) {
    if (name === ".bin" || name === ".package-lock.json") continue;
    symlinkSync(join(REPOSITORY, "node_modules", name), join(folder, "node_modules", name), "dir");
  }
}
