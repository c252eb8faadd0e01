import type { Bringing, Brought } from "../../../network/model/brought";
import { GATEWAY_SUBNET } from "../facts";

/** What an AKS cluster's component reads of a network and a gateway that are there. */
export function broughtToAzure({ name, region, existing: { network, gateway } }: Bringing): Brought[] {
  const vnet: Brought = {
    ...{ type: "azure-native:network:VirtualNetwork", name: `${name}-network`, id: network.id },
    props: { location: region, addressSpace: { addressPrefixes: network.ranges } },
  };
  if (!gateway) return [vnet];
  const subnet = { id: `${network.id}/subnets/${GATEWAY_SUBNET}` };
  return [
    vnet,
    {
      ...{ type: "azure-native:network:VirtualNetworkGateway", name: `${name}-gateway`, id: gateway.id },
      props: {
        ...{ location: region, gatewayType: "Vpn", enableBgp: true, activeActive: true },
        ipConfigurations: (gateway.configurations ?? []).map((configuration) => ({
          name: configuration,
          subnet,
        })),
        bgpSettings: { asn: gateway.asn },
      },
    },
  ];
}
