import { InputError } from "../errors";
import type { LinkPlan } from "../plan/shape";
import { keyOf } from "./rotation";

/** What a stack has of a tunnel's key. */
export interface AppliedKey {
  generation: number;
  /** Logical names of what an update that failed left without it: what is gone, and what still holds the one before. */
  behind: string[];
}

/** Logical name of the resource that makes the key of a tunnel; of no other does the name end so. */
export function keyResource(tunnel: string): string {
  return `${tunnel}/key`;
}

/**
 * Holds that a stack has the lock's keys of a link, at both ends of every tunnel: then one more may change.
 *
 * @param applied by tunnel
 * @param apply the command that applies what is not applied yet
 * @throws InputError with a line for each tunnel that has not
 */
export function refuseUnapplied(
  link: LinkPlan,
  applied: ReadonlyMap<string, AppliedKey>,
  apply: string,
): void {
  const keys = link.tunnels.filter((tunnel) => keyOf(tunnel) === tunnel.name);
  if (!keys.some(({ name }) => applied.has(name))) {
    const message = `is not in this state, so there is no key to rotate; make it first (\`${apply}\`), or give with --from the state of the stack that holds it`;
    throw new InputError({ path: link.name, message });
  }
  const faults = keys.flatMap(({ name, generation }) => {
    const message = faultOf(generation, applied.get(name), apply);
    return message === undefined ? [] : [{ path: name, message }];
  });
  if (faults.length > 0) throw new InputError(faults);
}

function faultOf(wanted: number, applied: AppliedKey | undefined, apply: string): string | undefined {
  if (!applied)
    return `is not in the stack yet; apply it before another key of its link changes: \`${apply}\``;
  const { generation, behind } = applied;
  if (generation < wanted) {
    return `has generation ${wanted} in the lock and ${generation} in the stack; apply it before another key of its link changes: \`${apply}\``;
  }
  if (generation > wanted) {
    return `has generation ${generation} in the stack and ${wanted} in the lock; take the lock that was last applied`;
  }
  if (behind.length === 0) return undefined;
  return `has a new key that has not reached ${behind.join(", ")}, so it is down; apply it again before another key of its link changes: \`${apply}\``;
}
