import { parseCidr } from "../address/cidr";
import { InputError } from "../errors";

/**
 * Whether a range is everywhere, or a half of it: the two halves together are a default route that wins over the real one. No
 * default route is ever told or taken over a link: it would turn a whole network's way to the internet into a tunnel.
 */
export function isDefaultRoute(range: string): boolean {
  const parsed = parseCidr(range);
  return !("fault" in parsed) && parsed.prefix <= 1;
}

/**
 * @param path where the prefixes were given: `gateway.advertise`
 * @throws InputError naming the default route among them
 */
export function refuseDefaultRoute(path: string, prefixes: readonly string[]): void {
  const found = prefixes.find(isDefaultRoute);
  if (found === undefined) return;
  const message = `${found} is everywhere, and no default route is told over a link; give the ranges that are meant`;
  throw new InputError({ path, message });
}
