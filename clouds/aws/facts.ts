import type { CloudFacts } from "../../network/catalogue";
import { AWS_SUITE } from "./ciphers";
import { subnets } from "./subnets";
import { awsTransit } from "./transit";
import { defaultZones } from "./zones";

/** What the plan must know of AWS. */
export const awsFacts: CloudFacts = {
  cloud: "aws",
  defaults: {
    nodeType: "m7g.large",
    // In standard support from 2026-01-28 to 2027-03-27 (Amazon EKS release calendar, endoflife.date, 2026-02); after
    // that the control plane costs 0.60 instead of 0.10 USD an hour.
    kubernetes: "1.35",
    zones: defaultZones,
  },
  // VPC user guide, "VPC CIDR blocks", 2024-12, but for the last one.
  denied: [
    { cidr: "0.0.0.0/8", reason: "AWS refuses it for VPCs and subnets: it means this network" },
    { cidr: "127.0.0.0/8", reason: "AWS refuses it for VPCs and subnets: it is loopback" },
    { cidr: "169.254.0.0/16", reason: "AWS refuses it for VPCs and subnets: it is link-local" },
    { cidr: "224.0.0.0/4", reason: "AWS refuses it for VPCs and subnets: it is multicast" },
    {
      cidr: "172.17.0.0/16",
      reason:
        "Docker's default bridge on the nodes, AWS Cloud9 and SageMaker take it (Amazon EKS user guide)",
    },
  ],
  ranges: {
    // AWS takes a /16 to a /28 (VPC user guide, "VPC CIDR blocks", 2024-12); cut for six zones, a /22 is the least.
    nodes: { shortest: 16, longest: 22 },
    // `serviceIpv4Cidr` (Amazon EKS user guide, "Create a cluster", 2024-12).
    services: { shortest: 12, longest: 24, rfc1918Only: true },
    // The first four and the last (VPC user guide, "Subnet CIDR blocks", 2024-12).
    reservedPerSubnet: 5,
    // Cilium's cluster-pool hands out one /24 a node (`clusterPoolIPv4MaskSize`).
    podsPerNodeMask: 24,
    // A /16 to a /28 as a further range of the VPC ("Add IPv4 CIDR blocks to a VPC", VPC user guide, 2026), cut in eighths. 110 pods of a
    // node are seven prefixes of /28, and one more is kept warm ("Assign more IP addresses to nodes with prefixes", EKS user guide, 2026).
    routedPods: { shortest: 16, longest: 22, perNodeMask: 25 },
    subnets,
    loadBalancerSubnets: "each-zone",
  },
  gateway: {
    // Both outside addresses belong to the VPN connection, which needs the peer's address first.
    outsideAddress: "tunnel",
    // AWS takes the first host of each /30 (EC2 API model, `TunnelInsideCidr`, 2026-08).
    insideHost: "first",
    // AES-GCM without NAT traversal ("Best practices for a customer gateway device", AWS Site-to-Site VPN, 2024).
    mtu: 1446,
    tunnelCapacity: 1250,
    capacitySource:
      "Bandwidth per VPN tunnel: up to 1.25 Gbps with standard tunnel bandwidth (AWS Site-to-Site VPN quotas, 2025); a transit gateway " +
      "spreads flows over tunnels",
    quotas: [
      {
        what: "connectionsPerRegion",
        limit: 50,
        source: "Site-to-Site VPN connections per Region: 50, adjustable (AWS Site-to-Site VPN quotas, 2025)",
      },
      {
        what: "customerGatewaysPerRegion",
        limit: 50,
        source: "Customer gateways per Region: 50, adjustable (AWS Site-to-Site VPN quotas, 2025)",
      },
      {
        what: "gatewaysPerRegion",
        limit: 5,
        source:
          "Transit gateways per account, in one Region: 5, adjustable (AWS Transit Gateway quotas, 2025 or later: the edition with " +
          "VPN Concentrators)",
      },
      {
        what: "attachmentsPerGateway",
        limit: 5000,
        source:
          "Attachments per transit gateway: 5,000, adjustable (AWS Transit Gateway quotas, 2025 or later)",
      },
      {
        what: "peeringsPerGateway",
        limit: 50,
        source:
          "Peering attachments per transit gateway: 50, adjustable (AWS Transit Gateway quotas, 2025 or later)",
      },
      {
        what: "routesPerGateway",
        limit: 10_000,
        source:
          "Total combined routes (dynamic and static) across all route tables for a single transit gateway: 10,000, adjustable (AWS " +
          "Transit Gateway quotas, 2025 or later)",
      },
      {
        what: "routesInTable",
        limit: 500,
        source:
          "Routes per route table (non-propagated routes): 500, adjustable to 1,000 (Amazon VPC quotas, 2026)",
      },
      {
        what: "routesToPeer",
        limit: 5000,
        source:
          "Routes advertised from a VPN connection on a transit gateway to a customer gateway device: 5,000, not adjustable " +
          "(AWS Site-to-Site VPN quotas, 2025)",
      },
      {
        what: "routesFromPeer",
        limit: 1000,
        source:
          "Dynamic routes from a customer gateway device to a VPN connection on a transit gateway: 1,000, " +
          "not adjustable (AWS Site-to-Site VPN quotas, 2025)",
      },
    ],
    device: {
      // Pinned on every tunnel (tunnel-options.ts); the longest that AWS takes.
      lifetimes: { ike: AWS_SUITE.phase1.lifetime, esp: AWS_SUITE.phase2.lifetime },
      // AWS's own are not found in a document; the shorter hold time of the two ends counts (RFC 4271 §4.2).
      bgp: { keepalive: 20, hold: 60 },
      // `CreateCustomerGateway` (Amazon EC2 API reference, AWS SDK for .NET, 2024).
      refusedAsns: [
        { first: 7224, last: 7224, region: "us-east-1", reason: "AWS keeps it for itself in us-east-1" },
        { first: 9059, last: 9059, region: "eu-west-1", reason: "AWS keeps it for itself in eu-west-1" },
      ],
    },
  },
  // Between VPCs and over peerings, in one region and across ("What is AWS Transit Gateway for Amazon VPC?", Maximum Transmission
  // Unit, Amazon VPC Transit Gateways guide, 2025 or later: it has VPN Concentrators).
  peering: {
    mtu: 8500,
    flow: 5000,
    capacitySource:
      "Single-flow traffic: limited to 5 Gbps between instances that are not in one cluster placement group (Amazon EC2 instance network " +
      "bandwidth, Amazon EC2 user guide, 2025); the transit gateway's own quota is by zone and up to a burst, so no figure of a link",
  },
  transit: awsTransit,
};
