import type { TransitFact, TransitTable } from "../../network/routing/transit";

const HOW =
  "How AWS Transit Gateway works, Amazon VPC Transit Gateways guide (2025 or later: it has VPN Concentrators)";
const TOLD =
  "AWS Site-to-Site VPN quotas, Routes, 2025: the sources are VPC routes, other VPN routes and Direct Connect virtual interfaces";
const PEERED = "Example: Peered transit gateways, Amazon VPC Transit Gateways guide";
const NO_EDGE =
  "VPC peering limitations, edge to edge routing (awsdocs/amazon-vpc-peering-guide `vpc-peering-basics.md` @ f1d5b8a)";
const PREFIXES =
  "Allowed prefixes interactions (awsdocs/aws-direct-connect-user-guide `allowed-to-prefixes.md` @ 06ba235)";
const APART =
  "a route table for each, with no propagation from the one to the other's; single prefixes cannot be filtered";

/** A VPC tells over a peering its own range only, whatever its tables hold, and lets nothing of a peer's through. */
const noEdge: TransitFact = {
  passes: "no",
  why: "a VPC peering carries traffic between its two VPCs only: neither another peering nor a gateway of one is the other's",
  source: NO_EDGE,
};

const intoNetwork: TransitFact = {
  passes: "yes",
  needs: ["same-route-table", "network-route"],
  why:
    "a transit gateway forwards between all attachments of one route table, but a VPC's route tables do not learn: each prefix needs " +
    "a route to the transit gateway",
  prevent: `no route in the VPC's tables, or ${APART}`,
  source: HOW,
};

const toVpn: TransitFact = {
  passes: "yes",
  needs: ["same-route-table"],
  why:
    "a transit gateway tells a VPN's BGP peer the routes of the table that the VPN is associated with, those learned from another VPN " +
    "or a Direct Connect gateway included, and forwards by it; that it keeps their AS path is not found in a document",
  prevent: APART,
  source: `${HOW}; ${TOLD}`,
};

const overPeering: TransitFact = {
  passes: "yes",
  needs: ["same-route-table", "gateway-route"],
  why:
    "a peering attachment learns and tells nothing: the transit gateway at the far side needs a static route for each prefix, and " +
    "this one forwards what comes by the table that the peering attachment is associated with",
  prevent: "no static route at the far side",
  source: `${HOW}; ${PEERED}`,
};

const fromPeeringToVpn: TransitFact = {
  passes: "yes",
  needs: ["gateway-route"],
  why:
    "what lies behind a peering stands in the table as static routes, and a VPN's BGP peer is told the routes of the table, whatever " +
    "they come from",
  prevent: "no static route, or one in another table than the VPNs'",
  source: `${HOW}; ${PEERED}`,
};

const fromPeeringIntoNetwork: TransitFact = {
  passes: "yes",
  needs: ["gateway-route", "network-route"],
  why: "what lies behind a peering stands in the table as static routes, and in the VPC's tables as routes to the transit gateway",
  prevent: "no static route, or none in the VPC's tables",
  source: `${HOW}; ${PEERED}`,
};

const toLine: TransitFact = {
  passes: "yes",
  needs: ["line-in-table", "allowed-prefixes"],
  why: "a Direct Connect gateway tells the line's far side the prefixes that its association with the transit gateway allows, and no others",
  prevent: "leave the prefix out of the allowed ones",
  source: PREFIXES,
};

const peeringToLine: TransitFact = {
  ...toLine,
  needs: ["gateway-route", "line-in-table", "allowed-prefixes"],
};

/** Of what passes between attachments that isthmus makes: the same from a line, once that is in their table. */
const fromLine = (fact: TransitFact): TransitFact => ({
  ...fact,
  needs: (fact.needs ?? []).map((setting) => (setting === "same-route-table" ? "line-in-table" : setting)),
});

const notFound = (what: string): TransitFact => ({
  passes: "unknown",
  why: what,
  source: "not found in a document",
});

/**
 * A transit gateway as isthmus makes it has one route table, with which its VPC, all its VPNs and peerings are associated and to
 * which all of them that can propagate do: so it passes on between VPNs, and with one table it cannot be stopped.
 */
export const awsTransit: TransitTable = {
  cloud: "aws",
  devices: ["transit gateway", "VPC"],
  cells: {
    attachment: {
      attachment: intoNetwork,
      vpn: toVpn,
      "gateway-peering": overPeering,
      "network-peering": noEdge,
      interconnect: toLine,
    },
    vpn: {
      attachment: intoNetwork,
      vpn: toVpn,
      "gateway-peering": overPeering,
      "network-peering": noEdge,
      interconnect: toLine,
    },
    "gateway-peering": {
      attachment: fromPeeringIntoNetwork,
      vpn: fromPeeringToVpn,
      "gateway-peering": notFound("traffic between two peerings of one transit gateway"),
      "network-peering": noEdge,
      interconnect: peeringToLine,
    },
    "network-peering": {
      attachment: noEdge,
      vpn: noEdge,
      "gateway-peering": noEdge,
      "network-peering": noEdge,
      interconnect: noEdge,
    },
    interconnect: {
      attachment: fromLine(intoNetwork),
      vpn: fromLine(toVpn),
      "gateway-peering": fromLine(overPeering),
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
      direction: "in",
      over: ["attachment", "vpn", "interconnect"],
      what: "all or nothing by attachment: which of an attachment's routes are propagated to a table cannot be chosen",
      source: HOW,
    },
    {
      direction: "in",
      over: ["gateway-peering"],
      what: "nothing is learned: static routes only",
      source: HOW,
    },
    {
      direction: "in",
      over: ["attachment", "vpn", "gateway-peering", "interconnect"],
      what:
        "of equal prefixes one kind wins, whatever its AS path: static routes, then VPCs, Direct Connect gateways, VPNs; among VPNs the " +
        "shorter AS path, then the lower MED (100 where the peer sends none)",
      source: HOW,
    },
    {
      direction: "out",
      over: ["vpn"],
      what: "more than 5,000 routes are not told to one VPN connection's device; which of a table's routes are told cannot be chosen",
      source: `AWS Site-to-Site VPN quotas, 2025; ${HOW}`,
    },
  ],
  made: ["same-route-table", "network-route", "gateway-route"],
};
