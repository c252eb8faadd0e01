import type { TransitFact, TransitTable } from "../../network/routing/transit";

const BGP_FAQ = "VPN Gateway BGP FAQ (azure-docs `vpn-gateway-faq-bgp-include.md` @ 0013172, 2019-02)";
const TRANSIT =
  "Configure VPN gateway transit (azure-docs `vpn-gateway-peering-gateway-transit.md` @ 036da20, 2018-03)";
const PEERING = "Virtual network peering (azure-docs `virtual-network-peering-overview.md` @ 59e519e)";
const COEXIST =
  "ExpressRoute and site-to-site coexisting connections (azure-docs `expressroute-howto-coexist-resource-manager.md`, 2022 or later: it names Azure Route Server)";
const CIRCUIT =
  "ExpressRoute FAQ, How are virtual networks advertised on ExpressRoute private peering (azure-docs `expressroute-faqs.md`, read in 2026-11)";
const AS_PATH = "VPN Gateway FAQ, AS path prepending (azure-docs `vpn-gateway-vpn-faq.md`, 2026)";
const LIMITS = "Networking limits (azure-docs `azure-virtual-network-limits.md` @ 04cb4ea, 2022-12)";

const toOwnNetwork: TransitFact = {
  passes: "yes",
  why: "a gateway writes what it learned into the route tables of its VNet's subnets",
  prevent: "a route table with BGP route propagation disabled on a subnet",
  source: `${TRANSIT}; ${PEERING}`,
};

const ownRanges: TransitFact = {
  passes: "yes",
  why: "a VPN gateway tells its BGP peers every address space of its VNet, as they are written there",
  source: BGP_FAQ,
};

const betweenPeers: TransitFact = {
  passes: "yes",
  why: "a VPN gateway tells each BGP peer what the others told it, except default routes and what overlaps an address space of its VNet",
  source: BGP_FAQ,
};

const byGatewayTransit: TransitFact = {
  passes: "yes",
  needs: ["gateway-transit"],
  why:
    "a peering shares the gateway of one VNet with the other, which may have none of its own: what the gateway learned reaches the " +
    "other VNet, and what the gateway connects reaches it",
  prevent: "leave gateway transit off at the gateway's side, or remote gateways at the other",
  source: `${TRANSIT}; ${PEERING}`,
};

const notTransitive: TransitFact = {
  passes: "no",
  why: "peerings are not transitive: a VNet tells one peer nothing of another",
  source: PEERING,
};

const byRouteServer: TransitFact = {
  passes: "yes",
  needs: ["route-server"],
  why: "between ExpressRoute and VPN only with Azure Route Server, and only while the VPN gateway's ASN is 65515",
  prevent: "no Route Server, or branch-to-branch off",
  source: COEXIST,
};

const oneNetwork: TransitFact = {
  passes: "no",
  why: "a gateway belongs to one VNet, so there is no second one behind it",
  source: `${LIMITS}; ${PEERING}`,
};

const noSuchPeering: TransitFact = {
  passes: "no",
  why: "VPN gateways are not peered: two are joined by a VNet-to-VNet connection, which is a VPN tunnel",
  source: BGP_FAQ,
};

/** A VPN gateway passes on what it learned from one BGP peer to all the others; nothing on it turns that off. */
export const azureTransit: TransitTable = {
  cloud: "azure",
  devices: ["VPN gateway", "VNet"],
  cells: {
    attachment: {
      attachment: oneNetwork,
      vpn: ownRanges,
      "gateway-peering": noSuchPeering,
      "network-peering": byGatewayTransit,
      interconnect: {
        passes: "yes",
        why: "an ExpressRoute gateway tells the circuit every address space of its VNet, and those of peered VNets that use it",
        source: CIRCUIT,
      },
    },
    vpn: {
      attachment: toOwnNetwork,
      vpn: betweenPeers,
      "gateway-peering": noSuchPeering,
      "network-peering": byGatewayTransit,
      interconnect: byRouteServer,
    },
    "gateway-peering": {
      attachment: noSuchPeering,
      vpn: noSuchPeering,
      "gateway-peering": noSuchPeering,
      "network-peering": noSuchPeering,
      interconnect: noSuchPeering,
    },
    "network-peering": {
      attachment: byGatewayTransit,
      vpn: byGatewayTransit,
      "gateway-peering": noSuchPeering,
      "network-peering": notTransitive,
      interconnect: byGatewayTransit,
    },
    interconnect: {
      attachment: toOwnNetwork,
      vpn: byRouteServer,
      "gateway-peering": noSuchPeering,
      "network-peering": byGatewayTransit,
      interconnect: {
        passes: "unknown",
        why: "traffic between two ExpressRoute circuits of one gateway",
        source: "not found in a document",
      },
    },
  },
  filters: [
    {
      direction: "in",
      over: ["vpn"],
      what:
        "a prefix that equals an address space of the VNet, or lies inside one, is dropped; one that contains it is taken (so an " +
        "Azure member's ranges must be nobody else's)",
      source: BGP_FAQ,
    },
    {
      direction: "in",
      over: ["vpn"],
      what: "more than 4,000 prefixes from one peer end the BGP session",
      source: BGP_FAQ,
    },
    {
      direction: "in",
      over: ["vpn"],
      what: "of equal prefixes the shorter AS path wins; what decides between equally short ones is not found in a document",
      source: AS_PATH,
    },
    {
      direction: "in",
      over: ["vpn"],
      what: "a default route is taken, and turns all of the VNet's own way to the internet into the tunnel",
      source: BGP_FAQ,
    },
    {
      direction: "out",
      over: ["vpn"],
      what: "a default route, and a route that overlaps an address space of the VNet, is never passed on",
      source: BGP_FAQ,
    },
    {
      direction: "out",
      over: ["vpn"],
      what: "the VNet's address spaces are told whole, GatewaySubnet's included; which ones cannot be chosen",
      source: BGP_FAQ,
    },
  ],
  made: [],
};
