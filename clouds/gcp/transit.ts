import type { TransitFact, TransitTable } from "../../network/routing/transit";

const LEARNED = "Learned routes, Cloud Router documentation, 2026";
const ADVERTISED = "Advertised routes, Cloud Router documentation, 2026";
const LIMITS = "Quotas and limits, Cloud Router documentation, 2026";
const PEERING = "VPC Network Peering, VPC documentation, 2026";

const ownRanges: TransitFact = {
  passes: "yes",
  why: "a Cloud Router tells its peers the subnets of its VPC network: of its region, or of all where dynamic routing is global",
  prevent: "custom advertisement mode, which tells the listed ranges only (isthmus sets it)",
  source: ADVERTISED,
};

const toOwnNetwork: TransitFact = {
  passes: "yes",
  why: "what a Cloud Router learns becomes routes of its VPC network: in its region, or in all where dynamic routing is global",
  prevent: "a BGP route policy on the session",
  source: LEARNED,
};

const betweenPeers: TransitFact = {
  passes: "yes",
  needs: ["data-transfer"],
  why:
    "a Cloud Router does not re-advertise what it learned, except between hybrid spokes of one Network Connectivity Center hub with " +
    "site-to-site data transfer, in the regions that have it. Telling the range as a custom one is possible; that packets are then " +
    "forwarded from tunnel to tunnel is not found in a document",
  prevent: "it is off unless the spokes are made",
  source: LEARNED,
};

const byExchange: TransitFact = {
  passes: "yes",
  needs: ["custom-route-exchange"],
  why: "subnets are always exchanged over a peering, learned routes only where one side exports custom routes and the other imports them",
  prevent: "leave the export or the import of custom routes off",
  source: `${PEERING}; ${LEARNED}`,
};

const byAdvertisement: TransitFact = {
  passes: "yes",
  needs: ["custom-advertisement"],
  why: "a Cloud Router tells subnets of its own VPC network and custom ranges only: a peered network's are told if they are listed",
  prevent: "leave the range out of the custom advertised ones",
  source: `${ADVERTISED}; ${LEARNED}`,
};

const notTransitive: TransitFact = {
  passes: "no",
  why: "a VPC peering gives no transitive routing: a network tells one peer nothing of another",
  source: PEERING,
};

const oneNetwork: TransitFact = {
  passes: "no",
  why: "an HA VPN gateway and its Cloud Router belong to one VPC network, so there is no second one behind them",
  source: LIMITS,
};

const noSuchPeering: TransitFact = {
  passes: "no",
  why: "gateways are not peered: two VPC networks are joined by a peering, a tunnel or a Network Connectivity Center hub",
  source: PEERING,
};

/** A Cloud Router tells what is its own network's, and never what another peer told it, unless a hub is made for that. */
export const gcpTransit: TransitTable = {
  cloud: "gcp",
  devices: ["Cloud Router", "VPC network", "Network Connectivity Center hub"],
  cells: {
    attachment: {
      attachment: oneNetwork,
      vpn: ownRanges,
      "gateway-peering": noSuchPeering,
      "network-peering": byExchange,
      interconnect: ownRanges,
    },
    vpn: {
      attachment: toOwnNetwork,
      vpn: betweenPeers,
      "gateway-peering": noSuchPeering,
      "network-peering": byExchange,
      interconnect: betweenPeers,
    },
    "gateway-peering": {
      attachment: noSuchPeering,
      vpn: noSuchPeering,
      "gateway-peering": noSuchPeering,
      "network-peering": noSuchPeering,
      interconnect: noSuchPeering,
    },
    "network-peering": {
      attachment: byAdvertisement,
      vpn: byAdvertisement,
      "gateway-peering": noSuchPeering,
      "network-peering": notTransitive,
      interconnect: byAdvertisement,
    },
    interconnect: {
      attachment: toOwnNetwork,
      vpn: betweenPeers,
      "gateway-peering": noSuchPeering,
      "network-peering": byExchange,
      interconnect: betweenPeers,
    },
  },
  filters: [
    {
      direction: "in",
      over: ["vpn", "interconnect"],
      what: "more than 5,000 prefixes from one BGP peer reset the session",
      source: LIMITS,
    },
    {
      direction: "in",
      over: ["vpn", "interconnect"],
      what:
        "beyond 250 unique prefixes of a region (its own routers', and as many of other regions' routers), the longest prefixes are " +
        "dropped, then the last in order",
      source: LIMITS,
    },
    {
      direction: "in",
      over: ["vpn", "interconnect"],
      what:
        "of equal prefixes the shorter AS path wins over all sessions of the network where it selects paths in the standard mode " +
        "(isthmus sets it), over those of one task of a Cloud Router in the legacy mode, the default: between tasks the MED alone " +
        "decides there",
      source: LEARNED,
    },
    {
      direction: "out",
      over: ["vpn", "interconnect"],
      what: "at most 200 custom advertised ranges of one BGP session; a default route only where it is listed",
      source: `${LIMITS}; ${ADVERTISED}`,
    },
  ],
  made: [],
};
