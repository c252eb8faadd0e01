import assert from "node:assert/strict";
import { objectsIn } from "./clouds/journal";
import type { Deployment } from "./deployment";

/** Holds that the state names every object in the clouds, and the clouds have every object of the state, once. */
export function assertNothingLost(clouds: string, state: Deployment): void {
  const objects = objectsIn(clouds);
  // Providers are no objects in a cloud. Two resources may adopt one object: a project's service identity.
  const known = state.resources.filter(({ custom, type }) => custom === true && !type.startsWith("pulumi:"));
  assert.deepEqual(identities(objects), identities(known));
  const urns = objects.map(({ urn }) => urn);
  assert.deepEqual(
    urns.filter((urn, at) => urns.indexOf(urn) !== at),
    [],
    "made twice",
  );
}

function identities(list: readonly { type: string; id?: string }[]): string[] {
  return [...new Set(list.map(({ type, id }) => `${type} ${id}`))].sort();
}
