import { isUnknown, type OrUnknown } from "../model/resource";

/** False where one is, else unknown where one is. */
export function all(flags: readonly OrUnknown<boolean>[]): OrUnknown<boolean> {
  if (flags.includes(false)) return false;
  return flags.find(isUnknown) ?? true;
}
