import { descriptorOf, packageOf } from "./cloud";
import { CLOUDS } from "./clouds";
import type { CloudObject } from "./journal";

/** The id by which an object is imported: its own, but for a few types. */
export function importIdOf({ type, id, inputs }: CloudObject): string {
  const cloud = CLOUDS[packageOf(type)];
  return (cloud && descriptorOf(cloud, type).importId?.(inputs)) ?? id;
}
