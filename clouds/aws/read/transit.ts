import { text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import type { TransitSetting } from "../../../network/routing/transit";
import { referredOf, TYPES } from "./types";

/** Where a transit gateway puts what is given no table of its own. */
const DEFAULT_TABLE = "default";

/**
 * Whether all VPNs of a transit gateway share one route table: each is associated with it and propagates to it. Where only some
 * do, the gateway passes on between those; that is not told here, since nothing may count on it for the others.
 */
export function transitSettings(resources: ResourceIndex, gateway: Resource): TransitSetting[] {
  const connections = resources
    .ofType(TYPES.vpnConnection)
    .filter((one) => referredOf(resources, one, "transitGatewayId", TYPES.transitGateway) === gateway);
  const [table, ...others] = connections.map((connection) => sharedTable(resources, gateway, connection));
  const shared = table !== undefined && others.every((other) => other === table);
  return shared ? ["same-route-table"] : [];
}

/** The table that a connection is associated with and propagates to; `undefined` where none is both, or that is not known. */
function sharedTable(resources: ResourceIndex, gateway: Resource, connection: Resource): string | undefined {
  const [associated] = tablesOf(resources, TYPES.gatewayAssociation, connection);
  const propagated = tablesOf(resources, TYPES.gatewayPropagation, connection);
  const table = associated ?? defaultTable(gateway, "defaultRouteTableAssociation");
  if (table === undefined) return undefined;
  // A propagation that is made by hand adds to the default one.
  const all = [...propagated, defaultTable(gateway, "defaultRouteTablePropagation")];
  return all.includes(table) ? table : undefined;
}

function tablesOf(resources: ResourceIndex, type: string, connection: Resource): string[] {
  return resources
    .ofType(type)
    .filter((joined) => connectionOf(resources, joined) === connection)
    .flatMap((joined) => {
      const table = resources.referred(joined, "transitGatewayRouteTableId", TYPES.gatewayTable)?.urn;
      const named = text(joined.props, "transitGatewayRouteTableId");
      return table ?? (named === undefined || isUnknown(named) ? [] : named);
    });
}

/** The VPN connection whose attachment is joined to a table: by what it depends on, or by the attachment's id. */
function connectionOf(resources: ResourceIndex, joined: Resource): Resource | undefined {
  const depended = resources.referred(joined, "transitGatewayAttachmentId", TYPES.vpnConnection);
  if (depended) return depended;
  const id = text(joined.props, "transitGatewayAttachmentId");
  if (id === undefined || isUnknown(id)) return undefined;
  return resources
    .ofType(TYPES.vpnConnection)
    .find(({ props }) => text(props, "transitGatewayAttachmentId") === id);
}

/** Both defaults are on unless somebody turns them off (EC2 API model, `TransitGatewayRequestOptions`, 2026-08). */
function defaultTable(gateway: Resource, property: string): string | undefined {
  const setting = text(gateway.props, property);
  return setting === "disable" || isUnknown(setting) ? undefined : DEFAULT_TABLE;
}
