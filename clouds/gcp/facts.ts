import type { CloudFacts } from "../../network/catalogue";
import { gcpTransit } from "./transit";
import { defaultZones } from "./zones";

/** Names of the subnet's secondary ranges; GKE is told its ranges by them. */
export const SECONDARY_RANGES = { pods: "pods", services: "services" } as const;

/** Pods of one node at most; it takes a range of twice as many addresses ("Flexible Pod CIDR", GKE docs, 2026). */
export const MAX_PODS_PER_NODE = 110;

/** What the plan must know of Google Cloud. */
export const gcpFacts: CloudFacts = {
  cloud: "gcp",
  defaults: {
    nodeType: "e2-standard-4",
    // The same as in the other clouds. A minor version has about 14 months of standard support from the day that the
    // Regular channel offers it ("GKE versioning and support", 2026).
    kubernetes: "1.35",
    zones: defaultZones,
  },
  // "Subnets", prohibited IPv4 subnet ranges, Google VPC docs, 2026.
  denied: [
    { cidr: "0.0.0.0/8", reason: "Google Cloud refuses it for subnets: it means this network" },
    { cidr: "127.0.0.0/8", reason: "Google Cloud refuses it for subnets: it is loopback" },
    { cidr: "169.254.0.0/16", reason: "Google Cloud refuses it for subnets: it is link-local" },
    { cidr: "199.36.153.4/30", reason: "Google Cloud refuses it for subnets: restricted.googleapis.com" },
    { cidr: "199.36.153.8/30", reason: "Google Cloud refuses it for subnets: private.googleapis.com" },
    { cidr: "224.0.0.0/4", reason: "Google Cloud refuses it for subnets: it is multicast" },
    { cidr: "255.255.255.255/32", reason: "Google Cloud refuses it for subnets: it is broadcast" },
  ],
  ranges: {
    // A subnet's primary range (the same page).
    nodes: { shortest: 8, longest: 29 },
    // "Subnet secondary IP address range for Services", VPC-native clusters, GKE docs, 2026.
    services: { shortest: 16, longest: 27, rfc1918Only: false },
    // `masterIpv4CidrBlock` takes nothing else (google_container_cluster, magic-modules @ d577844, 2026-08).
    controlPlane: { allocate: 28 },
    // The first two and the last two of a primary range ("Subnets", 2026).
    reservedPerSubnet: 4,
    podsPerNodeMask: 32 - Math.ceil(Math.log2(2 * MAX_PODS_PER_NODE)),
    // A subnet spans the region's zones, so one holds all nodes.
    subnets: ({ nodes }) => [{ name: "nodes", role: "nodes", range: nodes }],
    loadBalancerSubnets: "one",
  },
  gateway: {
    outsideAddress: "gateway",
    // A router's interface may have either host; the peers leave it no choice: AWS takes the first, Azure the second.
    insideHost: "either",
    // AES-GCM over IPv4, of the gateway's 1460 ("MTU considerations", Cloud VPN, 2026-04).
    mtu: 1406,
    tunnelCapacity: 1000,
    capacitySource:
      "Bandwidth per VPN tunnel: 250,000 packets per second, both directions together, which is 1 to 3 Gbps by packet size: the least " +
      "of it (Quotas and limits, Cloud VPN, 2026)",
    quotas: [
      {
        what: "tunnelsPerGateway",
        limit: 128,
        source: "BGP peers of a Cloud Router, one a tunnel: 128 (Cloud Router quotas and limits, 2026)",
      },
      {
        what: "routesFromPeer",
        limit: 5000,
        source:
          "Prefixes that a Cloud Router accepts from one BGP peer: 5,000, above it the session is reset (Cloud Router quotas and " +
          "limits, 2026)",
      },
      {
        what: "routesToPeer",
        limit: 200,
        source: "Custom advertised routes of one BGP session: 200 (Cloud Router quotas and limits, 2026)",
      },
      {
        what: "peeringsPerNetwork",
        // Google names the quota without a number, which each project has its own.
        limit: 25,
        source:
          "Peerings per VPC network: 25 by default, adjustable (`PEERINGS_PER_NETWORK`, VPC quotas and limits, 2026; the number is " +
          "not found in a document of Google's)",
      },
      {
        what: "routesLearned",
        limit: 250,
        source:
          "Unique prefixes that a region of a VPC network learns by BGP: 250 by default, adjustable (Cloud Router quotas " +
          "and limits, 2026)",
      },
    ],
    device: {
      // Fixed ("Supported IKE ciphers", Cloud VPN, 2026-04).
      lifetimes: { ike: 36_000, esp: 10_800 },
      // Cloud Router's default keepalive interval, of which the hold time is three times (magic-modules `Router.yaml` @ d577844).
      bgp: { keepalive: 20, hold: 60 },
      // `RouterPeer.peerAsn` names none (magic-modules @ d577844).
      refusedAsns: [],
    },
  },
  peering: {
    mtu: 1460,
    capacitySource:
      "none: what a node sends inside Google Cloud is limited by its machine type (Network bandwidth, Compute Engine documentation, 2025)",
  },
  transit: gcpTransit,
};
