import type { SubnetFact } from "../../../network/model/forwarding";
import { flag, text, valueAt } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../../network/model/resource";
import { type AzureResources, dependedOn, inline, networkOf, referred } from "./resources";

/** Names that Azure gives a meaning to: what is in them is Azure's own ("Virtual network for Azure services", azure-docs, 2026). */
const OF_SERVICES = [
  "GatewaySubnet",
  "AzureBastionSubnet",
  "AzureFirewallSubnet",
  "AzureFirewallManagementSubnet",
  "RouteServerSubnet",
];

/** The subnets that VPN gateways stand in: in a preview Azure does not tell their names yet. */
function ofGateways(resources: AzureResources): Set<Resource> {
  return new Set(
    resources
      .ofKind("network:VirtualNetworkGateway")
      .flatMap((from) => dependedOn(resources, from, "ipConfigurations", "network:Subnet")),
  );
}

/** Subnets, each as its own resource or inline in its VNet, with the route table that is put on them. */
export function readSubnets(resources: AzureResources): SubnetFact[] {
  const gateways = ofGateways(resources);
  return [
    ...resources.ofKind("network:Subnet").map((subnet) => {
      const fact = factOf(resources, subnet, subnet.props, "", networkOf(resources, subnet));
      return gateways.has(subnet) ? { ...fact, hosts: false } : fact;
    }),
    ...resources.ofKind("network:VirtualNetwork").flatMap((vnet) => {
      const subnets = inline(vnet, "subnets");
      if (isUnknown(subnets)) return [];
      return subnets.map((subnet, index) => factOf(resources, vnet, subnet, `subnets.${index}.`, vnet.urn));
    }),
  ];
}

function factOf(
  resources: AzureResources,
  from: Resource,
  props: unknown,
  at: string,
  network: string | undefined,
): SubnetFact {
  // What the VNet depends on is of any of its inline subnets: of one that names no table it is another's.
  const named = at === "" || valueAt(props, "routeTable") !== undefined;
  const table = named
    ? referred(resources, { from, path: `${at}routeTable.id`, kind: "network:RouteTable" })
    : undefined;
  const own = text(props, "subnetName");
  const name = own === undefined || isUnknown(own) ? text(props, "name") : own;
  return {
    urn: from.urn,
    ...(network === undefined ? {} : { network }),
    cidr: rangeOf(props),
    ...(table ? { table: table.urn } : {}),
    hosts: name === undefined || isUnknown(name) || !OF_SERVICES.includes(name),
    learns: learns(table),
    origin: { urn: from.urn, property: `${at}addressPrefix` },
  };
}

/** A subnet of several prefixes is told by its first, as AKS takes only one. */
function rangeOf(props: unknown): OrUnknown<string> {
  const one = text(props, "addressPrefix");
  if (one !== undefined && !isUnknown(one)) return one;
  const first = valueAt(props, "addressPrefixes.0");
  return typeof first === "string" ? first : UNKNOWN;
}

/** Whatever the gateway learns, unless the subnet's table says that it is not to come. */
function learns(table: Resource | undefined): OrUnknown<boolean> {
  const disabled = flag(table?.props, "disableBgpRoutePropagation") ?? false;
  return isUnknown(disabled) ? UNKNOWN : !disabled;
}
