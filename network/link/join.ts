import type { Adjacency } from "../routing/transit";
import type { AccountSpec, Cloud } from "../spec/shape";
import { tunnelTable } from "./pairing";

/**
 * How two members are joined.
 *
 * - `vpn`: tunnels with BGP, between two clouds or a cloud and a site.
 * - `shared-gateway`: AWS, one region: the one's network is attached to the other's transit gateway.
 * - `gateway-peering`: AWS: two transit gateways, peered; static routes in both.
 * - `network-peering`: Google Cloud and Azure: the two networks, peered.
 * - `existing`: a line that is there already, and that isthmus makes nothing of.
 */
export const JoinKind = {
  vpn: "vpn",
  sharedGateway: "shared-gateway",
  gatewayPeering: "gateway-peering",
  networkPeering: "network-peering",
  existing: "existing",
} as const;
export type JoinKind = (typeof JoinKind)[keyof typeof JoinKind];

/** An end as far as it decides how it is joined. */
export interface JoinEnd {
  cloud: Cloud;
  region: string;
  account?: AccountSpec;
  /** AWS: the member whose transit gateway this one's network is attached to; absent where it has its own. */
  behind?: string;
}

const INSIDE_ONE_CLOUD: Record<Exclude<Cloud, "site">, JoinKind> = {
  aws: JoinKind.gatewayPeering,
  gcp: JoinKind.networkPeering,
  azure: JoinKind.networkPeering,
};

/** How a link between two members is made; `undefined` where none can be: two sites. */
export function joinKind(a: JoinEnd & { name: string }, b: JoinEnd & { name: string }): JoinKind | undefined {
  if (a.behind === b.name || b.behind === a.name) return JoinKind.sharedGateway;
  if (a.cloud === b.cloud) return a.cloud === "site" ? undefined : INSIDE_ONE_CLOUD[a.cloud];
  return tunnelTable(a.cloud, b.cloud) ? JoinKind.vpn : undefined;
}

/** What a route is learned and told over on a link of this kind. */
export const ADJACENCY_OF: Record<JoinKind, Adjacency> = {
  vpn: "vpn",
  "shared-gateway": "attachment",
  "gateway-peering": "gateway-peering",
  "network-peering": "network-peering",
  existing: "interconnect",
};
