import { descriptorOf, packageOf } from "./cloud";
import { CLOUDS } from "./clouds";
import { Refused } from "./create";
import { type CloudObject, keyOf } from "./journal";
import type { Properties } from "./properties";
import { deletion } from "./references";
import type { Store } from "./store";

/**
 * Deletes an object and what belongs to it. Nothing happens where it is gone already, as every cloud's provider takes it.
 * Throws {@link Refused} while others use it.
 */
export function remove(store: Store, type: string, id: string, provider: Properties): void {
  const objects = store.objects();
  const cloud = CLOUDS[packageOf(type)];
  const key = keyOf({ type, id, place: cloud?.placeOf?.(provider) });
  const object = objects.find((candidate) => keyOf(candidate) === key);
  if (!object || !cloud) return;
  const kept = descriptorOf(cloud, type).keeps?.(object.inputs);
  if (kept !== undefined) throw new Refused(kept);
  const result = deletion(object, objects, CLOUDS);
  if (!("gone" in result)) throw new Refused(cloud.refusals.inUse(result.object, result.user));
  for (const gone of result.gone.reverse()) {
    store.commit({ ...gone, op: staysTaken(gone) ? "leave" : "delete" });
  }
}

function staysTaken({ type }: CloudObject): boolean {
  const cloud = CLOUDS[packageOf(type)];
  return cloud !== undefined && descriptorOf(cloud, type).staysTaken === true;
}
