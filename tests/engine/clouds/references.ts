import { type Cloud, descriptorOf, packageOf } from "./cloud";
import type { CloudObject } from "./journal";
import { type Properties, text, valuesAt } from "./properties";
import type { Use } from "./type-descriptor";

/** Objects by type, as far as references need them. */
export type ObjectsByType = Map<string, CloudObject[]>;

export function byType(objects: CloudObject[]): ObjectsByType {
  const sorted: ObjectsByType = new Map();
  for (const object of objects) {
    const alike = sorted.get(object.type);
    if (alike) alike.push(object);
    else sorted.set(object.type, [object]);
  }
  return sorted;
}

/** The object that a value in an input names, if there is one. */
function namedBy(
  value: string,
  use: Use,
  inputs: Properties,
  objects: ObjectsByType,
): CloudObject | undefined {
  return use.types
    .flatMap((type) => objects.get(type) ?? [])
    .find((object) => names(value, use, inputs, object));
}

function names(value: string, use: Use, inputs: Properties, object: CloudObject): boolean {
  const handle = (use.by !== undefined && text(object.outputs, use.by)) || object.id;
  if (handle === "" || handle !== value) return false;
  return (use.within ?? []).every((path) => text(inputs, path) === text(object.inputs, path));
}

function namesIn(inputs: Properties, path: string): string[] {
  return valuesAt(inputs, path).filter((value): value is string => typeof value === "string" && value !== "");
}

/** What the input at `path` names first. */
export function usedAt(
  uses: Record<string, Use>,
  inputs: Properties,
  path: string,
  objects: ObjectsByType,
): CloudObject | undefined {
  const use = uses[path];
  const [value] = namesIn(inputs, path);
  return use && value !== undefined ? namedBy(value, use, inputs, objects) : undefined;
}

/** An input that names something which does not exist. */
export function missingReference(
  uses: Record<string, Use>,
  inputs: Properties,
  objects: ObjectsByType,
): { path: string; value: string; type: string } | undefined {
  for (const [path, use] of Object.entries(uses)) {
    const value = namesIn(inputs, path).find((name) => !namedBy(name, use, inputs, objects));
    if (value !== undefined) return { path, value, type: use.types[0] ?? "" };
  }
  return undefined;
}

/** What deleting an object takes along, itself first; or who keeps it from being deleted. */
export function deletion(
  object: CloudObject,
  objects: CloudObject[],
  clouds: Record<string, Cloud>,
): { gone: CloudObject[] } | { object: CloudObject; user: CloudObject } {
  const gone = [object];
  const held: { object: CloudObject; user: CloudObject }[] = [];
  for (const target of gone) {
    for (const user of objects) {
      const bond = user === target ? undefined : bondBetween(user, target, clouds);
      if (bond === "owned" && !gone.includes(user)) gone.push(user);
      if (bond === "held") held.push({ object: target, user });
    }
  }
  return held.find(({ user }) => !gone.includes(user)) ?? { gone };
}

/** The strongest bond by which `user` names `target`. */
function bondBetween(
  user: CloudObject,
  target: CloudObject,
  clouds: Record<string, Cloud>,
): "held" | "owned" | "loose" | undefined {
  const cloud = clouds[packageOf(user.type)];
  if (!cloud) return undefined;
  const serving = clouds[packageOf(target.type)];
  const server = serving && descriptorOf(serving, target.type).serves?.(target);
  if (server !== undefined && server === user.place) return "owned";
  const bonds = Object.entries(descriptorOf(cloud, user.type).uses ?? {})
    .filter(([, use]) => use.types.includes(target.type))
    .filter(([path, use]) =>
      namesIn(user.inputs, path).some((value) => names(value, use, user.inputs, target)),
    )
    .map(([, use]) => use.bond ?? "held");
  return (["owned", "held", "loose"] as const).find((bond) => bonds.includes(bond));
}
