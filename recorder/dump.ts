import type { Registration } from "./registration";
import { withoutSecrets } from "./wire";

/**
 * Registrations as JSON text: unknown and secret values marked as Pulumi's wire format marks them, what secrets hold left
 * out, keys in order, so that the same program gives the same bytes.
 */
export function dumpText(registrations: Registration[]): string {
  const dump = registrations.map(({ object, outputs, remote: _remote, place: _place, ...rest }) => ({
    ...rest,
    props: withoutSecrets((outputs ?? object).toJavaScript()),
  }));
  return `${JSON.stringify(dump, sortedKeys, 2)}\n`;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}
