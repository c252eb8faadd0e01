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
    /** Subnets of a member's network: pure arithmetic on `nodes` and `gateway`. */
    subnets(ranges: { nodes: string; gateway?: string }, zones: string[]): CloudSubnet[];
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
    /** Mbit/s of one tunnel, and of the gateway as a whole where it is limited. */
    tunnelCapacity: number;
    gatewayCapacity?: number;
    /** Most tunnels of a gateway, and what a tunnel is called in the quota's name. */
    quotas: QuotaFact[];
    /** Whether routes learned from one BGP peer are passed on to another: only then can a hub stand here. */
    passesOnRoutes: boolean;
  };
}

export interface CloudSubnet {
  name: string;
  role: "nodes" | "public" | "transit" | "gateway";
  zone?: string;
  range: string;
}

export interface DeniedRange {
  cidr: string;
  /** For whom: `"Docker's default bridge"`, `"AKS refuses it for services, pods and VNets"`. */
  reason: string;
}

export interface QuotaFact {
  /** What is counted: tunnels of one gateway, VPN connections of one region… */
  what: "tunnelsPerGateway" | "connectionsPerRegion" | "customerGatewaysPerRegion" | "routesFromPeer";
  limit: number;
  /** The quota in words with its source and date. */
  source: string;
}

export type Catalogue = Record<"aws" | "gcp" | "azure", CloudFacts>;
