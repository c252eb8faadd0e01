import type { CloudFacts, CloudSubnet } from "../../network/catalogue";
import { saLifetime } from "./ciphers";
import { azureTransit } from "./transit";
import { defaultZones } from "./zones";

/** What Azure wants the subnet of a virtual network gateway to be called, exactly (VPN Gateway FAQ, azure-docs @ 00140bf). */
export const GATEWAY_SUBNET = "GatewaySubnet";

/** Whom a subnet of pods is delegated to. */
export const POD_SUBNET_SERVICE = "Microsoft.ContainerService/managedClusters";

/** What the plan must know of Azure. */
export const azureFacts: CloudFacts = {
  cloud: "azure",
  defaults: {
    nodeType: "Standard_D4s_v5",
    // As on AWS, so that a mesh has one version unless told otherwise; AKS supports its latest three minor versions (AKS
    // "Supported Kubernetes versions").
    kubernetes: "1.35",
    zones: defaultZones,
  },
  denied: [
    // Virtual network FAQ, "What address ranges can I use", 2025.
    { cidr: "127.0.0.0/8", reason: "Azure refuses it for VNets and subnets: it is loopback" },
    {
      cidr: "169.254.0.0/16",
      reason: "Azure refuses it for VNets, subnets, pods and services: it is link-local",
    },
    { cidr: "224.0.0.0/4", reason: "Azure refuses it for VNets and subnets: it is multicast" },
    { cidr: "255.255.255.255/32", reason: "Azure refuses it for VNets and subnets: it is broadcast" },
    {
      cidr: "168.63.129.16/32",
      reason: "Azure refuses it for VNets and subnets: its own DNS, DHCP and probes",
    },
    // azure-aks-docs `use-byo-cni.md` and `concepts-network-ip-address-planning.md` @ fb060abe.
    { cidr: "172.30.0.0/16", reason: "AKS refuses it for VNets, pods and services" },
    { cidr: "172.31.0.0/16", reason: "AKS refuses it for VNets, pods and services" },
    { cidr: "192.0.2.0/24", reason: "AKS refuses it for VNets, pods and services" },
  ],
  ranges: {
    // AKS takes a VNet up to /8, a subnet may be as small as /29 (the same, and the virtual network FAQ).
    nodes: { shortest: 8, longest: 29 },
    // "Smaller than /12" (the same). The longest that leaves room for the DNS service's address, the tenth.
    services: { shortest: 13, longest: 28, rfc1918Only: false },
    // /27 or larger is recommended, /29 the longest taken (VPN Gateway FAQ, azure-docs @ 00140bf).
    gateway: { allocate: 27, longest: 29 },
    // The first four and the last (virtual network FAQ).
    reservedPerSubnet: 5,
    // AKS hands out no pod range by node; Cilium's cluster-pool does, one /24 each (`clusterPoolIPv4MaskSize`).
    podsPerNodeMask: 24,
    subnets,
    loadBalancerSubnets: "one",
  },
  gateway: {
    outsideAddress: "gateway",
    // The peers leave it no choice: AWS takes the first (VPN Gateway with AWS how-to, azure-docs @ 03e5750).
    insideHost: "second",
    // As AWS computes it for AES-GCM without NAT traversal, the longest that any peer takes ("Best practices for a customer
    // gateway device", AWS Site-to-Site VPN, 2024). Azure publishes none of its own for this suite.
    mtu: 1446,
    tunnelCapacity: 1000,
    gatewayCapacity: 1000,
    capacitySource:
      "VpnGw2AZ: 1 Gbps over all tunnels, and one tunnel can use it all; a benchmark, not a promise (azure-docs " +
      "`vpn-gateway-table-gwtype-aggtput-include.md` @ 01ceceb, 2018-10)",
    quotas: [
      {
        what: "tunnelsPerGateway",
        limit: 30,
        source:
          "Site-to-site tunnels of a VpnGw2 gateway: 30 (azure-docs `vpn-gateway-table-gwtype-aggtput-include.md` @ 01ceceb, 2018-10)",
      },
      {
        what: "routesFromPeer",
        limit: 4000,
        source:
          "Prefixes from a BGP peer: 4,000, above it the session drops (azure-docs `vpn-gateway-faq-bgp-include.md` @ 0013172, 2019-02)",
      },
      {
        what: "peeringsPerNetwork",
        limit: 500,
        source:
          "Virtual network peerings per virtual network: 500 (azure-docs `azure-virtual-network-limits.md` @ 04cb4ea, 2022-12)",
      },
    ],
    device: {
      // IKE's is fixed, ESP's is set on every connection (IPsec policy FAQ, azure-docs @ 11ee015).
      lifetimes: { ike: 28_800, esp: saLifetime("site") },
      // Fixed, and not negotiated down (VPN Gateway FAQ, 2026; "Azure VPN Gateway BGP Timer Mismatches", Microsoft Community Hub).
      bgp: { keepalive: 60, hold: 180 },
      // "You cannot specify these ASNs for your on premises VPN devices" (azure-docs BGP FAQ @ 0013172).
      refusedAsns: [8074, 8075, 12076, 65515, 65517, 65518, 65519, 65520].map((asn) => ({
        first: asn,
        last: asn,
        reason: "Azure keeps it for itself",
      })),
    },
  },
  peering: {
    mtu: 1500,
    capacitySource:
      "none: a peering imposes no bandwidth restrictions, only the machines limit it (Virtual Network FAQ, azure-docs " +
      "`virtual-networks-faq.md` @ 004ec53)",
  },
  transit: azureTransit,
};

/**
 * A subnet spans the region's zones, so one holds all nodes, and one all pods where they are routed. The gateway's is an address space
 * of its own.
 */
function subnets({
  nodes,
  gateway,
  pods,
}: {
  nodes: string;
  gateway?: string;
  pods?: string;
}): CloudSubnet[] {
  const all: CloudSubnet[] = [{ name: "nodes", role: "nodes", range: nodes }];
  if (pods) all.push({ name: "pods", role: "pods", range: pods });
  if (gateway) all.push({ name: GATEWAY_SUBNET, role: "gateway", range: gateway });
  return all;
}
