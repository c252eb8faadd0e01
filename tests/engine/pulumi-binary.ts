import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { onPath } from "../go/on-path";
import { built, cachedFile, cacheFolder, type GoTool } from "../go/tool";
import { installLanguageHost, languageHostVersion } from "./language-host/install";
import { CLI, YAML_HOST } from "./programs";

const TOOLS: readonly GoTool[] = [CLI, YAML_HOST];

/** Where the engine comes from: a Pulumi installation, an earlier build, or a build to be made now. */
export type EngineSource = "installed" | "cached" | "go";

/** Where the engine would come from on this machine; undefined where there is no way to have one. */
export function engineSource(): EngineSource | undefined {
  if (onPath("pulumi") !== undefined) return "installed";
  if (TOOLS.every((tool) => existsSync(cachedFile(tool)))) return "cached";
  return onPath("go") === undefined ? undefined : "go";
}

/**
 * Folder that holds `pulumi` and, beside it, the language hosts: the one on the PATH, else one in the cache, whose programs are built
 * first where they are missing (minutes, once).
 *
 * @throws Error when there is neither, or a build fails.
 */
export async function pulumiFolder(): Promise<string> {
  const installed = onPath("pulumi");
  if (installed !== undefined) return dirname(installed);
  const files: [string, string][] = [];
  for (const tool of TOOLS) files.push([tool.name, await built(tool)]);
  // Hard links, because the engine looks for its hosts beside its own file and warns where it was reached by a symbolic one.
  const versions = createHash("sha256").update(files.join()).update(languageHostVersion()).digest("hex");
  const folder = join(cacheFolder(), `bin-${versions.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(`${folder}-`);
  for (const [name, file] of files) linkSync(file, join(unfinished, name));
  installLanguageHost(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was first.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
