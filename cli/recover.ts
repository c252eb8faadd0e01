import { z } from "zod";
import { type LostCreate, lostCreate, type StateSurroundings } from "../clouds/lost-create";
import { InputError } from "../network/errors";
import { type ResourceState, resourceState } from "../recorder/saved/state";
import { readInput, shown, writeAtomically } from "./files";

export interface RecoverOptions {
  /** What `pulumi stack export` wrote. */
  from: string;
  json?: boolean;
  /** What `--json` wrote, with an `id` at each create whose object exists. */
  found?: string;
  /** Where the mended state goes. */
  write?: string;
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
 * would be. Exit code 1 where there are any, else 0. With `found` and `write` it writes the state as it is once those objects are
 * taken in and the other creates dropped. Asks no cloud.
 */
export function recover(options: RecoverOptions): number {
  const state = readState({ file: shown(options.from), text: readInput(options.from) });
  if (options.found !== undefined && options.write !== undefined) {
    const found = readFound({ file: shown(options.found), text: readInput(options.found) });
    writeAtomically(options.write, `${JSON.stringify(mended(state, found), null, 2)}\n`);
    return 0;
  }
  if (options.found !== undefined || options.write !== undefined) {
    throw new InputError({
      path: "",
      message: "give --found and --write together: what exists, and where the state goes",
    });
  }
  const pending = pendingCreates(state);
  process.stdout.write(options.json ? `${JSON.stringify(pending, null, 2)}\n` : textOf(pending));
  return pending.length > 0 ? 1 : 0;
}

const stateForm = z.looseObject({
  deployment: z.looseObject({
    resources: z.array(resourceState).nullish(),
    pending_operations: z.array(z.looseObject({ type: z.string(), resource: resourceState })).nullish(),
  }),
});

type State = z.infer<typeof stateForm>;

function readState({ file, text }: { file: string; text: string }): State {
  const parsed = stateForm.safeParse(json(text));
  if (parsed.success) return parsed.data;
  throw new InputError({ file, path: "", message: "is no state; give what `pulumi stack export` wrote" });
}

const foundForm = z.array(z.looseObject({ urn: z.string(), id: z.string().optional() }));

/** Ids by URN of the objects that exist. */
function readFound({ file, text }: { file: string; text: string }): Map<string, string> {
  const parsed = foundForm.safeParse(json(text));
  if (!parsed.success) {
    const message =
      "is not what `isthmus recover --json` wrote, with an id (text) at each create whose object exists";
    throw new InputError({ file, path: "", message });
  }
  return new Map(parsed.data.flatMap(({ urn, id }) => (id === undefined ? [] : [[urn, id] as const])));
}

/**
 * The state with the found objects as resources, the other creates dropped. What a found object was to replace is marked for
 * deletion, as the engine itself does once the new one is made.
 */
function mended(state: State, found: Map<string, string>): State {
  const { resources, pending_operations: operations } = state.deployment;
  const creating = (operations ?? []).filter(({ type }) => type === "creating");
  const taken = creating.flatMap(({ resource }) => {
    const id = found.get(resource.urn);
    if (id === undefined) return [];
    // With what the create answered left out, the provider reads the object as one that is imported, by the id for that.
    const { outputs, ...rest } = resource;
    return [{ ...rest, ...(resource.id === id ? { outputs } : {}), id }];
  });
  const unknown = [...found.keys()].filter((urn) => !creating.some(({ resource }) => resource.urn === urn));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((urn) => ({ path: urn, message: "is no pending create of this state" })),
    );
  }
  const replaced = new Set(taken.map(({ urn }) => urn));
  const kept = (resources ?? []).map((resource) =>
    replaced.has(resource.urn) && resource.delete !== true ? { ...resource, delete: true } : resource,
  );
  return {
    ...state,
    deployment: {
      ...state.deployment,
      resources: [...kept, ...taken],
      pending_operations: (operations ?? []).filter(({ type }) => type !== "creating"),
    },
  };
}

/** The creates that a state notes as under way. */
function pendingCreates({ deployment }: State): PendingCreate[] {
  const surroundings = surroundingsOf(deployment.resources ?? []);
  return (deployment.pending_operations ?? [])
    .filter(({ type }) => type === "creating")
    .map(({ resource }): PendingCreate => {
      const { urn, type, id, inputs, custom } = resource;
      // The cloud may have answered just before the end.
      const lost = id
        ? { id }
        : custom
          ? lostCreate(type, nameOf(urn), inputs ?? {}, surroundings)
          : IN_STATE_ONLY;
      return { urn, type, ...(lost ? { lost } : {}) };
    })
    .sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

/** A component is no object of a cloud. */
const IN_STATE_ONLY: LostCreate = { none: "it exists in the state only" };

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

const NEXT = `Write this list to a file (--json), put an "id" to each create whose object exists, and let
  isthmus recover --from STATE --found LIST --write MENDED
make a state of it, for pulumi stack import --file MENDED and pulumi refresh.`;
