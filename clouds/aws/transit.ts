import type { TransitFact, TransitTable } from "../../network/routing/transit";

const HOW =
  "How AWS Transit Gateway works, Amazon VPC Transit Gateways guide (2025 or later: it has VPN Concentrators)";
const PEERED = "Example: Peered transit gateways, Amazon VPC Transit Gateways guide";
const NO_EDGE =
  "VPC peering limitations, edge to edge routing (awsdocs/amazon-vpc-peering-guide `vpc-peering-basics.md` @ f1d5b8a)";
const PREFIXES =
  "Example: Allowed to prefixes in a transit gateway configuration, AWS Direct Connect user guide, and: " +
  HOW;
const APART =
  "a route table for each, with no propagation from the one to the other's; single prefixes cannot be filtered";

/** A VPC tells over a peering its own range only, whatever its tables hold, and lets nothing of a peer's through. */
const noEdge: TransitFact = {
  passes: "no",
  why: "a VPC peering carries traffic between its two VPCs only: neither another peering nor a gateway of one is the other's",
  source: NO_EDGE,
};

const intoNetwork: TransitFact = {
  passes: "only-if-network-route",
  why: "a transit gateway forwards to the VPC, but the VPC's route tables do not learn: each prefix needs a route to the transit gateway",
  prevent: "no route in the VPC's tables",
  source: HOW,
};

const toAttachment: TransitFact = {
  passes: "only-if-same-route-table",
  why: "a transit gateway forwards between all attachments of one route table, by the routes that are propagated to it",
  prevent: APART,
  source: HOW,
};

const toVpn: TransitFact = {
  passes: "only-if-same-route-table",
  why:
    "a transit gateway tells a VPN's BGP peer every route of the table that the VPN is associated with, those learned from another VPN " +
    "or a Direct Connect gateway included, and forwards by it; that it keeps their AS path is not found in a document",
  prevent: APART,
  source: HOW,
};

const byGatewayRoute: TransitFact = {
  passes: "only-if-gateway-route",
  why: "peering attachments take static routes only, which the table's VPNs are told like any other route",
  prevent: "no static route",
  source: `${HOW}; ${PEERED}`,
};

const toLine: TransitFact = {
  passes: "only-if-allowed-prefixes",
  why: "a Direct Connect gateway tells the line's far side the prefixes that its association with the transit gateway allows, and no others",
  prevent: "leave the prefix out of the allowed ones",
  source: PREFIXES,
};

const notFound = (what: string): TransitFact => ({
  passes: "unknown",
  why: what,
  source: "not found in a document",
});

/**
 * A transit gateway as isthmus makes it has one route table, with which its VPC and all its VPNs are associated and to which all
 * propagate: so it passes on between VPNs, and cannot do otherwise with one table.
 */
export const awsTransit: TransitTable = {
  cloud: "aws",
  devices: ["transit gateway", "VPC"],
  cells: {
    attachment: {
      attachment: toAttachment,
      vpn: toVpn,
      "gateway-peering": byGatewayRoute,
      "network-peering": noEdge,
      interconnect: toLine,
    },
    vpn: {
      attachment: intoNetwork,
      vpn: toVpn,
      "gateway-peering": byGatewayRoute,
      "network-peering": noEdge,
      interconnect: toLine,
    },
    "gateway-peering": {
      attachment: intoNetwork,
      vpn: byGatewayRoute,
      "gateway-peering": notFound("traffic between two peerings of one transit gateway"),
      "network-peering": noEdge,
      interconnect: toLine,
    },
    "network-peering": {
      attachment: noEdge,
      vpn: noEdge,
      "gateway-peering": noEdge,
      "network-peering": noEdge,
      interconnect: noEdge,
    },
    interconnect: {
      attachment: intoNetwork,
      vpn: toVpn,
      "gateway-peering": byGatewayRoute,
      "network-peering": noEdge,
      interconnect: notFound("traffic between two Direct Connect gateways of one transit gateway"),
    },
  },
  filters: [
    {
      direction: "in",
      over: ["vpn"],
      what: "more than 1,000 dynamic routes of one VPN connection on a transit gateway are not taken",
      source: "AWS Site-to-Site VPN quotas, 2025",
    },
    {
      direction: "out",
      over: ["vpn"],
      what: "more than 5,000 routes are not told to one VPN connection's device; which of a table's routes are told cannot be chosen",
      source: `AWS Site-to-Site VPN quotas, 2025; ${HOW}`,
    },
    {
      direction: "in",
      over: ["gateway-peering"],
      what: "nothing is learned: static routes only, no equal-cost paths",
      source: HOW,
    },
    {
      direction: "in",
      over: ["attachment", "vpn", "interconnect"],
      what:
        "of equal prefixes one kind of attachment wins, whatever its AS path: static routes, then VPCs, Direct Connect gateways, VPNs; " +
        "among VPNs the shorter AS path, then the lower MED",
      source: HOW,
    },
  ],
  made: ["same-route-table", "network-route"],
};
