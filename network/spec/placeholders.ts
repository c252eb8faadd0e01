/** What `{{…}}` may stand for in a custom agent's values, and what it is, in the words of docs/agents/custom.md. */
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

/**
 * `{{name}}`, without spaces: with them, or with a dot in front, it is what a chart's own templates look like (`{{ .Release.Name }}`), and
 * is left to the chart.
 */
const PLACEHOLDER = /\{\{([a-zA-Z][\w.]*)\}\}/g;
const ALONE = /^\{\{([a-zA-Z][\w.]*)\}\}$/;

/** Every placeholder in the texts of a value, whatever its shape. Keys hold none. */
export function placeholdersIn(value: unknown, at: PropertyKey[] = []): Placeholder[] {
  if (typeof value === "string")
    return [...value.matchAll(PLACEHOLDER)].map(([, name = ""]) => ({ at, name }));
  return inner(value).flatMap(([key, part]) => placeholdersIn(part, [...at, key]));
}

/** Paths of what was meant as a placeholder and, written without quotes, is a map to YAML. */
export function unquotedIn(value: unknown, at: PropertyKey[] = []): PropertyKey[][] {
  const parts = inner(value);
  if (parts.some(([key]) => typeof key === "string" && /^\{.*\}$/s.test(key))) return [at];
  return parts.flatMap(([key, part]) => unquotedIn(part, [...at, key]));
}

function inner(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((element, index) => [index, element]);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/**
 * A copy with the plan's values in the place of placeholders: of the type that they are where one is a whole text, else as text, lists
 * with commas between. Those that `known` lacks stay as they are.
 */
export function filled(value: unknown, known: Record<string, PlaceholderValue>): unknown {
  if (typeof value === "string") return filledText(value, known);
  if (Array.isArray(value)) return value.map((element) => filled(element, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, known)]));
}

function filledText(text: string, known: Record<string, PlaceholderValue>): PlaceholderValue {
  const of = (name: string) => (Object.hasOwn(known, name) ? known[name] : undefined);
  const alone = ALONE.exec(text)?.[1];
  const whole = alone === undefined ? undefined : of(alone);
  if (whole !== undefined) return whole;
  return text.replaceAll(PLACEHOLDER, (written, name: string) => {
    const value = of(name);
    if (value === undefined) return written;
    return Array.isArray(value) ? value.join(",") : String(value);
  });
}
