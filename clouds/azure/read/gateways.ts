import type { GatewayFact } from "../../../network/model/network";
import { list, number, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { hubOf, networksOfHub } from "./hubs";
import { type AzureResources, networkOfSubnet, regionOf } from "./resources";

/** Azure's where none is given (VPN Gateway FAQ, azure-docs @ 00140bf). */
const DEFAULT_ASN = 65515;

/** VPN gateways, of VNets and of hubs; what they advertise Azure decides: their VNets, and what they learn. */
export function readGateways(resources: AzureResources): GatewayFact[] {
  return [...gatewaysOfVnets(resources), ...gatewaysOfHubs(resources)];
}

function gatewaysOfHubs(resources: AzureResources): GatewayFact[] {
  return resources.ofKind("network:VpnGateway").map((gateway) => ({
    urn: gateway.urn,
    cloud: "azure",
    region: regionOf(resources, gateway),
    networks: networksOfHub(resources, hubOf(resources, gateway)),
    // Nobody can give it another ("vWAN to vWAN Connectivity Options", Azure Networking Blog, 2025-02-19).
    asn: asnOf(gateway),
    origin: { urn: gateway.urn, property: "bgpSettings.asn" },
  }));
}

/** Of those that stand in a subnet of their VNet. */
export function gatewaysOfVnets(resources: AzureResources): GatewayFact[] {
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
