import assert from "node:assert/strict";
import { Mesh } from "../../../components";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { formatLock } from "../../../network/address/lock-text";
import type { Resource } from "../../../network/model/resource";
import { planMesh } from "../../../network/plan/plan";
import type { Plan } from "../../../network/plan/shape";
import type { MeshSpec } from "../../../network/spec/shape";
import { record } from "../../../recorder/record";

/** A plan, and the resources that the real components make of it against a recorder. */
export interface Recorded {
  plan: Plan;
  resources: Resource[];
}

export async function recorded(spec: MeshSpec): Promise<Recorded> {
  const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
  assert.deepEqual(failures, []);
  return { plan, resources };
}

/** Every ordered pair that the plan joins, there and back: `dublin>frankfurt`. */
export function servedPairs(spec: MeshSpec): { from: string; to: string }[] {
  const names = Object.keys(spec.members);
  const all = names.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to })));
  const { plan } = planMesh({ ...spec, traffic: all }, emptyLock(), SOURCES);
  const served = new Set(
    plan.traffic.filter(({ path }) => path.length > 0).map(({ from, to }) => `${from}>${to}`),
  );
  return all.filter(({ from, to }) => served.has(`${from}>${to}`) && served.has(`${to}>${from}`));
}
