import type { Cloud } from "../spec/shape";
import type { Origin } from "./network";
import type { OrUnknown } from "./resource";

/** A part of a network that may have a route table, and a zone, of its own. */
export interface SubnetFact {
  urn: string;
  /** URN of the VPC or VNet. */
  network?: string;
  cidr: OrUnknown<string>;
  /** Absent where the subnet spans the region's zones. */
  zone?: OrUnknown<string>;
  /**
   * URN of the route table that holds for it. Absent where the network has one for all of its subnets (Google Cloud), or where
   * the subnet is joined to none: then no {@link RouteFact} with a table holds for it.
   */
  table?: string;
  /** Whether its cluster's nodes, or its pods, live in it. Subnets of gateways and load balancers have no traffic of their own. */
  hosts: boolean;
  /** Azure: whether what the gateway learns goes to this subnet too. Absent: as the attachment says. */
  learns?: OrUnknown<boolean>;
  origin: Origin;
}

/** A network joined to a gateway, or what stands for that: a gateway that lies in its network. */
export interface AttachmentFact {
  urn: string;
  gateway?: string;
  network?: string;
  /** Whether packets that come from the network are looked up in the gateway's table (AWS: association). */
  lookedUp: OrUnknown<boolean>;
  /** Whether the gateway's table knows the network's ranges (AWS: propagation), and so can deliver and tell them. */
  known: OrUnknown<boolean>;
  /**
   * Whether the network's subnets learn by themselves what the gateway knows (Google Cloud, Azure). False where only a route in
   * the subnet's table leads to the gateway (a transit gateway).
   */
  taught: OrUnknown<boolean>;
  /** Zones from which it is reached; absent: all. A transit gateway's attachment reaches zones that it has a subnet in. */
  zones?: OrUnknown<string[]>;
  origin: Origin;
}

/**
 * One half of a peering inside one cloud: of two gateways (transit gateways) or of two networks (VPCs, VNets). Traffic flows where
 * both halves are there and accepted.
 */
export interface PeeringFact {
  urn: string;
  kind: "gateway-peering" | "network-peering";
  cloud: Cloud;
  /** URN of the gateway or network on this side. */
  own?: string;
  /** URN of the other. */
  peer?: string;
  /** Names of the members on this side and the other, where a link of ours tells them: what it peers may be made elsewhere. */
  members?: [own: string, peer: string];
  /** Whether the other side has accepted; where each side makes a half of its own, whether this half is on. */
  accepted: OrUnknown<boolean>;
  /** Gateways: whether what comes over it is looked up in this side's table (association). Absent: yes. */
  lookedUp?: OrUnknown<boolean>;
  /** Networks: whether this side tells the other what its own gateway learned (custom-route export; gateway transit). */
  lendsGateway?: OrUnknown<boolean>;
  /** Networks: whether this side takes that (custom-route import; use of remote gateways). */
  usesGateway?: OrUnknown<boolean>;
  origin: Origin;
}

/** A static route in a gateway's own table. */
export interface GatewayRouteFact {
  urn: string;
  gateway?: string;
  destination: OrUnknown<string>;
  /** URN of the attachment, peering or VPN connection that it leads to; absent for a black hole. */
  via?: string;
  origin: Origin;
}

/** What a network policy of Kubernetes, or of the agent, says of connections that come in. */
export interface NetworkPolicyFact {
  urn: string;
  /** URN of the cluster that it is in, where it could be found. */
  cluster?: string;
  /** What that cluster's agent calls it, where the agent is known. */
  clusterName?: OrUnknown<string>;
  /** Whether it selects every pod of the cluster; else it says nothing of most. */
  allPods: OrUnknown<boolean>;
  /**
   * What may come in, beyond which nothing may where it shuts the rest. Empty: nothing.
   */
  ingress: OrUnknown<PolicyPermission[]>;
  /** Whether it shuts what it does not name. Default: unless it holds refusals alone. */
  shuts?: boolean;
  origin: Origin;
}

/** From pods of clusters or from ranges, whichever are there; without any, from nobody that is another cluster's pod. */
export interface PolicyPermission {
  /** Other clusters, by name. */
  clusters?: string[];
  /** Every other cluster but these. */
  allBut?: string[];
  ranges?: string[];
  /** Ranges whose addresses are meant whoever has them, other clusters' pods among them, as agents do that know no other cluster. */
  nets?: string[];
  /** `443/tcp`, `30000-32767/udp`; empty: every port. */
  ports: string[];
  /** This is refused, whatever else allows it. */
  deny?: boolean;
}
