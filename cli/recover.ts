import { z } from "zod";
import { type LostCreate, lostCreate, type StateSurroundings } from "../clouds/lost-create";
import { InputError } from "../network/errors";
import { type ResourceState, resourceState } from "../recorder/saved/state";
import { readInput, shown } from "./files";

export interface RecoverOptions {
  /** What `pulumi stack export` wrote. */
  from: string;
  json?: boolean;
}

/** A create that was under way when an update ended, and what may be in its cloud. */
export interface PendingCreate {
  urn: string;
  type: string;
  /** Where to look for it; absent for a type that isthmus does not make. */
  lost?: LostCreate;
}

/**
 * `isthmus recover`: after an update was cut off, the creates whose outcome the state does not hold, and for each where its object
 * would be. Asks no cloud. Exit code 1 where there are any, else 0.
 */
export function recover(options: RecoverOptions): number {
  const pending = pendingCreates({ file: shown(options.from), text: readInput(options.from) });
  process.stdout.write(options.json ? `${JSON.stringify(pending, null, 2)}\n` : textOf(pending));
  return pending.length > 0 ? 1 : 0;
}

const stateForm = z.looseObject({
  deployment: z.looseObject({
    resources: z.array(resourceState).nullish(),
    pending_operations: z.array(z.looseObject({ type: z.string(), resource: resourceState })).nullish(),
  }),
});

/**
 * The creates that a state notes as under way.
 *
 * @throws InputError where the text is no exported state
 */
export function pendingCreates({ file, text }: { file: string; text: string }): PendingCreate[] {
  const parsed = stateForm.safeParse(json(text));
  if (!parsed.success) {
    throw new InputError({ file, path: "", message: "is no state; give what `pulumi stack export` wrote" });
  }
  const { resources, pending_operations: operations } = parsed.data.deployment;
  const surroundings = surroundingsOf(resources ?? []);
  return (operations ?? [])
    .filter(({ type }) => type === "creating")
    .map(({ resource }): PendingCreate => {
      const { urn, type, inputs } = resource;
      const lost = lostCreate(type, nameOf(urn), inputs ?? {}, surroundings);
      return { urn, type, ...(lost ? { lost } : {}) };
    })
    .sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

function surroundingsOf(resources: ResourceState[]): StateSurroundings {
  const ids = resources.flatMap(({ id }) => id ?? []);
  const project = ids.map((id) => /^projects\/([^/]+)\//.exec(id)?.[1]).find((found) => found !== undefined);
  const subscription = ids
    .map((id) => /^\/subscriptions\/([^/]+)\//.exec(id)?.[1])
    .find((found) => found !== undefined);
  return { ...(project ? { project } : {}), ...(subscription ? { subscription } : {}) };
}

function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(pending: PendingCreate[]): string {
  if (pending.length === 0) return "no create is pending\n";
  const entries = pending.map(({ urn, lost }) => `${urn}\n  ${whereabouts(lost)}`);
  return `${[...entries, NEXT].join("\n\n")}\n`;
}

function whereabouts(lost: LostCreate | undefined): string {
  if (!lost) return "not of isthmus: look for it in its cloud";
  if ("id" in lost) return `if it exists, its id is ${lost.id}`;
  if ("pattern" in lost) return `if it exists, its id is of the form ${lost.pattern}`;
  return "search" in lost ? `look for it: ${lost.search}` : `nothing to import: ${lost.none}`;
}

const NEXT = `For each that exists, give its URN and id to
  pulumi refresh --import-pending-creates URN --import-pending-creates ID …
and drop the rest with
  pulumi refresh --clear-pending-creates`;
