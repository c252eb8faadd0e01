import { guid } from "../digest";
import { isObject, type Properties, text, valuesAt } from "../properties";
import type { Made, TypeDescriptor } from "../type-descriptor";
import { placed } from "./identity";
import { PUBLIC_ADDRESS, SUBNET } from "./network";

const GATEWAY = "azure-native:network:VirtualNetworkGateway";
const LOCAL = "azure-native:network:LocalNetworkGateway";

/** Nothing here is replaced but by its name, group or location (pulumi-azure-native, `replacement.go`, 1b7112a). */
export const GATEWAY_TYPES: Record<string, TypeDescriptor> = {
  [GATEWAY]: placed({
    kind: "Microsoft.Network/virtualNetworkGateways",
    name: "virtualNetworkGatewayName",
    longest: 80,
    // "You can't change …" of type, VPN type and generation (VPN Gateway documentation, "About gateway SKUs", 2026).
    fixed: ["gatewayType", "vpnType", "vpnGatewayGeneration"],
    uses: {
      "ipConfigurations[*].publicIPAddress.id": PUBLIC_ADDRESS,
      "ipConfigurations[*].subnet.id": SUBNET,
    },
    computed: (made) => ({
      resourceGuid: guid(made.digest("guid")),
      ipConfigurations: configurations(made),
      ...(isObject(made.inputs.bgpSettings) ? { bgpSettings: bgp(made.inputs.bgpSettings) } : {}),
      enablePrivateIpAddress: false,
      disableIPSecReplayProtection: false,
      enableBgpRouteTranslationForNat: false,
      natRules: [],
    }),
    follows: ["ipConfigurations", "bgpSettings"],
  }),
  [LOCAL]: placed({
    kind: "Microsoft.Network/localNetworkGateways",
    name: "localNetworkGatewayName",
    longest: 80,
    computed: (made) => ({ resourceGuid: guid(made.digest("guid")) }),
  }),
  "azure-native:network:VirtualNetworkGatewayConnection": placed({
    kind: "Microsoft.Network/connections",
    name: "virtualNetworkGatewayConnectionName",
    longest: 80,
    fixed: ["connectionType"],
    uses: {
      "virtualNetworkGateway1.id": { types: [GATEWAY] },
      "localNetworkGateway2.id": { types: [LOCAL] },
    },
    computed: (made) => ({
      resourceGuid: guid(made.digest("guid")),
      connectionStatus: "Connected",
      egressBytesTransferred: 0,
      ingressBytesTransferred: 0,
      tunnelConnectionStatus: [],
      routingWeight: 0,
      usePolicyBasedTrafficSelectors: false,
      expressRouteGatewayBypass: false,
      trafficSelectorPolicies: [],
    }),
  }),
};

function configurations(made: Made): Properties[] {
  return valuesAt(made.inputs, "ipConfigurations[*]")
    .filter(isObject)
    .map((entry) => ({
      ...entry,
      id: `${made.id}/ipConfigurations/${text(entry, "name")}`,
      provisioningState: "Succeeded",
    }));
}

/** Each instance has an address in the gateway's subnet beside its custom ones. */
function bgp(settings: Properties): Properties {
  const own = ["10.255.255.4", "10.255.255.5"];
  const peerings = valuesAt(settings, "bgpPeeringAddresses[*]").filter(isObject);
  return {
    peerWeight: 0,
    ...settings,
    bgpPeeringAddress: own.slice(0, Math.max(1, peerings.length)).join(","),
    ...(peerings.length === 0
      ? {}
      : {
          bgpPeeringAddresses: peerings.map((entry, index) => ({
            ...entry,
            defaultBgpIpAddresses: [own[index] ?? own[0]],
          })),
        }),
  };
}
