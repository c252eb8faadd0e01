import { flag, text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { TYPES } from "./types";

/** Which of a transit gateway's route tables something attached uses. */
export interface TableJoins {
  /** What comes from it is looked up in one. */
  associated: OrUnknown<boolean>;
  /** One learns what it tells. */
  propagated: OrUnknown<boolean>;
}

/**
 * By resources of their own, else by the gateway's defaults, which are on unless somebody turns them off (EC2 API model,
 * `TransitGatewayRequestOptions`, 2026-08). `attached`: what stands for the attachment, one or, of a peering, both halves.
 */
export function tableJoins(
  resources: ResourceIndex,
  gateway: Resource | undefined,
  attached: readonly Resource[],
  options: { associated?: string; propagated?: string } = {},
): TableJoins {
  const [first] = attached;
  const by = (type: string): boolean =>
    resources.ofType(type).some((joined) => isOf(joined, attached) && inTableOf(resources, joined, gateway));
  const byDefault = (own: string | undefined, property: string): OrUnknown<boolean> => {
    const mine = own === undefined ? undefined : flag(first?.props, own);
    if (mine === false) return false;
    const setting = gateway ? text(gateway.props, property) : "disable";
    if (isUnknown(setting) || isUnknown(mine)) return UNKNOWN;
    return setting !== "disable";
  };
  return {
    associated: by(TYPES.gatewayAssociation) || byDefault(options.associated, "defaultRouteTableAssociation"),
    propagated: by(TYPES.gatewayPropagation) || byDefault(options.propagated, "defaultRouteTablePropagation"),
  };
}

/** The attachment that a table's entry names: by what it depends on, or by the attachment's id. */
export function isOf(joined: Resource, attached: readonly Resource[]): boolean {
  const urns = joined.propertyDependencies.transitGatewayAttachmentId ?? [];
  if (urns.length > 0) {
    // An accepter's attachment depends on the request too.
    return attached.some(({ urn }) => urns.includes(urn));
  }
  const id = text(joined.props, "transitGatewayAttachmentId");
  if (id === undefined || isUnknown(id)) return false;
  return attached.some((one) => one.id === id || text(one.props, "transitGatewayAttachmentId") === id);
}

/** Whether an entry stands in a table of the gateway; where the table is made elsewhere it is taken to. */
export function inTableOf(
  resources: ResourceIndex,
  joined: Resource,
  gateway: Resource | undefined,
): boolean {
  if (resources.namesMissing(joined, "transitGatewayRouteTableId", TYPES.gatewayTable)) return false;
  const table = resources.referred(joined, "transitGatewayRouteTableId", TYPES.gatewayTable);
  const of = table && resources.referred(table, "transitGatewayId", TYPES.transitGateway);
  return of === undefined || of === gateway;
}
