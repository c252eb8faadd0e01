import { z } from "zod";
import { InputError } from "../network/errors";
import { type AppliedKey, keyResource } from "../network/link/applied-key";
import type { RotatedResource } from "../network/link/rotation";
import { deploymentForm } from "../recorder/saved/deployment";
import { type ResourceState, remains } from "../recorder/saved/state";
import type { StateText } from "./stack-state";

/** What makes a tunnel's key: its generation is the one thing whose change makes another. */
const KEY = "random:index/randomPassword:RandomPassword";

const keyInputs = z.looseObject({ keepers: z.looseObject({ generation: z.string().regex(/^\d+$/) }) });

const stateForm = deploymentForm.extend({
  deployment: deploymentForm.shape.deployment.extend({ pending_operations: z.array(z.unknown()).nullish() }),
});

/**
 * The keys of tunnels that a stack has, by tunnel.
 *
 * @param holders by tunnel, what its ends are made of
 * @throws InputError where the text is no state, or one of an update that was cut off
 */
export function appliedKeys(
  { title, text }: StateText,
  holders: ReadonlyMap<string, RotatedResource[]>,
): Map<string, AppliedKey> {
  const parsed = stateForm.safeParse(json(text));
  if (!parsed.success) {
    const message = "is no state; give what `pulumi stack export` wrote";
    throw new InputError({ file: title, path: "", message });
  }
  const { resources, pending_operations: pending } = parsed.data.deployment;
  if (pending && pending.length > 0) {
    const message =
      'is of an update that was cut off; mend that first: docs/operations.md, "An update was cut off"';
    throw new InputError({ file: title, path: "", message });
  }
  const made = new Map((resources ?? []).filter(remains).map((one) => [`${one.type} ${nameOf(one)}`, one]));
  return new Map(
    [...holders].flatMap(([tunnel, ends]): [string, AppliedKey][] => {
      const key = made.get(`${KEY} ${keyResource(tunnel)}`);
      const inputs = keyInputs.safeParse(key?.inputs);
      if (!key || !inputs.success) return [];
      const behind = ends.filter(({ type, name }) => lacks(made.get(`${type} ${name}`), key));
      const names = [...new Set(behind.map(({ name }) => name))];
      return [[tunnel, { generation: Number(inputs.data.keepers.generation), behind: names }]];
    }),
  );
}

/**
 * Whether a part of an end is gone, or holds a key and was last changed before this one was made. Nothing is held against it where
 * the state has no times.
 */
function lacks(holder: ResourceState | undefined, key: ResourceState): boolean {
  if (!holder) return true;
  if (!holder.dependencies?.includes(key.urn)) return false;
  const [changed, made] = [holder.modified ?? holder.created, key.created].map((time) =>
    time ? Date.parse(time) : Number.NaN,
  );
  return changed !== undefined && made !== undefined && changed < made;
}

function nameOf({ urn }: ResourceState): string {
  return urn.split("::").slice(3).join("::");
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
