import type { Lock } from "../address/lock";
import { JoinKind, joinKind } from "../link/join";
import { linkName } from "../link/suite";
import { rttBetween } from "../place/whereabouts";
import type { RoutedLink } from "../routing/routes";
import type { Node } from "./pairs";
import { adjacencyOf } from "./transit";

/** A link before anything is allocated for it. */
export interface Join extends RoutedLink {
  kind: JoinKind;
}

/**
 * How each pair is joined, and which members lend their gateway to those that have none. Pairs that cannot be joined are left out.
 *
 * @param pairs each in order of name
 */
export function joinsOf(pairs: readonly [string, string][], nodes: readonly Node[], lock: Lock): Join[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const joins = pairs.flatMap(([one, other]): Join[] => {
    const [a, b] = [byName.get(one), byName.get(other)];
    const kind = a && b && joinKind(a, b);
    if (!kind) return [];
    const link = { name: linkName(a.name, b.name), a: a.name, b: b.name, kind };
    return [{ ...link, adjacency: adjacencyOf(link), weight: rttBetween(a, b).p50 }];
  });
  const lenders = lendersOf(joins, lock);
  return joins.map((join): Join => {
    if (join.kind !== JoinKind.networkPeering) return join;
    const lender = [join.a, join.b].find((end) => lenders.get(end === join.a ? join.b : join.a) === end);
    return lender === undefined ? join : { ...join, lender };
  });
}

/** Members that have a VPN: in Google Cloud and Azure nobody else needs a gateway. */
export function withVpn(joins: readonly Join[]): Set<string> {
  return new Set(joins.filter(({ kind }) => kind === JoinKind.vpn).flatMap(({ a, b }) => [a, b]));
}

/**
 * By member without a gateway, the one whose gateway it uses over their network peering: as the lock has it, else the nearest, then
 * the first by name. One only, since an Azure VNet takes no second (azure-docs `virtual-network-peering-overview.md` @ 59e519e).
 */
function lendersOf(joins: readonly Join[], { gateways }: Lock): Map<string, string> {
  const owners = withVpn(joins);
  const offers = joins
    .filter(({ kind }) => kind === JoinKind.networkPeering)
    .flatMap(({ a, b, weight }) => [
      { member: a, lender: b, weight },
      { member: b, lender: a, weight },
    ])
    .filter(({ member, lender }) => owners.has(lender) && !owners.has(member))
    .sort((x, y) => x.weight - y.weight || (x.lender < y.lender ? -1 : 1));
  const lenders = new Map<string, string>();
  for (const { member, lender } of offers) {
    if (!lenders.has(member) || gateways.get(member) === lender) lenders.set(member, lender);
  }
  return lenders;
}
