import type { Cloud } from "../network/spec/shape";
import { makeTransitPeering } from "./aws/transit-peering";
import type { PeeringMaker } from "./link-peering";

const PEERINGS: Record<Exclude<Cloud, "site">, PeeringMaker> = {
  aws: makeTransitPeering,
  gcp: () => {
    throw new Error("TEMP");
  },
  azure: () => {
    throw new Error("TEMP");
  },
};

/** How a cloud joins two of its own members that do not share a gateway. */
export function peeringOf(cloud: Cloud): PeeringMaker {
  if (cloud === "site") throw new Error("two sites are not joined by links of ours");
  return PEERINGS[cloud];
}
