import type { AttachmentFact } from "../../../network/model/forwarding";
import { list, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { type AzureResources, referred } from "./resources";

const HUB = "network:VirtualHub";

/** The hub that a gateway of Virtual WAN stands in. */
export function hubOf(resources: AzureResources, gateway: Resource): Resource | undefined {
  return referred(resources, { from: gateway, path: "virtualHub.id", kind: HUB });
}

/** URNs of the VNets at a hub. */
export function networksOfHub(resources: AzureResources, hub: Resource | undefined): string[] {
  if (!hub) return [];
  const found = resources.ofKind("network:HubVirtualNetworkConnection").flatMap((connection) => {
    const vnet = hubOfConnection(resources, connection) === hub ? vnetOf(resources, connection) : undefined;
    return vnet ? [vnet.urn] : [];
  });
  return [...new Set(found)];
}

function hubOfConnection(resources: AzureResources, connection: Resource): Resource | undefined {
  // Once it is made its own id says where it is.
  const place = connection.id?.replace(/\/hubVirtualNetworkConnections\/[^/]+$/i, "");
  const byId = place === undefined ? undefined : resources.withId(place);
  return byId ?? referred(resources, { from: connection, path: "virtualHubName", kind: HUB });
}

function vnetOf(resources: AzureResources, connection: Resource): Resource | undefined {
  return referred(resources, {
    from: connection,
    path: "remoteVirtualNetwork.id",
    kind: "network:VirtualNetwork",
  });
}

/**
 * VNets at hubs, as attachments of each VPN gateway there. A connection is associated with the hub's default route table and propagates to
 * it where nothing is said; of other tables nobody here sees what stands in them ("About virtual hub routing", azure-docs, 2026).
 */
export function hubAttachments(resources: AzureResources): AttachmentFact[] {
  const gateways = resources.ofKind("network:VpnGateway").map((gateway) => ({
    urn: gateway.urn,
    hub: hubOf(resources, gateway),
  }));
  return resources.ofKind("network:HubVirtualNetworkConnection").flatMap((connection) => {
    const [hub, vnet] = [hubOfConnection(resources, connection), vnetOf(resources, connection)];
    if (!hub || !vnet) return [];
    const associated = asksDefault(connection);
    return gateways
      .filter((gateway) => gateway.hub === hub)
      .map(({ urn }) => ({
        urn: connection.urn,
        gateway: urn,
        network: vnet.urn,
        lookedUp: associated,
        known: tellsDefault(connection),
        taught: associated,
        origin: { urn: connection.urn, property: "routingConfiguration" },
      }));
  });
}

const ROUTING = "routingConfiguration";

/** In a preview the provider calls unknown also what nobody wrote. */
function isUnwritten({ props, propertyDependencies }: Resource): boolean {
  return isUnknown(props[ROUTING]) && (propertyDependencies[ROUTING] ?? []).length === 0;
}

function asksDefault(connection: Resource): OrUnknown<boolean> {
  const table = text(connection.props, `${ROUTING}.associatedRouteTable.id`);
  if (table === undefined || isUnwritten(connection)) return true;
  return isDefaultTable(table) ? true : UNKNOWN;
}

function tellsDefault(connection: Resource): OrUnknown<boolean> {
  const tables = list(connection.props, `${ROUTING}.propagatedRouteTables.ids`);
  if (tables === undefined || isUnwritten(connection)) return true;
  if (isUnknown(tables)) return UNKNOWN;
  return tables.some((one) => isDefaultTable(valueAt(one, "id"))) ? true : UNKNOWN;
}

function isDefaultTable(id: unknown): boolean {
  return typeof id === "string" && /\/hubRouteTables\/defaultRouteTable$/i.test(id);
}
