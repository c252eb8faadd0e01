import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { moduleFolder } from "../../go/module";
import { cacheFolder } from "../../go/tool";
import { DEFINITION_SOURCES } from "./sources";

/** A custom resource's definition, as its project ships it. */
export interface Definition {
  /** `serviceexports.multicluster.x-k8s.io` */
  name: string;
  group: string;
  kind: string;
  /** The file's own YAML. */
  text: string;
}

let known: Promise<Definition[]> | undefined;

/** Whether they can be had without Go. */
export function definitionsCached(): boolean {
  return existsSync(cachedDefinitions());
}

/**
 * All definitions of the sources, from the cache, or from their modules by way of Go, once.
 *
 * @throws Error when Go is absent, a module can't be had, or is not the one that was pinned.
 */
export function definitions(): Promise<Definition[]> {
  known ??= definitionsCached() ? Promise.resolve(readDefinitions()) : collectDefinitions();
  return known;
}

/** The folder changes with any line of the table. */
function cachedDefinitions(): string {
  const hash = createHash("sha256").update(JSON.stringify(DEFINITION_SOURCES)).digest("hex");
  return join(cacheFolder(), `crds-${hash.slice(0, 12)}`);
}

async function collectDefinitions(): Promise<Definition[]> {
  const folder = cachedDefinitions();
  mkdirSync(join(folder, ".."), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    for (const source of DEFINITION_SOURCES) {
      const module = await moduleFolder(source, unfinished);
      for (const part of source.folders) copyDefinitions(join(module, part), unfinished);
    }
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process may have been first.
    if (!existsSync(folder)) throw error;
  }
  return readDefinitions();
}

function copyDefinitions(from: string, to: string): void {
  for (const file of yamlFiles(from)) writeFileSync(join(to, file), readFileSync(join(from, file)));
}

function readDefinitions(): Definition[] {
  const folder = cachedDefinitions();
  return yamlFiles(folder).map((file) => definitionIn(readFileSync(join(folder, file), "utf8"), file));
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
}

/** Megabytes of YAML go to the API server as they are; only what they define is looked up here. */
function definitionIn(text: string, file: string): Definition {
  const [name, group, kind] = [/^ {2}name: (.+)$/m, /^ {2}group: (.+)$/m, /^ {4}kind: (.+)$/m].map((line) =>
    line.exec(text)?.[1]?.trim(),
  );
  if (!name || !group || !kind) throw new Error(`${file} is no definition of a custom resource`);
  return { name, group, kind, text };
}
