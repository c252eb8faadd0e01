/** What `${…}` may stand for in a custom agent's values, and what it is, in the words of docs/agents/custom.md. */
export const PLACEHOLDERS = {
  cloud: "the member's cloud: `aws`, `gcp` or `azure`",
  clusterName: "the member's name",
  clusterId: "its number in the mesh, 1-255",
  pods: "the range of all its pods",
  podsPerNodeMask: "prefix length of one node's part of it",
  mtu: "bytes that every path from its nodes carries",
  podMtu: "`mtu` less the overhead: what a pod's packet may measure",
  encryption: "`none`, `wireguard` or `ipsec`",
  "remote.names": "list: the clusters that it reaches",
  "remote.nodes": "list: their node ranges, in the same order",
  "remote.pods": "list: their pod ranges, in the same order",
} as const;
export type PlaceholderName = keyof typeof PLACEHOLDERS;

export type PlaceholderValue = string | number | string[];

/** A placeholder, known or not, and the path of the text that it is in. */
export interface Placeholder {
  at: PropertyKey[];
  name: string;
}

/** `${name}`; with another dollar before it, itself. */
const PLACEHOLDER = /\$(\$?)\{([^{}]*)\}/g;
const ALONE = /^\$\{([^{}]*)\}$/;

/** Every placeholder in the texts of a value, whatever its shape. Keys hold none. */
export function placeholdersIn(value: unknown, at: PropertyKey[] = []): Placeholder[] {
  if (typeof value === "string") {
    return [...value.matchAll(PLACEHOLDER)].flatMap(([, dollar, name = ""]) =>
      dollar === "" ? [{ at, name: name.trim() }] : [],
    );
  }
  if (Array.isArray(value)) return value.flatMap((element, index) => placeholdersIn(element, [...at, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placeholdersIn(inner, [...at, key]));
}

/**
 * A copy with the plan's values in the place of placeholders: of the type that they are where one is a whole text, else as text, lists
 * with commas between. Those that `known` lacks stay as they are.
 */
export function filled(value: unknown, known: Record<string, PlaceholderValue>): unknown {
  if (typeof value === "string") return filledText(value, known);
  if (Array.isArray(value)) return value.map((element) => filled(element, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, known)]));
}

function filledText(text: string, known: Record<string, PlaceholderValue>): PlaceholderValue {
  const of = (name: string) => (Object.hasOwn(known, name.trim()) ? known[name.trim()] : undefined);
  const alone = ALONE.exec(text)?.[1];
  const whole = alone === undefined ? undefined : of(alone);
  if (whole !== undefined) return whole;
  return text.replaceAll(PLACEHOLDER, (written, dollar: string, name: string) => {
    if (dollar !== "") return written.slice(1);
    const value = of(name);
    if (value === undefined) return written;
    return Array.isArray(value) ? value.join(",") : String(value);
  });
}
