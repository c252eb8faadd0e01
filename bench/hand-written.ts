import type { Resource } from "../network/model/resource";
import { UNKNOWN } from "../network/model/resource";
import { soundParts } from "../tests/policies/example";
import { UNKNOWN_TEXT } from "../tests/policies/proxied";

/** Ranges of one part, by their first two numbers: each part gets its own in their place. */
const RANGES = /\b10\.(0|1|8|9|96|97)\.(\d+\.\d+\/\d+)/g;
const ORDER = ["0", "1", "8", "9", "96", "97"];

/**
 * So many resources, at least, as people write them by hand and before anything of them exists: networks of two clouds, each with its cluster and joined by a VPN, in as many
 * copies as it takes. No two copies share a range, an inside address or an ASN, so all rules have all to look at and little to say.
 */
export function handWritten(count: number): Resource[] {
  const resources: Resource[] = [];
  for (let copy = 0; resources.length < count; copy++) resources.push(...copyOf(copy));
  return resources;
}

function copyOf(copy: number): Resource[] {
  const parts = soundParts();
  const urn = (name: string) => `urn:pulumi:prod::many::${parts[name]?.type}::${name}-${copy}`;
  return Object.entries(parts).map(([name, { type, props, refs = {} }]) => ({
    urn: urn(name),
    type,
    name: `${name}-${copy}`,
    custom: true,
    props: { ...unknowns(refs), ...inOwnRanges(props, copy) },
    dependencies: Object.values(refs).map(urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(refs).map(([key, target]) => [key, [urn(target)]]),
    ),
  }));
}

/** What refers to another resource has no value before that exists. */
function unknowns(refs: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(refs).map((key) => [key, UNKNOWN]));
}

function inOwnRanges(props: Record<string, unknown>, copy: number): Record<string, unknown> {
  const text = JSON.stringify(props).replace(RANGES, (_, second: string, rest: string) => {
    const at = copy * ORDER.length + ORDER.indexOf(second);
    return `${20 + Math.floor(at / 256)}.${at % 256}.${rest}`;
  });
  const copied: unknown = JSON.parse(text, (_key, value: unknown) =>
    value === UNKNOWN_TEXT ? UNKNOWN : value,
  );
  return copied as Record<string, unknown>;
}
