import type { RangeFact } from "../../../network/model/network";
import { list, number, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { networkOf, TYPES } from "./types";

/**
 * Ranges of a network that Google's own services get: those that are set aside for service producers (private services access), and
 * those of resources that take one for themselves. One that Google is left to choose is present, but unknown.
 */
export function reservedRanges(resources: ResourceIndex): RangeFact[] {
  const addresses = resources.ofType(TYPES.globalAddress).filter(isForServices);
  return [
    ...addresses.map((address) => fact(resources, address, rangeOf(address), "address")),
    ...resources
      .ofType(TYPES.serviceConnection)
      .flatMap((connection) => unseen(resources, connection, addresses)),
    // Of one in a subnet of its own (`subnet`), the subnet tells.
    ...resources
      .ofType(TYPES.vpcConnector)
      .filter(({ props }) => text(props, "ipCidrRange") !== undefined)
      .map((connector) => fact(resources, connector, rangeAt(connector, "ipCidrRange"), "ipCidrRange")),
  ];
}

/** `VPC_PEERING`: a block for service producers; others are single addresses (`GlobalAddress.purpose`, Compute API, 2026). */
function isForServices({ props }: Resource): boolean {
  const purpose = text(props, "purpose");
  return purpose === "VPC_PEERING" || isUnknown(purpose);
}

/** Address and length are written apart; without an address Google picks one. */
function rangeOf({ props }: Resource): OrUnknown<string> {
  const [address, length] = [text(props, "address"), number(props, "prefixLength")];
  if (address === undefined || address === "" || length === undefined) return UNKNOWN;
  return isUnknown(address) || isUnknown(length) ? UNKNOWN : `${address}/${length}`;
}

function rangeAt({ props }: Resource, property: string): OrUnknown<string> {
  return text(props, property) ?? UNKNOWN;
}

/** Ranges that a connection names and no resource here sets aside. */
function unseen(resources: ResourceIndex, connection: Resource, addresses: Resource[]): RangeFact[] {
  const property = "reservedPeeringRanges";
  const depended = resources.referredAll(connection, property, TYPES.globalAddress);
  const names = list(connection.props, property) ?? [];
  if (isUnknown(names)) return depended.length > 0 ? [] : [fact(resources, connection, UNKNOWN, property)];
  const known = new Set(addresses.flatMap(({ name, props }) => [text(props, "name") ?? name]));
  // A name that is not known yet is that of an address which is among those that the property depends on.
  const others = names.filter((name) => typeof name !== "string" || !known.has(name));
  const more = others.length - depended.filter((one) => !isNamed(one, names)).length;
  return Array.from({ length: Math.max(0, more) }, () => fact(resources, connection, UNKNOWN, property));
}

function isNamed({ props }: Resource, names: unknown[]): boolean {
  const own = text(props, "name");
  return typeof own === "string" && names.includes(own);
}

function fact(
  resources: ResourceIndex,
  from: Resource,
  cidr: OrUnknown<string>,
  property: string,
): RangeFact {
  const owner = networkOf(resources, from) ?? from.urn;
  return { use: "subnet", cidr, cloud: "gcp", owner, origin: { urn: from.urn, property } };
}
