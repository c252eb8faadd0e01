import type { CloudFacts } from "../../network/catalogue";
import { subnets } from "./subnets";
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
    // Standard tunnel bandwidth ("AWS Site-to-Site VPN quotas", 2025).
    tunnelCapacity: 1250,
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
        what: "routesFromPeer",
        limit: 1000,
        source:
          "Dynamic routes from a customer gateway device to a VPN connection on a transit gateway: 1,000, " +
          "not adjustable (AWS Site-to-Site VPN quotas, 2025)",
      },
    ],
    // Not relied on: whether a transit gateway tells one VPN what it learned from another is not established for this setup.
    passesOnRoutes: false,
  },
};
