import type { TransitSetting } from "../routing/transit";
import type { Cloud, Encryption } from "../spec/shape";
import type {
  AttachmentFact,
  GatewayRouteFact,
  NetworkPolicyFact,
  PeeringFact,
  SubnetFact,
} from "./forwarding";
import type { KeyFact } from "./key";
import type { NamespaceFact } from "./namespace";
import type { NodePoolFact } from "./node-pool";
import type { OrUnknown } from "./resource";
import type { ResourceIndex } from "./resource-index";
import type { SettingFact } from "./setting";
import type { WebhookFact } from "./webhook";

/**
 * A network as facts: what the plan promises and what an inventory finds, in the same words.
 * Rules see nothing else. Every fact tells where it came from; what is not known is UNKNOWN, never left out.
 */
export interface Network {
  ranges: RangeFact[];
  remoteRanges: RemoteRangeFact[];
  clusters: ClusterFact[];
  agents: AgentFact[];
  gateways: GatewayFact[];
  tunnelEnds: TunnelEndFact[];
  routes: RouteFact[];
  firewalls: FirewallFact[];
  subnets: SubnetFact[];
  attachments: AttachmentFact[];
  peerings: PeeringFact[];
  gatewayRoutes: GatewayRouteFact[];
  policies: NetworkPolicyFact[];
  nodePools: NodePoolFact[];
  settings: SettingFact[];
  namespaces: NamespaceFact[];
  webhooks: WebhookFact[];
  keys: KeyFact[];
}

/** Where a fact was read. */
export interface Origin {
  urn: string;
  /** Property path, for example `ipAllocationPolicy.clusterIpv4CidrBlock`. */
  property?: string;
}

/**
 * What a range is for. `network`: a whole VPC or VNet. `subnet`: part of a network, judged against its siblings only.
 * The others are address space of their own.
 */
export const RangeUse = {
  network: "network",
  subnet: "subnet",
  nodes: "nodes",
  pods: "pods",
  services: "services",
  gateway: "gateway",
  controlPlane: "controlPlane",
} as const;
export type RangeUse = (typeof RangeUse)[keyof typeof RangeUse];

export interface RangeFact {
  use: RangeUse;
  /** CIDR text as written, not yet judged. */
  cidr: OrUnknown<string>;
  cloud: Cloud;
  /** URN of the network (VPC, VNet) or of the cluster that the range belongs to; facts with one owner and one use are the same range told twice. */
  owner: string;
  /** URN of the network whose own range it is too: of pods that the cloud itself gives addresses and routes. */
  network?: string;
  /** The member's name, once joined. */
  member?: string;
  origin: Origin;
}

/**
 * A range that lies elsewhere, as the resources of one end tell it: what a VPN is told that its other side has. It may be a range of
 * somebody here, told again.
 */
export interface RemoteRangeFact {
  cidr: OrUnknown<string>;
  /** Cloud of the end that tells. */
  cloud: Cloud;
  /** URNs of the networks and clusters that send to it: what lies inside a range of theirs never leaves them. */
  from: string[];
  origin: Origin;
}

export interface ClusterFact {
  urn: string;
  /** The member's name: the cluster's logical name. */
  name: string;
  cloud: Cloud;
  region: OrUnknown<string>;
  /** URN of the network that holds its nodes, where it could be found. */
  network?: string;
  /** Who reaches its public API endpoint: `[]` nobody. Absent of a cluster that is there already: that is its people's business. */
  apiAccess?: OrUnknown<string[]>;
  origin: Origin;
}

export interface AgentFact {
  urn: string;
  kind: string;
  /** URN of the cluster that it runs in, where it could be found. */
  cluster?: string;
  clusterName: OrUnknown<string>;
  clusterId: OrUnknown<number>;
  version: OrUnknown<string>;
  encryption: OrUnknown<Encryption>;
  /** `tunnel` or `native`. */
  routing: OrUnknown<string>;
  /** Underlay MTU that it was told, 0 where it detects it. */
  mtu: OrUnknown<number>;
  /** Other clusters that it joins, by name, with their addresses. */
  peers: OrUnknown<Record<string, string[]>>;
  /** Protocol of its tunnels: `vxlan`, `geneve`. Absent where its reader does not tell, or it has none. */
  tunnelProtocol?: OrUnknown<string>;
  /** Whether it drops, rather than sends in clear, what it has no key for. Absent where its reader does not tell. */
  strict?: OrUnknown<boolean>;
  /** What other plugin it stands behind on a node: `aws-cni`, `generic-veth`; `none`. Absent where its reader does not tell. */
  chaining?: OrUnknown<string>;
  /** Most clusters that its mesh takes, by its own setting. Absent where its reader does not tell. */
  maxClusters?: OrUnknown<number>;
  /** Mask of one node's part of its pod range. Absent where it cuts none by node, or its reader does not tell. */
  podMask?: OrUnknown<number>;
  /**
   * Where clusters meet that it joins, by name or address: those with the same are peers. Absent where it joins them otherwise, or its
   * reader does not tell.
   */
  broker?: OrUnknown<string>;
  /** Whether something beside it gives nodes their pod ranges (`spec.podCIDR`). Absent where its reader does not tell. */
  nodeRanges?: OrUnknown<boolean>;
  /** What says which version runs. Absent where its reader does not tell. */
  pin?: AgentPin;
  /**
   * URNs of the owners whose pods and Services other clusters see under other addresses than their own (Submariner's Globalnet).
   * Absent: they see them as they are.
   */
  translates?: string[];
  origin: Origin;
}

/** What says which version of an agent runs. */
export interface AgentPin {
  /** The version as written, which may be a range of them (`^1.19`, `latest`); absent: none, so the newest at apply. */
  version?: OrUnknown<string>;
  /** Whether the chart is a file or folder of the program's own, which is pinned by being there. */
  local: boolean;
  /** Tags of images that are set, with the value that holds each. */
  images: { property: string; tag: OrUnknown<string> }[];
}

export interface GatewayFact {
  urn: string;
  cloud: Cloud;
  /** `undefined` for a site, which has none. */
  region?: OrUnknown<string>;
  /** URNs of the networks behind it. */
  networks: string[];
  asn: OrUnknown<number>;
  /** Prefixes that it tells its BGP peers; `undefined` where the cloud decides (its own networks). */
  advertises?: OrUnknown<string[]>;
  /** What is found set there of that which decides what it passes on; absent where its reader does not tell. */
  settings?: TransitSetting[];
  /** The member's name, once joined. */
  member?: string;
  origin: Origin;
}

/**
 * What one end offers for one phase of IKE, in the field's names: `aes256gcm16`, `aes256`, `3des`; `sha256`, `sha384`;
 * Diffie-Hellman groups by number. Several values: the peer chooses. Empty where the algorithm needs none
 * (integrity with AEAD). `undefined`: not set, so the cloud's default, which includes weak ones.
 */
export interface ProposalFact {
  encryption?: OrUnknown<string[]>;
  integrity?: OrUnknown<string[]>;
  /** Groups of the key exchange (IKE) or of perfect forward secrecy (ESP). */
  groups?: OrUnknown<number[]>;
}

/** What a gateway's other interface would use towards the same peer: a tunnel only where the peer knows of it. */
export interface OtherInterface {
  interface: number;
  address: string;
}

/** What an end of a tunnel shares with its peer, or hangs on: while one of them changes the tunnel is down. */
export const TunnelPart = {
  /** The pre-shared key. */
  key: "key",
  /** Its own gateway. */
  gateway: "gateway",
  /** The peer's outside address. */
  peer: "peer",
} as const;
export type TunnelPart = (typeof TunnelPart)[keyof typeof TunnelPart];

/** One end of one tunnel. Two ends with mirrored inside addresses are one tunnel. */
export interface TunnelEndFact {
  /** URN of the resource that holds the end's keys and ciphers, and which tunnel of it (1 where it holds one). */
  urn: string;
  tunnel: number;
  cloud: Cloud;
  /** URN of the gateway, where it could be found. */
  gateway?: string;
  /** Own gateway's interface, from 0; two ends on one interface fail together. */
  interface: OrUnknown<number>;
  /** Own and the peer's inside address. */
  address: OrUnknown<string>;
  peerAddress: OrUnknown<string>;
  /** Own outside address; absent where its reader does not tell. */
  outside?: OrUnknown<string>;
  /** The peer's outside address, as this end calls it; absent where its reader does not tell. */
  peerOutside?: OrUnknown<string>;
  /**
   * URNs of what the own, and the peer's, outside address comes from: known before the addresses are. Absent where an address is written
   * down, or where its reader does not tell.
   */
  outsideFrom?: string[];
  peerOutsideFrom?: string[];
  /** Which of several addresses of the peer's gateway it goes to: that gateway's URN and the address' ordinal. Absent where it has one only. */
  peerPort?: OrUnknown<string>;
  /** Azure, active-active: both instances speak to the peer, and one connection holds both tunnels. */
  others?: OtherInterface[];
  asn: OrUnknown<number>;
  peerAsn: OrUnknown<number>;
  /**
   * A site's end: what isthmus says that its device must be told, since no resource is there to be read. Whether the device does
   * so cannot be known here.
   */
  declared?: boolean;
  /** IKE versions that it accepts; `undefined`: not set, so the cloud's default. */
  ike?: OrUnknown<number[]>;
  phase1: ProposalFact;
  phase2: ProposalFact;
  /** Of an end that exists before what is judged is applied: which of its parts that changes. Absent of one that is yet to be made. */
  present?: { changing: TunnelPart[] };
  /** Whether a BGP session is set up in it at this end. Absent where its reader does not tell: then it is. */
  bgp?: OrUnknown<boolean>;
  /** Seconds between keepalives of its BGP session, where that is set. Absent: the cloud's default. */
  keepalive?: OrUnknown<number>;
  /** Whether what comes out of it is looked up in the gateway's table (AWS: association). Absent: it is. */
  lookedUp?: OrUnknown<boolean>;
  /** Whether what the session tells goes into the gateway's table (AWS: propagation). Absent: it does. */
  learned?: OrUnknown<boolean>;
  /** What it tells its peer over this tunnel, where that is set for it alone; absent: what its gateway tells. */
  advertises?: OrUnknown<string[]>;
  /** Prefixes that this end sends into the tunnel whatever BGP says: static routing. Absent: none. */
  sends?: OrUnknown<string[]>;
  origin: Origin;
}

/** Static route in a network's own table towards a gateway. Propagated and learned routes are not listed. */
export interface RouteFact {
  urn: string;
  network?: string;
  destination: OrUnknown<string>;
  /** URN of the gateway that it points to. */
  via?: string;
  /** URN of the route table that it stands in; absent where it holds for the whole network. */
  table?: string;
  member?: string;
  origin: Origin;
}

/** A permission to come in, or to go out. */
export interface FirewallFact {
  urn: string;
  network?: string;
  /** Absent: in. `out` is told only by clouds that deny by default what goes out (AWS). */
  direction?: "in" | "out";
  /** What it stands before: the cluster's nodes, or something else there. Absent: everything in the network. */
  guards?: "nodes" | "other";
  /** Of what stands before a load balancer: whether that may open connections to the nodes. Absent: it may. */
  handsOn?: boolean;
  /** Ranges at the other side: allowed in, or allowed to be reached. */
  sources: OrUnknown<string[]>;
  /** `8472/udp`, `icmp`, `all`. */
  ports: OrUnknown<string[]>;
  member?: string;
  origin: Origin;
}

/** A network with nothing in it. */
export function emptyNetwork(): Network {
  return {
    ranges: [],
    remoteRanges: [],
    clusters: [],
    agents: [],
    gateways: [],
    tunnelEnds: [],
    routes: [],
    firewalls: [],
    subnets: [],
    attachments: [],
    peerings: [],
    gatewayRoutes: [],
    policies: [],
    nodePools: [],
    settings: [],
    namespaces: [],
    webhooks: [],
    keys: [],
  };
}

/** What a room of a cloud exports as `read`: facts from any resources, its own or not. Pure. */
export type Reader = (resources: ResourceIndex) => Network;
