import type { SubnetFact } from "../../../network/model/forwarding";
import { list, text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { podSubnets } from "./pod-subnets";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/** Subnets with the tables that hold for them, and whether hosts live in them. */
export function readSubnets(resources: ResourceIndex): SubnetFact[] {
  const tables = tablesBySubnet(resources);
  const ofNodes = subnetsOf(resources, TYPES.nodeGroup);
  const ofGateways = subnetsOf(resources, TYPES.vpcAttachment);
  const ofPods = podSubnets(resources);
  const subnets = ofTypes(resources, TYPES.subnet, TYPES.defaultSubnet);
  const withNodes = new Set([...ofNodes].map((subnet) => vpcOf(resources, subnet)));
  const tableOf = (subnet: Resource) => tables.get(subnet) ?? mainTable(resources, vpcOf(resources, subnet));
  const withOthers = new Set(
    subnets
      .filter((subnet) => !ofGateways.has(subnet) && !leadsOut(resources, tableOf(subnet)))
      .map((subnet) => vpcOf(resources, subnet)),
  );
  return subnets.map((subnet): SubnetFact => {
    const network = vpcOf(resources, subnet);
    const table = tableOf(subnet);
    const zone = text(subnet.props, "availabilityZone");
    const taught = learnsFrom(resources, table);
    return {
      urn: subnet.urn,
      ...(network === undefined ? {} : { network }),
      cidr: text(subnet.props, "cidrBlock") ?? UNKNOWN,
      ...(zone === undefined ? {} : { zone }),
      ...(table ? { table: table.urn } : {}),
      // Where nobody says where nodes are, they may be in all but those that are made for something else; a transit gateway may be
      // attached by the hosts' own subnets, and then there are no others.
      hosts: withNodes.has(network)
        ? ofNodes.has(subnet)
        : !(ofGateways.has(subnet) && withOthers.has(network)) &&
          !leadsOut(resources, table) &&
          // Told as the pods', who leave as their nodes do.
          !ofPods.has(subnet),
      learns: taught,
      origin: { urn: subnet.urn, property: "cidrBlock" },
    };
  });
}

/** By the associations' subnets. */
function tablesBySubnet(resources: ResourceIndex): Map<Resource, Resource> {
  const tables = new Map<Resource, Resource>();
  for (const association of resources.ofType(TYPES.tableAssociation)) {
    const subnet = referredOf(resources, association, "subnetId", TYPES.subnet, TYPES.defaultSubnet);
    const table = referredOf(resources, association, "routeTableId", TYPES.routeTable, TYPES.mainRouteTable);
    if (subnet && table) tables.set(subnet, table);
  }
  return tables;
}

/** What holds for a subnet that is associated with none. */
function mainTable(resources: ResourceIndex, network: string | undefined): Resource | undefined {
  const chosen = resources
    .ofType(TYPES.mainTableAssociation)
    .find((association) => vpcOf(resources, association) === network);
  if (chosen) return referredOf(resources, chosen, "routeTableId", TYPES.routeTable);
  return resources
    .ofType(TYPES.mainRouteTable)
    .find((table) => network !== undefined && vpcOf(resources, table) === network);
}

/** Whether a VPN gateway's routes are propagated into the table; a transit gateway's never are. */
function learnsFrom(resources: ResourceIndex, table: Resource | undefined): boolean {
  if (!table) return false;
  const inline = list(table.props, "propagatingVgws");
  if (inline !== undefined && (isUnknown(inline) || inline.length > 0)) return true;
  return resources
    .ofType(TYPES.vpnGatewayPropagation)
    .some((propagation) => referredOf(resources, propagation, "routeTableId", table.type) === table);
}

/** Whether the internet is behind the table: a public subnet. */
function leadsOut(resources: ResourceIndex, table: Resource | undefined): boolean {
  if (!table) return false;
  return resources
    .ofType(TYPES.route)
    .some(
      (route) =>
        referredOf(resources, route, "routeTableId", table.type) === table &&
        referredOf(resources, route, "gatewayId", TYPES.internetGateway) !== undefined,
    );
}

/** Subnets that resources of a type name in `subnetIds`. */
export function subnetsOf(resources: ResourceIndex, type: string): Set<Resource> {
  return new Set(resources.ofType(type).flatMap((user) => subnetsNamed(resources, user)));
}

/** By id, or while these are unknown by what the property depends on. */
export function subnetsNamed(resources: ResourceIndex, user: Resource): Resource[] {
  const ids = list(user.props, "subnetIds");
  const known: unknown[] = ids === undefined || isUnknown(ids) ? [] : ids;
  const depended = new Set(user.propertyDependencies.subnetIds ?? []);
  return ofTypes(resources, TYPES.subnet, TYPES.defaultSubnet).filter(
    (subnet) => depended.has(subnet.urn) || (subnet.id !== undefined && known.includes(subnet.id)),
  );
}
