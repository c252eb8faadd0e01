import type { Inventory } from "../../../../network/model/inventory";
import type { FirewallFact } from "../../../../network/model/network";
import { isUnknown, type Resource } from "../../../../network/model/resource";
import { holds, prefixOf } from "../../../../network/reach/interval";
import type { PairReach } from "../../../../network/reach/verdict";

/** What was found of a network. */
export interface Found {
  inventory: Inventory;
  pairs: PairReach[];
}

/** A reason why nothing breaks without a resource, and how it shows. */
interface Redundancy {
  why: string;
  shows(removed: Resource, before: Found, after: Found): boolean;
}

/** Each of them only where every pair that got through still does. */
export const REDUNDANCIES: readonly Redundancy[] = [
  {
    why: "another tunnel or another link carries on, and less is left after the next failure",
    shows: (_, before, after) =>
      after.pairs.some((pair, index) => {
        const was = before.pairs[index];
        return (
          pair.path.join() !== was?.path.join() ||
          pair.links.join() !== was.links.join() ||
          pair.afterFailures.length > was.afterFailures.length
        );
      }),
  },
  {
    why: "nodes of other zones carry on",
    shows: ({ urn }, before, { inventory }) => {
      const subnet = before.inventory.subnets.find((one) => one.urn === urn);
      return inventory.subnets.some(
        (one) => subnet?.hosts && one.hosts && one.network === subnet.network && one.zone !== subnet.zone,
      );
    },
  },
  {
    why: "no nodes live there",
    shows: ({ urn, name, type }, { inventory }) => {
      const ofTable = inventory.subnets.filter((one) => one.urn === urn || one.table === urn);
      if (ofTable.length > 0) return ofTable.every(({ hosts }) => !hosts);
      if (!type.endsWith(":RouteTableAssociation")) return false;
      const subnet = inventory.subnets.find((one) => one.urn.endsWith(`::${name}`));
      return subnet?.hosts === false;
    },
  },
  {
    why: "it leads to the internet",
    shows: ({ urn, props }, { inventory }) =>
      props.destinationCidrBlock === "0.0.0.0/0" && !inventory.routes.some((route) => route.urn === urn),
  },
  {
    why: "it lets in a member's own nodes and control plane, or those of another group",
    shows: ({ urn, type, name }, { inventory }) => {
      const rules = type.endsWith(":SecurityGroup")
        ? inventory.firewalls.filter((rule) => rule.urn.includes(`::${name}-`))
        : inventory.firewalls.filter((rule) => rule.urn === urn);
      return rules.length > 0 && rules.every((rule) => isWithin(rule, inventory));
    },
  },
  { why: "it only refuses", shows: ({ props }) => props.access === "Deny" },
  {
    why: "without the group everything is let in",
    shows: ({ type, name }, _, { inventory }) =>
      type.endsWith(":NetworkSecurityGroup") &&
      inventory.firewalls.some(
        ({ member, ports, sources }) =>
          member !== undefined &&
          name.startsWith(member) &&
          !isUnknown(ports) &&
          ports.includes("all") &&
          !isUnknown(sources) &&
          sources.includes("10.0.0.0/8"),
      ),
  },
  {
    why: "the router speaks no BGP: it is the way to the internet",
    shows: ({ type, props }) => type.endsWith(":Router") && props.bgp === undefined,
  },
];

/** Where Azure's load balancers ask whether a node is well. */
const PROBES = "168.63.129.16/32";

function isWithin({ sources, member }: FirewallFact, { ranges }: Inventory): boolean {
  if (isUnknown(sources)) return false;
  const own = ranges.flatMap((range) =>
    range.member !== member || isUnknown(range.cidr) ? [] : (prefixOf(range.cidr) ?? []),
  );
  return sources.every((text) => {
    const source = prefixOf(text);
    return text === PROBES || (source !== undefined && own.some((range) => holds(range, source)));
  });
}
