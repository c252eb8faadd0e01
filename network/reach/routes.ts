import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { prefixOf } from "./interval";
import type { GatewayNode, Join, NetworkNode } from "./layout";

export function routesOf(
  inventory: Inventory,
  networks: NetworkNode[],
  gateways: GatewayNode[],
  joins: Join[],
  idOf: Map<string, number>,
  gatewayIds: Map<string, number>,
): void {
  for (const fact of inventory.routes) {
    const network = networks[idOf.get(fact.network ?? "") ?? -1];
    const prefix = isUnknown(fact.destination) ? undefined : prefixOf(fact.destination);
    if (isUnknown(fact.destination)) network?.unread.push(fact);
    if (!network || !prefix) continue;
    const gateway = gatewayIds.get(fact.via ?? "");
    const route = { ...prefix, ...(gateway === undefined ? {} : { gateway }), fact };
    const table = fact.table ?? "";
    const list = network.routes.get(table);
    if (list) list.push(route);
    else network.routes.set(table, [route]);
  }
  const peeringOf = new Map(inventory.peerings.map((half) => [half.urn, half]));
  const attachmentOf = new Map(inventory.attachments.map((one) => [one.urn, one]));
  for (const { gateway, destination, via, origin } of inventory.gatewayRoutes) {
    const node = gateways[gatewayIds.get(gateway ?? "") ?? -1];
    const prefix = isUnknown(destination) ? undefined : prefixOf(destination);
    if (isUnknown(destination)) node?.unread.push(origin);
    if (!node || !prefix) continue;
    const half = peeringOf.get(via ?? "");
    const far = half && [half.own, half.peer].find((urn) => urn !== node.fact.urn);
    const join = node.joins.find((id) => {
      const one = joins[id];
      const end = gatewayIds.get(far ?? "");
      return one?.kind === "gateway-peering" && (one.a === end || one.b === end);
    });
    const network = idOf.get(attachmentOf.get(via ?? "")?.network ?? "");
    node.routes.push({
      ...prefix,
      ...(join === undefined ? {} : { join }),
      ...(network === undefined ? {} : { network }),
      origin,
    });
  }
}
