import { text, valuesAt } from "../properties";
import type { TypeDescriptor } from "../type-descriptor";
import { described, globalId, labelled, NAME, projectOf, regionalId } from "./identity";
import { NETWORK, ROUTER } from "./network";

const GATEWAY = "gcp:compute/haVpnGateway:HaVpnGateway";
const PEER_GATEWAY = "gcp:compute/externalVpnGateway:ExternalVpnGateway";
const TUNNEL = "gcp:compute/vPNTunnel:VPNTunnel";
const LABELS = ["effectiveLabels", "pulumiLabels"];

/**
 * Immutable: ForceNew in terraform-provider-google 7 (magic-modules, `mmv1/products/compute/*.yaml`; `resource_compute_vpn_tunnel.go`, 07fc865; `resource_compute_router_*.go`,
 * 2026). Of tunnels and gateways Google Cloud changes labels only.
 */
export const GATEWAY_TYPES: Record<string, TypeDescriptor> = {
  [GATEWAY]: {
    id: regionalId("vpnGateways"),
    autoname: NAME,
    defaults: { gatewayIpVersion: "IPV4" },
    immutable: ["name", "description", "network", "region", "gatewayIpVersion", "stackType", "vpnInterfaces"],
    uses: { network: NETWORK },
    computed: (made) => ({
      project: projectOf(made),
      selfLink: described(made).selfLink,
      ...labelled(made),
      stackType: "IPV4_ONLY",
      vpnInterfaces: [0, 1].map((id) => ({
        id,
        ipAddress: made.address(`interface ${id}`),
        interconnectAttachment: "",
      })),
    }),
    secret: LABELS,
  },
  [PEER_GATEWAY]: {
    id: globalId("externalVpnGateways"),
    autoname: NAME,
    immutable: ["name", "description", "interfaces", "redundancyType"],
    refuses: ({ interfaces, redundancyType }) => {
      const wanted = { SINGLE_IP_INTERNALLY_REDUNDANT: 1, TWO_IPS_REDUNDANCY: 2, FOUR_IPS_REDUNDANCY: 4 };
      const count = valuesAt({ interfaces }, "interfaces[*].ipAddress").length;
      const fits = Object.entries(wanted).some(
        ([word, number]) => word === redundancyType && number === count,
      );
      return fits
        ? undefined
        : `Error 400: Invalid value for field 'resource.interfaces': ${redundancyType} with ${count} interfaces, invalid`;
    },
    computed: (made) => ({ project: projectOf(made), selfLink: described(made).selfLink, ...labelled(made) }),
    secret: LABELS,
  },
  [TUNNEL]: {
    id: regionalId("vpnTunnels"),
    autoname: NAME,
    defaults: { ikeVersion: 2 },
    immutable: [
      "name",
      "description",
      "region",
      "cipherSuite",
      "ikeVersion",
      "localTrafficSelectors",
      "peerExternalGateway",
      "peerExternalGatewayInterface",
      "peerGcpGateway",
      "peerIp",
      "remoteTrafficSelectors",
      "router",
      "sharedSecret",
      "targetVpnGateway",
      "vpnGateway",
      "vpnGatewayInterface",
    ],
    uses: {
      vpnGateway: { types: [GATEWAY] },
      peerExternalGateway: { types: [PEER_GATEWAY] },
      router: ROUTER,
    },
    computed: (made) => ({
      ...described(made),
      ...labelled(made),
      detailedStatus: "Tunnel is up and running.",
      localTrafficSelectors: ["0.0.0.0/0"],
      remoteTrafficSelectors: ["0.0.0.0/0"],
      peerIp: peerAddress(made.used("peerExternalGateway")?.inputs, made.inputs.peerExternalGatewayInterface),
      sharedSecretHash: made.digest("hash").slice(0, 28),
      tunnelId: made.digest("number").slice(0, 15),
    }),
    secret: [...LABELS, "sharedSecret", "sharedSecretWo"],
  },
  "gcp:compute/routerInterface:RouterInterface": {
    id: ({ inputs }) => `${text(inputs, "region")}/${text(inputs, "router")}/${text(inputs, "name")}`,
    autoname: NAME,
    immutable: [
      "name",
      "interconnectAttachment",
      "ipRange",
      "privateIpAddress",
      "redundantInterface",
      "region",
      "router",
      "subnetwork",
      "vpnTunnel",
    ],
    uses: {
      router: { ...ROUTER, bond: "owned" },
      vpnTunnel: { types: [TUNNEL], by: "name", within: ["region"] },
    },
    unique: [({ router, region, ipRange }) => `${region} ${router} ${ipRange}`],
    computed: (made) => ({ project: projectOf(made), ipVersion: "IPV4" }),
  },
  "gcp:compute/routerPeer:RouterPeer": {
    id: (making) =>
      `projects/${projectOf(making)}/regions/${text(making.inputs, "region")}/routers/${text(making.inputs, "router")}/${text(making.inputs, "name")}`,
    autoname: NAME,
    defaults: { advertiseMode: "DEFAULT", advertisedRoutePriority: 100, enable: true },
    immutable: ["name", "interface", "region", "router"],
    uses: {
      router: { ...ROUTER, bond: "owned" },
      interface: {
        types: ["gcp:compute/routerInterface:RouterInterface"],
        by: "name",
        within: ["router", "region"],
      },
    },
    computed: (made) => ({
      project: projectOf(made),
      enableIpv6: false,
      enableIpv4: true,
      managementType: "MANAGED_BY_USER",
      isAdvertisedRoutePrioritySet: true,
      isCustomLearnedPrioritySet: false,
      ipv4NexthopAddress: "",
      ipv6NexthopAddress: "",
      peerIpv4NexthopAddress: "",
      peerIpv6NexthopAddress: "",
      routerApplianceInstance: "",
    }),
  },
};

function peerAddress(gateway: unknown, number: unknown): unknown {
  return (
    valuesAt(gateway, "interfaces[*]").flatMap((entry) =>
      valuesAt(entry, "id")[0] === number ? valuesAt(entry, "ipAddress") : [],
    )[0] ?? ""
  );
}
