import type { GatewayFact } from "../../../network/model/network";
import { list, number, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { type AzureResources, networkOfSubnet, regionOf } from "./resources";

/** Azure's where none is given (VPN Gateway FAQ, azure-docs @ 00140bf). */
const DEFAULT_ASN = 65515;

/** VPN gateways; what they advertise Azure decides: their VNet, and what they learn. */
export function readGateways(resources: AzureResources): GatewayFact[] {
  return resources
    .ofKind("network:VirtualNetworkGateway")
    .filter((gateway) => text(gateway.props, "gatewayType") !== "ExpressRoute")
    .map((gateway) => ({
      urn: gateway.urn,
      cloud: "azure",
      region: regionOf(resources, gateway),
      networks: networksOf(resources, gateway),
      asn: asnOf(gateway),
      origin: { urn: gateway.urn, property: "bgpSettings.asn" },
    }));
}

export function asnOf(gateway: Resource): OrUnknown<number> {
  return number(gateway.props, "bgpSettings.asn") ?? DEFAULT_ASN;
}

function networksOf(resources: AzureResources, gateway: Resource): string[] {
  const configurations = list(gateway.props, "ipConfigurations") ?? [];
  const count = isUnknown(configurations) ? 1 : configurations.length;
  const found = Array.from({ length: count }, (_, index) =>
    networkOfSubnet(resources, gateway, `ipConfigurations.${index}.subnet.id`),
  );
  return [...new Set(found.filter((network) => network !== undefined))];
}
