import type { Catalogue } from "../catalogue";
import { ADJACENCY_OF, type JoinKind } from "../link/join";
import type { Passage, RoutedLink } from "../routing/routes";
import { type Adjacency, countsOn, passesOn, type TransitSetting } from "../routing/transit";
import type { MeshSpec } from "../spec/shape";

export function adjacencyOf({ kind }: { kind: JoinKind }): Adjacency {
  return ADJACENCY_OF[kind];
}

/** What stands on a peering at the side of the end that lends its gateway; each cloud's table has its own word for it. */
const LENDING: readonly TransitSetting[] = [
  "gateway-transit",
  "custom-route-exchange",
  "custom-advertisement",
];

/**
 * Whether a plan may send traffic of others through a member: the table of its cloud says that what came over the one kind of link
 * is passed on over the other, as isthmus makes them. A site's devices are not relied on.
 */
export function countedPassage(spec: MeshSpec, clouds: Catalogue): Passage {
  return (member, learned, told) => {
    const cloud = spec.members[member]?.cloud;
    if (cloud === undefined || cloud === "site") return false;
    // Over a peering of transit gateways only static routes lead. They win over what BGP tells, so the far gateway must not have
    // to ask BGP about more than its own neighbours: else its way could lead back.
    if (told.adjacency === "gateway-peering" && learned.hops > 1) return false;
    const table = clouds[cloud].transit;
    const settings = [...table.made, ...lending(member, learned.link), ...lending(member, told)];
    return passesOn(table, learned.link.adjacency, told.adjacency, settings) === true;
  };
}

/**
 * Whether any traffic of others may run through a member. Where one figure has to do for all of its links, as with the size of
 * packets.
 */
export function countedTransit(
  spec: MeshSpec,
  clouds: Catalogue,
  links: readonly { lender?: string }[],
): (member: string) => boolean {
  const lenders = new Set(links.map(({ lender }) => lender));
  return (member) => {
    const cloud = spec.members[member]?.cloud;
    if (cloud === undefined || cloud === "site") return false;
    return lenders.has(member) || countsOn(clouds[cloud].transit, "vpn", "vpn");
  };
}

function lending(member: string, { lender }: RoutedLink): readonly TransitSetting[] {
  return lender === member ? LENDING : [];
}
