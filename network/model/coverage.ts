/** What a property's value is, in the field's terms; the plural is a list of them. `rules`: all that stands below it is read. */
export type PropertyKind =
  | "cidr"
  | "cidrs"
  | "address"
  | "addresses"
  | "asn"
  | "cipher"
  | "ciphers"
  | "flag"
  | "number"
  | "port"
  | "ports"
  | "reference"
  | "references"
  | "rules"
  | "secret"
  | "word"
  | "words";

/** Which fact a property goes into. */
export type ReadUse =
  | "agent"
  | "cluster"
  | "firewall"
  | "gateway"
  | "node pool"
  | "peering"
  | "policy"
  | "range"
  | "route"
  | "setting"
  | "subnet"
  | "tunnel";

/** A property that a reader reads. */
export interface ReadProperty {
  /** With `*` for every element of a list and every key of a map: `routes.*.cidrBlock`. */
  path: string;
  kind: PropertyKind;
  use: ReadUse;
}

/** A resource type that a reader reads. */
export interface ReadType {
  /** Type token; of azure-native every API version's. */
  type: string;
  /** What it is read for. */
  use: ReadUse;
  /** Of a release of Helm's, the chart whose values these are. */
  chart?: string;
  /** Empty for a type that counts by what refers to it. */
  properties: ReadProperty[];
}

/** A resource type that is known to carry addresses or to move packets, and that no reader reads: what it says stays unsaid. */
export interface UnreadType {
  type: string;
  /** What a network with it is not judged by. */
  because: string;
}

/** What the readers of a cloud, or of the agents, read and do not. */
export interface Coverage {
  read: ReadType[];
  notRead: UnreadType[];
}

/** Properties by path, each with its kind, and with its use where that is another than its type's. */
export type PropertyRows = Readonly<Record<string, PropertyKind | readonly [PropertyKind, ReadUse]>>;

/** A row; a property that goes into another fact than its type says so. */
export function reads(type: string, use: ReadUse, properties: PropertyRows): ReadType {
  return {
    type,
    use,
    properties: Object.entries(properties).map(([path, said]) => {
      const [kind, other] = typeof said === "string" ? [said, use] : said;
      return { path, kind, use: other };
    }),
  };
}

/** Rows of properties that go into one other fact than their type's. */
export function usedFor<Path extends string>(
  use: ReadUse,
  properties: Readonly<Record<Path, PropertyKind>>,
): PropertyRows {
  return Object.fromEntries(
    Object.entries<PropertyKind>(properties).map(([path, kind]) => [path, [kind, use] as const]),
  );
}
