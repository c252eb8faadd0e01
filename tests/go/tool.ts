import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A program that is built from a pinned Go module, by a wrapper module (`go.mod`, `go.sum`) that is committed here. */
export interface GoTool {
  /** Name of the program's file. */
  readonly name: string;
  /** Folder of the wrapper module. */
  readonly module: string;
  /** The Go package that is the program. */
  readonly main: string;
  /** The module whose version is the program's. */
  readonly versionOf: string;
  /** The variable that the linker writes the version to. Absent where the program knows it by itself. */
  readonly versionVariable?: string;
}

/** Where built programs are kept: `ISTHMUS_ENGINE_CACHE`, or a folder of the user's cache. */
export function cacheFolder(): string {
  return process.env.ISTHMUS_ENGINE_CACHE ?? join(homedir(), ".cache", "isthmus-engine");
}

/** Version that the wrapper module pins, such as `v3.258.0`. */
export function versionOf(tool: GoTool): string {
  const pinned = readFileSync(join(tool.module, "go.mod"), "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find(([name, version]) => name === tool.versionOf && version?.startsWith("v"));
  if (pinned?.[1] === undefined) throw new Error(`${tool.module}/go.mod pins no ${tool.versionOf}`);
  return pinned[1];
}

/** The program's file in the cache, whether it is there or not. Its folder changes with any line of the wrapper module. */
export function cachedFile(tool: GoTool): string {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(tool.module, file)));
  const folder = `${tool.name}-${versionOf(tool)}-${hash.digest("hex").slice(0, 12)}`;
  return join(cacheFolder(), folder, tool.name);
}

/**
 * Builds the program unless the cache holds it; its file. Two processes may build at once: each writes a file of its own and
 * renames it, so that no one ever runs half a program.
 *
 * @throws Error with Go's own output when Go is absent, modules can't be had, or the build fails.
 */
export async function built(tool: GoTool): Promise<string> {
  const file = cachedFile(tool);
  if (existsSync(file)) return file;
  mkdirSync(join(file, ".."), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const version = tool.versionVariable ? ` -X ${tool.versionVariable}=${versionOf(tool)}` : "";
  try {
    await execute(
      "go",
      [
        "build",
        "-mod=readonly",
        "-buildvcs=false",
        "-trimpath",
        "-ldflags",
        `-s -w${version}`,
        "-o",
        unfinished,
        tool.main,
      ],
      { cwd: tool.module, env: { ...process.env, GOFLAGS: "", GOWORK: "off" }, maxBuffer: 1 << 26 },
    );
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return file;
}
