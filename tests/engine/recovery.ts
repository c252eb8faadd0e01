import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { RESOURCE_TAG, tagValue } from "../../clouds/resource-tag";
import { importIdOf } from "./clouds/import-id";
import { type CloudObject, objectsIn } from "./clouds/journal";
import type { Engine, Outcome } from "./engine";
import { REPOSITORY } from "./project";

const pendingForm = z.array(
  z.object({
    urn: z.string(),
    type: z.string(),
    lost: z.record(z.string(), z.string()).optional(),
  }),
);

type Pending = z.infer<typeof pendingForm>[number];

/**
 * What docs/operations.md says to do when an update was cut off, step by step, up to and without the next update. Returns how many
 * creates were pending and how many of their objects were found.
 */
export async function recoverInterrupted(engine: Engine): Promise<{ pending: number; found: number }> {
  await cancel(engine);
  const pending = await pendingCreates(engine);
  const found = pending.map(({ urn, type, lost }) => {
    const id = lookFor({ urn, type, lost }, objectsIn(engine.clouds));
    return { urn, ...(id === undefined ? {} : { id }) };
  });
  writeFileSync(join(engine.project, "found.json"), JSON.stringify(found));
  isthmus(engine, ["recover", "--from", "state.json", "--found", "found.json", "--write", "mended.json"]);
  await succeeded(engine, ["stack", "import", "--file", "mended.json"]);
  await succeeded(engine, ["refresh", "--yes", "--skip-preview"]);
  return { pending: pending.length, found: found.filter(({ id }) => id !== undefined).length };
}

/** There is no lock where the engine was killed before it took one. */
async function cancel(engine: Engine): Promise<void> {
  const { code, stderr } = await engine.run(["cancel", "--yes"]);
  if (code === 0 || !removedBrokenSidecars(engine, stderr)) return;
  await engine.run(["cancel", "--yes"]);
}

/** A file backend keeps a sidecar beside each state, which is not written whole or not at all, as the state is. */
function removedBrokenSidecars(engine: Engine, stderr: string): boolean {
  if (!/failed to load checkpoint: EOF/.test(stderr)) return false;
  for (const file of readdirSync(engine.kept, { recursive: true, encoding: "utf8" })) {
    if (/stacks\/.*\.json\.attrs$/.test(file)) rmSync(join(engine.kept, file));
  }
  return true;
}

/** `pulumi stack export --file state.json`, `npx isthmus recover --from state.json --json`. */
async function pendingCreates(engine: Engine): Promise<Pending[]> {
  const args = ["stack", "export", "--file", "state.json"];
  const exported = await engine.run(args);
  if (exported.code !== 0) {
    if (!removedBrokenSidecars(engine, exported.stderr)) throw new Error(exported.stderr);
    await succeeded(engine, args);
  }
  return pendingForm.parse(JSON.parse(isthmus(engine, ["recover", "--from", "state.json", "--json"])));
}

function isthmus({ project }: Engine, args: string[]): string {
  const command = [join(REPOSITORY, "dist/cli/main.js"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: project, encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}

/** As a person looks in a cloud's console: by the tag, or for an object of that id. Gives the id to import. */
function lookFor(
  { urn, type, lost }: Pick<Pending, "urn" | "type" | "lost">,
  objects: CloudObject[],
): string | undefined {
  if (lost?.id !== undefined) {
    const { id } = lost;
    return objects.some((object) => object.type === type && [object.id, importIdOf(object)].includes(id))
      ? id
      : undefined;
  }
  if (lost?.pattern !== undefined) {
    const form = formOf(lost.pattern);
    const fitting = objects
      .filter((object) => object.type === type)
      .map(importIdOf)
      .filter((id) => form.test(id));
    if (fitting.length > 1) throw new Error(`${fitting.length} objects have an id like ${lost.pattern}`);
    return fitting[0];
  }
  if (lost?.search === undefined) return undefined;
  const name = urn.split("::").slice(3).join("::");
  const tagged = objects.filter((object) => object.type === type && tagOf(object) === tagValue(name));
  if (tagged.length > 1) throw new Error(`${tagged.length} objects carry the tag of ${urn}`);
  return tagged[0]?.id;
}

/** An id with parts in braces that the state could not tell: a person knows the subscription. */
function formOf(pattern: string): RegExp {
  const parts = pattern.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}

function tagOf({ inputs }: CloudObject): unknown {
  return (inputs.tags as Record<string, unknown> | undefined)?.[RESOURCE_TAG];
}

async function succeeded(engine: Engine, args: readonly string[]): Promise<Outcome> {
  const outcome = await engine.run(args);
  if (outcome.code !== 0) throw new Error(`pulumi ${args.join(" ")}: ${outcome.stdout}${outcome.stderr}`);
  return outcome;
}
