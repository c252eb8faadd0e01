import assert from "node:assert/strict";
import { type CloudObject, objectsIn } from "./clouds/journal";
import type { Deployment } from "./deployment";
import type { Engine } from "./engine";

/** Packages whose resources exist in the state only. */
const STATE_ONLY = ["random", "tls"];

/** What is in the clouds and in the state, where the two differ. */
export interface Disagreement {
  /** Objects that two or more creates of one resource made. */
  doubled: string[];
  /** Objects that no resource of the state has. */
  orphaned: string[];
  /** Resources of the state whose object is in no cloud. */
  missing: string[];
}

/** Compares object by object, by type and id. */
export function disagreement(objects: CloudObject[], { resources }: Deployment): Disagreement {
  const inClouds = objects.filter((object) => !STATE_ONLY.includes(object.package));
  const inState = resources.filter(
    ({ type, custom }) =>
      custom === true && !type.startsWith("pulumi:") && !STATE_ONLY.includes(packageOf(type)),
  );
  // Several clusters hold objects of one id; whose they are, the resource tells.
  const key = ({ type, id, urn }: { type: string; id?: string | undefined; urn: string }) =>
    type.startsWith("kubernetes:") ? `${type} ${id} ${urn}` : `${type} ${id}`;
  const known = new Set(inState.map(key));
  const existing = new Set(inClouds.map(key));
  const counts = new Map<string, number>();
  for (const { urn } of inClouds) counts.set(urn, (counts.get(urn) ?? 0) + 1);
  return {
    doubled: [...counts].filter(([, count]) => count > 1).map(([urn]) => urn),
    orphaned: inClouds.filter((object) => !known.has(key(object))).map(key),
    missing: inState.filter((resource) => !existing.has(key(resource))).map(key),
  };
}

/** Nothing is doubled, orphaned or missing, and nothing is left pending. */
export async function assertAgreement(engine: Engine): Promise<void> {
  const state = await engine.exportStack();
  assert.deepEqual(disagreement(objectsIn(engine.clouds), state), { doubled: [], orphaned: [], missing: [] });
  assert.deepEqual(state.pending, []);
}

function packageOf(type: string): string {
  return type.split(":")[0] ?? "";
}
