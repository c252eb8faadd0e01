import type { Cloud } from "../spec/shape";

/**
 * How a member is joined to what is next to it; one word in every cloud.
 *
 * - `attachment`: a gateway and a network behind it: the member's own VPC or VNet, and any other attached to the same transit
 *   gateway. Learned over it: by the gateway a network's ranges, by the network what its gateway knows.
 * - `vpn`: a tunnel with BGP.
 * - `gateway-peering`: two gateways joined inside one cloud: a transit gateway peering.
 * - `network-peering`: two networks joined inside one cloud: a VPC or VNet peering.
 * - `interconnect`: a line: Direct Connect, Cloud Interconnect, ExpressRoute.
 */
export const Adjacency = {
  attachment: "attachment",
  vpn: "vpn",
  gatewayPeering: "gateway-peering",
  networkPeering: "network-peering",
  interconnect: "interconnect",
} as const;
export type Adjacency = (typeof Adjacency)[keyof typeof Adjacency];

/** In the order in which tables show them. */
export const ADJACENCIES: readonly Adjacency[] = Object.values(Adjacency);

/**
 * Something that somebody sets, and without which a member passes nothing on.
 *
 * - `same-route-table`: AWS: the one attachment's routes are propagated to the transit gateway route table with which the other
 *   is associated.
 * - `gateway-route`: AWS: a static route in the transit gateway's route table; a peering attachment propagates nothing.
 * - `network-route`: AWS: a route to the transit gateway in the VPC's route table, which learns nothing.
 * - `line-in-table`: AWS: a line's Direct Connect gateway is associated with, and propagates to, the route table that the others
 *   share. isthmus makes no lines.
 * - `allowed-prefixes`: AWS: the range is among the prefixes that the Direct Connect gateway's association allows.
 * - `custom-advertisement`: Google Cloud: the range is among a Cloud Router's or its peer's custom advertised ranges.
 * - `data-transfer`: Google Cloud: both are hybrid spokes, with site-to-site data transfer, of one Network Connectivity Center hub.
 * - `custom-route-exchange`: Google Cloud: one side of the VPC peering exports custom routes and the other imports them.
 * - `gateway-transit`: Azure: the peering allows gateway transit at the gateway's side and uses remote gateways at the other.
 * - `route-server`: Azure: a Route Server with branch-to-branch in the VNet.
 */
export const TransitSetting = {
  sameRouteTable: "same-route-table",
  gatewayRoute: "gateway-route",
  networkRoute: "network-route",
  lineInTable: "line-in-table",
  allowedPrefixes: "allowed-prefixes",
  customAdvertisement: "custom-advertisement",
  dataTransfer: "data-transfer",
  customRouteExchange: "custom-route-exchange",
  gatewayTransit: "gateway-transit",
  routeServer: "route-server",
} as const;
export type TransitSetting = (typeof TransitSetting)[keyof typeof TransitSetting];

/** One cell of a cloud's table: whether a member tells, and forwards to, one kind of neighbour what it learned from another kind. */
export interface TransitFact {
  /** `unknown`: not found in a document; nothing counts on it, neither on its passing nor on its not passing. */
  passes: "yes" | "no" | "unknown";
  /** Where it passes: all of these must be set. Absent: it does whatever is set. */
  needs?: TransitSetting[];
  /** Why, in a sentence, with the device that decides. */
  why: string;
  /** How it is kept from passing, where it does or may. Absent: it cannot be, or there is nothing to keep. */
  prevent?: string;
  /** Document and date, or repository path and commit. */
  source: string;
}

/** What a cloud does not accept, does not tell, or cuts off, in either direction. */
export interface PrefixFilter {
  direction: "in" | "out";
  /** Over which adjacencies. */
  over: Adjacency[];
  /** What becomes of which prefixes, in a sentence. */
  what: string;
  source: string;
}

/** From the kind of adjacency that a route was learned over, to the kind that it is told over. */
export type TransitCells = Record<Adjacency, Record<Adjacency, TransitFact>>;

/** All that a cloud's devices do with routes that are not their own. A cloud's room gives one, in its `transit.ts`. */
export interface TransitTable {
  cloud: Cloud;
  /** Devices that decide, in the cloud's own words: "transit gateway". */
  devices: string[];
  cells: TransitCells;
  filters: PrefixFilter[];
  /** Settings that a member made by isthmus has. Only an inventory can tell of other members. */
  made: TransitSetting[];
}

export type TransitTables = Record<Cloud, TransitTable>;

/**
 * Whether a member passes on what it learned over `from` to a neighbour over `to`, given what is set there.
 *
 * @returns `undefined` where no document says
 */
export function passesOn(
  table: TransitTable,
  from: Adjacency,
  to: Adjacency,
  settings: readonly TransitSetting[],
): boolean | undefined {
  const { passes, needs = [] } = table.cells[from][to];
  if (passes === "unknown") return undefined;
  return passes === "yes" && needs.every((setting) => settings.includes(setting));
}

/** Whether a plan may count on it: of a member that isthmus makes, and only where a document says that it works. */
export function countsOn(table: TransitTable, from: Adjacency, to: Adjacency): boolean {
  return passesOn(table, from, to, table.made) === true;
}
