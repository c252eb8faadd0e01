import type { JoinKind } from "../link/join";
import type { Cloud, LineEncryption, Survives } from "../spec/shape";
import type { ExistingFact } from "./existing";
import type { Network, Origin, TunnelEndFact } from "./network";
import { emptyNetwork } from "./network";
import type { OrUnknown } from "./resource";

/** Facts joined to one network: members named, tunnel ends paired. All that a rule, a report or the twin sees. */
export interface Inventory extends Network {
  members: MemberFact[];
  /** Pairs of ends with mirrored inside addresses; an end whose peer was not found is in none. */
  tunnels: Tunnel[];
  links: Link[];
  /** What a mesh was asked to promise. */
  intents: Intent[];
  /** Of a mesh that asks for it: `strict`, pairs that no intent names must not talk. Absent: nobody asked. */
  isolation?: OrUnknown<"strict" | "open">;
  /** Ranges that a mesh takes its members' out of, where it says so. Absent: nobody said. */
  supernet?: OrUnknown<string[]>;
  /** What members bring with them, as it was said and as it is. Absent: nothing. */
  existing?: ExistingFact[];
  /** Parts of a mesh's own description that could not be read yet. */
  unread: Origin[];
  /** Components whose children are not among the resources, though a plugin makes them. */
  unseen: Origin[];
}

/** A place that traffic comes from or goes to: a cluster, a site, or a network without a cluster. */
export interface MemberFact {
  name: string;
  cloud: Cloud;
  /** The cloud's own name; `undefined` for a site, which has none. */
  region?: OrUnknown<string>;
  /** Of a site, in degrees, where somebody said it. */
  location?: { latitude: number; longitude: number };
  /**
   * Whether it passes on to one neighbour the routes of another: else traffic between others never runs through it.
   * Absent where the links were chosen with that in mind, as a plan's are.
   */
  transit?: boolean;
  origin: Origin;
}

export interface Tunnel {
  a: TunnelEndFact;
  b: TunnelEndFact;
}

/** What joins two members, or two gateways of no member. */
export interface Link {
  /** `amsterdam~dublin` */
  name: string;
  /** Members' names, or the gateways' own, in name order. */
  a: string;
  b: string;
  kind: JoinKind;
  /** All between the two, each with `a` on the side of the link's `a`; none where they are joined inside one cloud. */
  tunnels: Tunnel[];
  /** Largest packet that it carries, in bytes: the least of both ends'. `undefined` where neither end's cloud tells. */
  mtu?: number;
  /** Of a line that is there already: what was said of it. */
  line?: LineFact;
}

/** A link that nobody's resources make. */
export interface LineFact {
  /** Round trip in milliseconds, as measured, and when. */
  rtt: number;
  asOf: string;
  /** Mbit/s in one direction. */
  capacity: number;
  encryption: LineEncryption;
  origin: Origin;
}

/** Traffic that a mesh was asked to serve. */
export interface Intent {
  from: string;
  to: string;
  tier?: string;
  /** Longest round trip of the tier, in milliseconds; `undefined`: the tier promises none. */
  rtt?: OrUnknown<number>;
  /** Mbit/s in each direction that the tier promises; absent: none. */
  bandwidth?: OrUnknown<number>;
  /** `443/tcp`; empty or absent: every port. */
  ports?: OrUnknown<string[]>;
  /** What may fail while the traffic still flows. Absent: nothing. */
  survives?: OrUnknown<Survives>;
  origin: Origin;
}

/** An inventory with nothing in it. */
export function emptyInventory(): Inventory {
  return { ...emptyNetwork(), members: [], tunnels: [], links: [], intents: [], unread: [], unseen: [] };
}
