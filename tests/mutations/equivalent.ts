import type { Inventory } from "../../network/model/inventory";
import type { FirewallFact } from "../../network/model/network";
import { isUnknown, type Resource } from "../../network/model/resource";
import { holds, prefixOf } from "../../network/reach/interval";

/** A change before it is made: what of the stack it would touch. */
export interface Change {
  resource: Resource;
  /** Property path; `@vpcId` for what a property names; nothing where the resource is taken away. */
  path: string;
  /** The stack as it is. */
  network: Inventory;
  resources: readonly Resource[];
}

/** A change that is no fault, and why: said before any rule is asked, by what the sound stack is. */
interface Equivalent {
  why: string;
  of(change: Change): boolean;
}

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    why: "it leads to the internet, not to another member",
    of: ({ resource: { type, props } }) =>
      type.endsWith(":Route") && props.destinationCidrBlock === "0.0.0.0/0",
  },
  {
    why: "a router without BGP is the way to the internet",
    of: ({ resource: { type, props } }) => type.endsWith(":Router") && props.bgp === undefined,
  },
  {
    why: "it lets in a member's own nodes and control plane, or another group of the same network, and nobody else",
    of: (change) => {
      const rules = rulesOf(change);
      return rules.length > 0 && rules.every((rule) => isWithin(rule, change.network));
    },
  },
  {
    why: "it only refuses",
    of: ({ resource: { type, props } }) => type.endsWith(":SecurityRule") && props.access === "Deny",
  },
  {
    why: "without a group Azure lets in its VNet and what comes by its gateways, and the internet reaches no private address",
    of: ({ resource: { type }, path }) =>
      type.endsWith(":NetworkSecurityGroup") ||
      (type.endsWith("network:Subnet") && path === "@networkSecurityGroup"),
  },
  {
    why: "it lets in members whom nobody asks to talk to this one's pods, before what is no node",
    of: ({ resource, network }) => {
      const rules = network.firewalls.filter(({ urn, guards }) => urn === resource.urn && guards === "other");
      return (
        network.intents.length > 0 &&
        rules.length > 0 &&
        rules.every((rule) =>
          membersLetIn(rule, network).every((other) => !asked(network, rule.member, other)),
        )
      );
    },
  },
  {
    why: "no host lives there",
    of: ({ resource, network, resources }) => {
      const named = Object.values(resource.propertyDependencies).flat();
      const ofTable = network.subnets.filter(
        ({ urn, table }) => urn === resource.urn || table === resource.urn,
      );
      const joined = resource.type.endsWith(":RouteTableAssociation")
        ? network.subnets.filter(({ urn }) => named.includes(urn))
        : ofTable;
      return joined.length > 0 && joined.every(({ hosts }) => !hosts) && resources.length > 0;
    },
  },
  {
    why: "hosts of other zones carry on",
    of: ({ resource, path, network }) => {
      const own = network.subnets.find(({ urn }) => urn === resource.urn);
      return (
        path === "" &&
        own?.hosts === true &&
        network.subnets.some((one) => one.hosts && one.network === own.network && one.zone !== own.zone)
      );
    },
  },
  {
    why: "nobody asks the pods behind it to talk to those on this side",
    of: ({ resource, network }) => isUnasked(resource, network),
  },
  {
    why: "nobody in the stack says whom a network is to reach: it is another network, and no wrong one",
    of: ({ resource: { type }, network }) =>
      network.intents.length === 0 &&
      network.tunnels.length === 0 &&
      /^(aws:ec2\/(vpc|subnet|route|routeTable|routeTableAssociation|securityGroup):|aws:ec2transitgateway\/vpcAttachment|gcp:compute\/(network|subnetwork|firewall):|gcp:container\/|azure-native:network:(VirtualNetwork|Subnet|SecurityRule)$|azure-native:containerservice:)/.test(
        type,
      ),
  },
  {
    why: "nobody in the stack says that there must be a cluster, a network or a link at all",
    of: ({ resource: { type }, path, network }) =>
      path === "" &&
      network.intents.length === 0 &&
      /:(Cluster|ManagedCluster|Vpc|Network|VirtualNetwork|HaVpnGateway|VirtualNetworkGateway|TransitGateway|VpnConnection|Router)$/.test(
        type,
      ),
  },
];

/** A route to pods, or out of a stack, that no intent is about; nodes that a link joins are to reach each other without one. */
export function isUnasked({ type, props, urn }: Resource, network: Inventory): boolean {
  if (!/^aws:ec2(transitgateway)?\/route:Route$/.test(type)) return false;
  const { ranges, intents, tunnels, routes, gatewayRoutes, gateways } = network;
  if (intents.length === 0 && tunnels.length === 0) return true;
  const range = ranges.find(({ cidr }) => cidr === props.destinationCidrBlock);
  if (range?.use !== "pods" && range?.use !== "services") return false;
  const at = gatewayRoutes.find((route) => route.urn === urn)?.gateway;
  const own =
    routes.find((route) => route.urn === urn)?.member ?? gateways.find((one) => one.urn === at)?.member;
  return range.member === undefined || !asked(network, own, range.member);
}

export function isEquivalent(change: Change): boolean {
  return EQUIVALENTS.some(({ of }) => of(change));
}

/** The permissions that a firewall's resource is, or that a group holds. */
function rulesOf({ resource, network, resources }: Change): FirewallFact[] {
  const ofGroup = resources
    .filter(({ propertyDependencies }) => propertyDependencies.securityGroupId?.includes(resource.urn))
    .map(({ urn }) => urn);
  return network.firewalls.filter(({ urn }) => urn === resource.urn || ofGroup.includes(urn));
}

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

function membersLetIn({ sources }: FirewallFact, { ranges }: Inventory): string[] {
  if (isUnknown(sources)) return [];
  return ranges.flatMap(({ cidr, member }) =>
    !isUnknown(cidr) && sources.includes(cidr) && member !== undefined ? [member] : [],
  );
}

function asked({ intents }: Inventory, one: string | undefined, other: string): boolean {
  return intents.some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
}
