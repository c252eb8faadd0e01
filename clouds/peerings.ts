import type { Cloud } from "../network/spec/shape";
import { makeTransitPeering } from "./aws/transit-peering";
import { makeNetworkPeering as makeVnetPeering } from "./azure/network-peering";
import { makeNetworkPeering as makeVpcPeering } from "./gcp/network-peering";
import type { PeeringMaker } from "./link-peering";

const PEERINGS: Record<Exclude<Cloud, "site">, PeeringMaker> = {
  aws: makeTransitPeering,
  gcp: makeVpcPeering,
  azure: makeVnetPeering,
};

/** How a cloud joins two of its own members that do not share a gateway. */
export function peeringOf(cloud: Cloud): PeeringMaker {
  if (cloud === "site") throw new Error("two sites are not joined by links of ours");
  return PEERINGS[cloud];
}
