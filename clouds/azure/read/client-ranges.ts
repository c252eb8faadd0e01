import type { RangeFact } from "../../../network/model/network";
import { list } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { type AzureResources, inline } from "./resources";

/**
 * Pools that gateways give people's own machines addresses from (point-to-site), of VNets' gateways and of hubs': no part of the network
 * that they come into.
 */
export function clientRanges(resources: AzureResources): RangeFact[] {
  const ofVnets = resources
    .ofKind("network:VirtualNetworkGateway")
    .filter((gateway) => isWritten(gateway, "vpnClientConfiguration"))
    .flatMap((gateway) => poolAt(gateway, "vpnClientConfiguration"));
  const ofHubs = resources.ofKind("network:P2sVpnGateway").flatMap((gateway) => {
    const property = "p2SConnectionConfigurations";
    const configurations = inline(gateway, property);
    if (isUnknown(configurations)) return [fact(gateway, UNKNOWN, property)];
    return configurations.flatMap((_, index) => poolAt(gateway, `${property}.${index}`));
  });
  return [...ofVnets, ...ofHubs];
}

/** In a preview the provider calls unknown also what nobody wrote; what was written depends on something. */
function isWritten({ props, propertyDependencies }: Resource, property: string): boolean {
  return !isUnknown(props[property]) || (propertyDependencies[property] ?? []).length > 0;
}

function poolAt(gateway: Resource, at: string): RangeFact[] {
  const path = `${at}.vpnClientAddressPool.addressPrefixes`;
  const prefixes = list(gateway.props, path) ?? [];
  if (isUnknown(prefixes)) return [fact(gateway, UNKNOWN, path)];
  return prefixes.map((cidr, index) =>
    fact(gateway, typeof cidr === "string" ? cidr : UNKNOWN, `${path}.${index}`),
  );
}

function fact({ urn }: Resource, cidr: RangeFact["cidr"], property: string): RangeFact {
  return { use: "gateway", cidr, cloud: "azure", owner: urn, origin: { urn, property } };
}
