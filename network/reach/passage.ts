import { type Adjacency, passesOn, type TransitSetting, type TransitTables } from "../routing/transit";
import type { GatewayNode, Join } from "./layout";
import { type Break, BreakKind } from "./verdict";

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

/** Why a gateway does not send on over a join what came to it another way; of what comes from its own network it sends all. */
export function refusalOf(
  gateway: GatewayNode,
  from: Adjacency,
  join: Join,
  transit: TransitTables,
): Break | undefined {
  if (from === "attachment") return undefined;
  const { fact, member } = gateway;
  const may = passes(gateway, from, join.kind, transit);
  if (may === true) return undefined;
  const message =
    may === false
      ? `the gateway of ${member} does not pass on what comes to it over another link`
      : `no document says whether the gateway of ${member} passes on what comes to it over another link`;
  return {
    kind: may === false ? BreakKind.notPassedOn : BreakKind.unknown,
    message,
    origin: fact.origin,
  };
}
