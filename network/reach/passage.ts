import { type Adjacency, passesOn, type TransitSetting, type TransitTables } from "../routing/transit";
import type { GatewayNode } from "./layout";

/**
 * Settings that are looked at for themselves, route by route and table by table, so that no gateway has to be said to have them: where
 * one is missing traffic stops there, with that named.
 */
const SEEN: readonly TransitSetting[] = [
  "same-route-table",
  "gateway-route",
  "network-route",
  "gateway-transit",
  "custom-route-exchange",
  "custom-advertisement",
];

/** Whether a gateway passes on over one kind of neighbour what came by another; `undefined` where no document says. */
export function passes(
  { fact }: GatewayNode,
  from: Adjacency,
  to: Adjacency,
  transit: TransitTables,
): boolean | undefined {
  return passesOn(transit[fact.cloud], from, to, [...SEEN, ...(fact.settings ?? [])]);
}
