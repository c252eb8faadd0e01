import { isObject, text } from "../properties";
import type { TypeDescriptor, Use } from "../type-descriptor";
import { described, globalId, labelled, NAME, projectOf, regionalId } from "./identity";

export const NETWORK: Use = { types: ["gcp:compute/network:Network"] };
/** A peering takes self links alone (terraform-provider-google 7, `google_compute_network_peering`, 2026). */
const NETWORK_BY_LINK: Use = { ...NETWORK, by: "selfLink" };
export const SUBNETWORK: Use = { types: ["gcp:compute/subnetwork:Subnetwork"] };
export const ROUTER: Use = { types: ["gcp:compute/router:Router"], by: "name", within: ["region"] };

/**
 * Immutable: ForceNew (`immutable: true`) in terraform-provider-google 7 (magic-modules, `mmv1/products/compute/*.yaml`, 2026).
 * Defaults are the same schemas'.
 */
export const NETWORK_TYPES: Record<string, TypeDescriptor> = {
  "gcp:compute/network:Network": {
    id: globalId("networks"),
    autoname: NAME,
    defaults: { autoCreateSubnetworks: true, deleteDefaultRoutesOnCreate: false },
    immutable: ["name", "description", "autoCreateSubnetworks", "internalIpv6Range", "networkProfile"],
    computed: (made) => ({
      project: projectOf(made),
      selfLink: described(made).selfLink,
      gatewayIpv4: "",
      networkId: made.digest("number").slice(0, 15),
      numericId: made.digest("number").slice(0, 15),
      mtu: made.inputs.mtu ?? 1460,
      routingMode: made.inputs.routingMode ?? "REGIONAL",
      bgpBestPathSelectionMode: made.inputs.bgpBestPathSelectionMode ?? "LEGACY",
      networkFirewallPolicyEnforcementOrder: "AFTER_CLASSIC_FIREWALL",
    }),
    follows: ["mtu", "routingMode", "bgpBestPathSelectionMode"],
  },
  "gcp:compute/networkPeering:NetworkPeering": {
    id: ({ inputs }) => `${text(inputs, "network").split("/").at(-1)}/${text(inputs, "name")}`,
    importId: (inputs) => `${text(inputs, "network").split("/").at(-1)}/${text(inputs, "name")}`,
    autoname: NAME,
    defaults: {
      exportCustomRoutes: false,
      importCustomRoutes: false,
      exportSubnetRoutesWithPublicIp: true,
      stackType: "IPV4_ONLY",
    },
    immutable: ["name", "network", "peerNetwork"],
    uses: { network: NETWORK_BY_LINK, peerNetwork: NETWORK_BY_LINK },
    computed: () => ({ state: "INACTIVE", stateDetails: "" }),
  },
  "gcp:compute/subnetwork:Subnetwork": {
    id: regionalId("subnetworks"),
    autoname: NAME,
    // The range may grow in place, never shrink or move; here any change of it replaces.
    immutable: ["name", "description", "network", "region", "ipCidrRange", "reservedInternalRange", "role"],
    uses: { network: NETWORK },
    refuses: (inputs, others) => {
      const other = others.find(
        (one) =>
          text(one.inputs, "network") === text(inputs, "network") &&
          text(one.inputs, "ipCidrRange") === text(inputs, "ipCidrRange"),
      );
      return (
        other &&
        `Error 400: Invalid IPCidrRange: ${text(inputs, "ipCidrRange")} conflicts with existing subnetwork '${text(other.inputs, "name")}', invalid`
      );
    },
    computed: (made) => ({
      project: projectOf(made),
      selfLink: described(made).selfLink,
      creationTimestamp: "2026-01-01T00:00:00.000-08:00",
      gatewayAddress: text(made.inputs, "ipCidrRange").replace(/\.\d+\/\d+$/, ".1"),
      fingerprint: "",
      purpose: "PRIVATE",
      stackType: "IPV4_ONLY",
      privateIpv6GoogleAccess: "DISABLE_GOOGLE_ACCESS",
      subnetworkId: 1,
    }),
  },
  "gcp:compute/router:Router": {
    id: regionalId("routers"),
    autoname: NAME,
    immutable: ["name", "network", "region", "encryptedInterconnectRouter"],
    uses: { network: NETWORK },
    computed: (made) => ({
      ...described(made),
      ...(isObject(made.inputs.bgp)
        ? { bgp: { keepaliveInterval: 20, identifierRange: "", ...made.inputs.bgp } }
        : {}),
    }),
    follows: ["bgp"],
  },
  "gcp:compute/routerNat:RouterNat": {
    id: (making) =>
      `${projectOf(making)}/${text(making.inputs, "region")}/${text(making.inputs, "router")}/${text(making.inputs, "name")}`,
    autoname: NAME,
    defaults: {
      icmpIdleTimeoutSec: 30,
      tcpEstablishedIdleTimeoutSec: 1200,
      tcpTimeWaitTimeoutSec: 120,
      tcpTransitoryIdleTimeoutSec: 30,
      type: "PUBLIC",
      udpIdleTimeoutSec: 30,
    },
    immutable: ["name", "router", "region", "type"],
    uses: { router: { ...ROUTER, bond: "owned" }, "subnetworks[*].name": SUBNETWORK },
    computed: (made) => ({
      project: projectOf(made),
      enableDynamicPortAllocation: false,
      enableEndpointIndependentMapping: false,
      autoNetworkTier: "PREMIUM",
      endpointTypes: ["ENDPOINT_TYPE_VM"],
    }),
  },
  "gcp:compute/address:Address": {
    id: regionalId("addresses"),
    autoname: NAME,
    defaults: { addressType: "EXTERNAL" },
    immutable: [
      "name",
      "address",
      "addressType",
      "description",
      "network",
      "networkTier",
      "prefixLength",
      "purpose",
      "region",
      "subnetwork",
      "ipVersion",
    ],
    uses: { subnetwork: SUBNETWORK },
    refuses: (inputs, others) => {
      const other = others.find(
        (one) =>
          text(inputs, "address") !== "" &&
          text(one.inputs, "subnetwork") === text(inputs, "subnetwork") &&
          text(one.inputs, "address") === text(inputs, "address"),
      );
      return (
        other &&
        `Error 400: Specified IP address is in-use and would result in a conflict., invalidResourceUsage (${text(other.inputs, "name")})`
      );
    },
    computed: (made) => ({
      ...described(made),
      ...labelled(made),
      ...(made.inputs.address === undefined ? { address: made.address("address") } : {}),
      networkTier: "PREMIUM",
      prefixLength: 0,
      users: [],
      addressId: 1,
    }),
    secret: ["effectiveLabels", "pulumiLabels"],
  },
  "gcp:compute/firewall:Firewall": {
    id: globalId("firewalls"),
    autoname: NAME,
    defaults: { priority: 1000 },
    immutable: ["name", "network", "direction"],
    uses: { network: NETWORK },
    computed: (made) => ({
      ...described(made),
      direction: made.inputs.direction ?? "INGRESS",
      destinationRanges: made.inputs.destinationRanges ?? [],
    }),
    follows: ["destinationRanges"],
  },
};
