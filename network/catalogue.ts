import type { TransitTable } from "./routing/transit";
import type { Cloud } from "./spec/shape";

/**
 * What the plan must know of a cloud, as data: each cloud's room provides one in its `facts.ts`, and `clouds/index.ts`
 * puts them in a table. So the plan stays free of any cloud's particulars, and a fourth cloud is one entry more.
 */
export interface CloudFacts {
  cloud: Cloud;
  /** Default machine type of the nodes, Kubernetes version, and zones of a region (at least two). */
  defaults: {
    nodeType: string;
    kubernetes: string;
    zones(region: string): string[];
  };
  /** Ranges that this cloud refuses for networks, pods or services, with the reason. */
  denied: DeniedRange[];
  /** How the cloud carves a member's ranges. */
  ranges: {
    /** Prefix lengths that the cloud takes for the network of the nodes. AWS: 16-28. */
    nodes: { shortest: number; longest: number };
    /** AWS: 12-24 and RFC 1918 only. */
    services: { shortest: number; longest: number; rfc1918Only: boolean };
    /** Azure: default prefix length of GatewaySubnet and the longest that it takes. Absent: none is needed. */
    gateway?: { allocate: number; longest: number };
    /** Google Cloud: 28. Absent: none is needed. */
    controlPlane?: { allocate: number };
    /** Addresses that the cloud keeps in each subnet. AWS 5, Google Cloud 4, Azure 5. */
    reservedPerSubnet: number;
    /** Mask of the pod range of one node, as this cloud or the agent hands it out. */
    podsPerNodeMask: number;
    /**
     * Where pods are routed and their range is cut in zones' subnets: prefix lengths that the cloud takes for it, and the mask of what
     * the cloud's own network plugin takes for one node. Absent: the range is one subnet's, or part of one.
     */
    routedPods?: { shortest: number; longest: number; perNodeMask: number };
    /** Subnets of a member's network: pure arithmetic on `nodes` and `gateway`, and on `pods`, which is given where they are routed. */
    subnets(ranges: { nodes: string; gateway?: string; pods?: string }, zones: string[]): CloudSubnet[];
    /** Where the fixed addresses of the agent's load balancer go: AWS every node subnet, elsewhere one. */
    loadBalancerSubnets: "each-zone" | "one";
  };
  /** The VPN gateway. */
  gateway: {
    /** Outside addresses: the gateway has them before a peer is known, or each tunnel gets one afterwards. */
    outsideAddress: "gateway" | "tunnel";
    /** Which host of a /30 the cloud takes. */
    insideHost: "first" | "second" | "either";
    /** Largest packet that its tunnels carry with the mesh's cipher suite, in bytes. */
    mtu: number;
    /** Mbit/s of one tunnel, and of the gateway as a whole where it is limited; both in words with their source and date. */
    tunnelCapacity: number;
    gatewayCapacity?: number;
    capacitySource: string;
    /** How many of everything that a plan makes, or makes it learn. */
    quotas: QuotaFact[];
    /** What a site's device at the other end must know. */
    device: DeviceFacts;
  };
  /** What joins two members that are both in this cloud: transit gateways peered (AWS), networks peered (the others). */
  peering: PeeringFacts;
  /** What it passes on of what it learned: a plan counts on no path that this denies. */
  transit: TransitTable;
}

export interface PeeringFacts {
  /** Largest packet, in bytes, that a peering carries between two members whose networks take as much. */
  mtu: number;
  /** Mbit/s that a peering carries; absent where the cloud states no figure. */
  capacity?: number;
  /** Mbit/s that one flow between two nodes gets over it; absent where the cloud states no figure. */
  flow?: number;
  /** Both, or that there is none, in words with source and date. */
  capacitySource: string;
}

/** How a gateway of the cloud treats a device that is nobody's gateway: a site's. */
export interface DeviceFacts {
  /** Seconds after which this end's keys of IKE and of ESP end. Local to each end, but a device should not keep its own longer. */
  lifetimes: { ike: number; esp: number };
  /** BGP timers that suit this end, in seconds. */
  bgp: { keepalive: number; hold: number };
  /** ASNs that the cloud does not take for a peer, in every region or in one. */
  refusedAsns: { first: number; last: number; region?: string; reason: string }[];
}

export interface CloudSubnet {
  name: string;
  role: "nodes" | "pods" | "public" | "transit" | "gateway";
  zone?: string;
  range: string;
}

export interface DeniedRange {
  cidr: string;
  /** For whom: `"Docker's default bridge"`, `"AKS refuses it for services, pods and VNets"`. */
  reason: string;
}

/**
 * What is counted.
 *
 * - of one gateway: its tunnels, what is attached to it (networks, VPN connections, peerings), its peerings, the routes of its tables;
 * - of one network: its peerings, the prefixes that its region learns by BGP, the routes of one of its tables;
 * - of one region and account: gateways, VPN connections, customer gateways;
 * - of one BGP peer: the prefixes that it tells, those that it is told.
 *
 * Inside addresses are no quota of a gateway: `network/address/inside-pool.ts` says when a mesh has used them up.
 */
export const QuotaKind = {
  tunnelsPerGateway: "tunnelsPerGateway",
  attachmentsPerGateway: "attachmentsPerGateway",
  peeringsPerGateway: "peeringsPerGateway",
  routesPerGateway: "routesPerGateway",
  peeringsPerNetwork: "peeringsPerNetwork",
  routesLearned: "routesLearned",
  routesInTable: "routesInTable",
  gatewaysPerRegion: "gatewaysPerRegion",
  connectionsPerRegion: "connectionsPerRegion",
  customerGatewaysPerRegion: "customerGatewaysPerRegion",
  routesFromPeer: "routesFromPeer",
  routesToPeer: "routesToPeer",
} as const;
export type QuotaKind = (typeof QuotaKind)[keyof typeof QuotaKind];

export interface QuotaFact {
  what: QuotaKind;
  limit: number;
  /** The quota in words with its source and date. */
  source: string;
}

export type Catalogue = Record<"aws" | "gcp" | "azure", CloudFacts>;
