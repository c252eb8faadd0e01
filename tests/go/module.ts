import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";

const execute = promisify(execFile);

/** A Go module of which files are used. */
export interface PinnedModule {
  /** Path of the module. */
  module: string;
  version: string;
  /** Of the module's files, as the Go checksum database (sum.golang.org) has it. */
  sum: string;
}

const downloaded = z.object({ Path: z.string(), Dir: z.string(), Sum: z.string() });

/**
 * Downloads the module into Go's own cache, unless it is there; its folder.
 *
 * @param cwd any folder outside a module
 * @throws Error when Go is absent, the module can't be had, or is not the one that was pinned.
 */
export async function moduleFolder({ module, version, sum }: PinnedModule, cwd: string): Promise<string> {
  const { stdout } = await execute("go", ["mod", "download", "-json", `${module}@${version}`], {
    cwd,
    env: { ...process.env, GOFLAGS: "", GOWORK: "off", GO111MODULE: "on" },
  });
  const { Dir, Sum } = downloaded.parse(JSON.parse(stdout));
  if (Sum !== sum) throw new Error(`${module} ${version} has the checksum ${Sum}, and ${sum} is pinned`);
  return Dir;
}
