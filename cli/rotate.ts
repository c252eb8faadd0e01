import { ROTATIONS } from "../clouds/rotations";
import { SOURCES } from "../components/plan-sources";
import { formatLock } from "../network/address/lock-text";
import { InputError } from "../network/errors";
import { refuseUnapplied } from "../network/link/applied-key";
import {
  type RotatedResource,
  type Rotation,
  type RotationSources,
  rotatedEnds,
  rotationOf,
} from "../network/link/rotation";
import { linkName } from "../network/link/suite";
import { closest } from "../network/place/closest";
import { type Planned, planMesh } from "../network/plan/plan";
import type { LinkPlan, Plan } from "../network/plan/shape";
import type { Cloud } from "../network/spec/shape";
import { appliedKeys } from "./applied-keys";
import { shown, writeAtomically } from "./files";
import { openSource, type Source, type SourceOptions } from "./source";
import { howToGive, stateNeeded, stateOf } from "./stack-state";
import { colour, table } from "./terminal";

export interface RotateOptions extends SourceOptions {
  /** Number of the tunnel, as written: from 1. Default: the link's next. */
  tunnel?: string;
  /** What `pulumi stack export` wrote. Default: asked of `pulumi`. */
  from?: string;
  write?: boolean;
  json?: boolean;
}

/**
 * `isthmus rotate`: says what a new key for one of a link's tunnels does at each end; `--write` raises the key's generation in the
 * lock, and the next update makes it. One at a time: refused while the stack has not all keys of the link that the lock has.
 * Exit code 0.
 */
export function rotate(link: string, options: RotateOptions): number {
  const source = openSource(options);
  const planned = plannedOf(source);
  const chosen = linkOf(planned.plan, link);
  const sources = {
    clouds: { a: cloudOf(planned.plan, chosen.a), b: cloudOf(planned.plan, chosen.b) },
    rotations: ROTATIONS,
    catalogue: SOURCES.clouds,
  };
  const rotation = rotationOf(chosen, ordinalOf(options.tunnel), sources);
  const unchecked = refuseOpen(chosen, holdersOf(chosen, sources), source, options);
  if (options.write) writeAtomically(source.lockFile, formatLock(raised(source, rotation)));
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...rotation, lock: shown(source.lockFile), written: options.write === true, checked: unchecked === undefined }, null, 2)}\n`
      : `${textOf(rotation, source, options)}${unchecked === undefined ? "" : `\n${colour.yellow(unchecked)}\n`}`,
  );
  return 0;
}

/** The plan of a mesh whose lock holds all of it. */
function plannedOf(source: Source): Planned {
  if (!source.spec) {
    const message = `${source.title} describes no mesh: its configuration has no isthmus:mesh`;
    throw new InputError({ path: "", message });
  }
  const planned = planMesh(source.spec, source.lock, SOURCES);
  if (planned.added.length + planned.removed.length > 0) {
    const message =
      "is behind the spec; bring it up to date with `isthmus plan --write` and apply that first";
    throw new InputError({ file: shown(source.lockFile), path: "", message });
  }
  return planned;
}

/** A link by its name, its ends in either order. */
function linkOf({ links }: Plan, named: string): LinkPlan {
  const [one = "", other = ""] = named.split("~");
  const found = links.find(({ name }) => name === linkName(one, other));
  if (found) return found;
  const names = links.map(({ name }) => name);
  const near = closest(named, names);
  const hint = near
    ? `did you mean ${near}?`
    : names.length > 0
      ? `there are ${names.join(", ")}`
      : "there are none";
  throw new InputError({ path: "", message: `there is no link ${named}; ${hint}` });
}

function cloudOf({ members }: Plan, member: string): Cloud {
  return members[member]?.cloud ?? "site";
}

function ordinalOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InputError({
    path: "--tunnel",
    message: `${text} is no number of a tunnel, which counts from 1`,
  });
}

/** By tunnel, what its ends are made of. */
function holdersOf(link: LinkPlan, sources: RotationSources): Map<string, RotatedResource[]> {
  return new Map(
    link.tunnels.map((tunnel) => [
      tunnel.name,
      rotatedEnds(link, tunnel, sources).flatMap(({ resources }) => resources),
    ]),
  );
}

/** Refuses while a key of the link waits to be applied. What to say where nothing is known of that, and nothing is written. */
function refuseOpen(
  link: LinkPlan,
  holders: Map<string, RotatedResource[]>,
  source: Source,
  { from, spec, write }: RotateOptions,
): string | undefined {
  const stack = spec === undefined ? source.program.stack : undefined;
  const state = stateOf(from, stack);
  if ("text" in state) {
    const apply = `pulumi up${stack === undefined ? "" : ` --stack ${stack}`}`;
    refuseUnapplied(link, appliedKeys(state, holders), apply);
    return undefined;
  }
  if (write) throw stateNeeded(state, stack);
  return `Not checked against the stack, which --write needs: ${state.because}; ${howToGive(stack)}.`;
}

function raised({ lock }: Source, { key, generation }: Rotation): Source["lock"] {
  return { ...lock, generations: new Map(lock.generations).set(key, generation.to) };
}

function textOf(rotation: Rotation, source: Source, options: RotateOptions): string {
  const { tunnels, generation, ends, kept, capacity, link, key } = rotation;
  const number = key.slice(key.lastIndexOf("/") + 1);
  const file = shown(source.lockFile);
  const stack = options.spec === undefined ? ` --stack ${source.program.stack}` : "";
  const parts = [
    `${tunnels.join(" and ")}: key of generation ${generation.from} gives way to generation ${generation.to}.`,
    table(
      ["end", "cloud", "how", "what"],
      ends.map(({ member, cloud, how, says }) => [member, cloud, how, says]),
    ),
    table(
      ["resource", "type"],
      ends.flatMap(({ resources }) => resources.map(({ name, type }) => [name, type])),
    ),
    `The rest of ${link} carries on: ${kept.join(", ")}, ${capacity.kept} of ${capacity.all} Mbit/s.`,
    options.write
      ? colour.green(
          `${file} written; \`pulumi up${stack}\` applies it, and the next key of ${link} waits for that.`,
        )
      : colour.yellow(`${file}: not written; \`isthmus rotate ${link} --tunnel ${number} --write\` does.`),
  ];
  return `${parts.join("\n\n")}\n`;
}
