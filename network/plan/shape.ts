import type { JoinKind } from "../link/join";
import type { Rtt } from "../place/rtt";
import type { ExistingSpec } from "../spec/existing-shape";
import type {
  AccountSpec,
  AgentKind,
  Cloud,
  Datapath,
  Encryption,
  Isolation,
  LineEncryption,
  MonitoringKind,
  ServiceAffinity,
  Survives,
  TopologyKind,
} from "../spec/shape";
import type { AdmitPlan, InboundPlan } from "./admits";

/**
 * Everything decided, as plain data: the contract between the spec and the resources. Components turn slices of it
 * into resources and decide nothing themselves. Maps and lists are sorted by name, so equal plans are equal bytes.
 */
export interface Plan {
  datapath: Datapath;
  /** `strict`; absent where isolation is open. */
  isolation?: Isolation;
  /** Where the members' ranges come from, as the spec says it; absent where it says nothing. */
  supernet?: string[];
  /** The clusters, by name. */
  members: Record<string, MemberPlan>;
  /** The sites, by name; absent where there is none. */
  sites?: Record<string, SitePlan>;
  links: LinkPlan[];
  traffic: TrafficPlan[];
  topology: TopologyPlan;
}

export interface MemberPlan {
  name: string;
  cloud: Cloud;
  region: string;
  /** At least two, by the cloud's names. */
  zones: string[];
  account?: AccountSpec;
  /** What is there already and used as it is; absent where isthmus makes all. */
  existing?: ExistingSpec;
  /** Kubernetes minor version. */
  kubernetes: string;
  nodes: { type: string; min: number; max: number };
  /** Ranges outside the mesh that may reach the API server; empty: nobody. */
  api: { access: string[] };
  ranges: MemberRanges;
  subnets: SubnetPlan[];
  /** Absent where no link of the member needs one: links inside Google Cloud and Azure join the networks themselves. */
  gateway?: GatewayPlan;
  /** The members whose nodes and containers this one exchanges traffic with, by name order. */
  peers: PeerPlan[];
  /** What hosts of sites may open on this member's nodes, by the sites' names; absent where nothing. */
  inbound?: InboundPlan[];
  /** `strict`: pods take from other members' what `admits` says, and nothing else. Absent: isolation is open. */
  isolation?: Isolation;
  /** What pods of other members may open here, by their names; absent in an overlay of open isolation, which asks nobody. */
  admits?: AdmitPlan[];
  agent: AgentPlan;
  /** How Services of the mesh's clusters are found; absent where none is exported. */
  clusterSet?: ClusterSetPlan;
  /** What watches the mesh from here; absent where nothing does. */
  monitoring?: MonitoringPlan;
  /** `isthmus-member: <name>` among them. */
  tags: Record<string, string>;
}

export interface MemberRanges {
  /** AWS: the VPC's range. Google Cloud: the subnet's. Azure: the VNet's first address space. */
  nodes: string;
  pods: string;
  services: string;
  /** Azure: GatewaySubnet, an address space of its own in the VNet. */
  gateway?: string;
  /** Google Cloud: the control plane's /28. */
  controlPlane?: string;
}

/** A subnet cut out of `ranges.nodes` or `ranges.gateway`. */
export interface SubnetPlan {
  /** `nodes-a`, `public-a`, `transit-a`; `nodes` and `GatewaySubnet` where a cloud's subnet spans zones. */
  name: string;
  /** `nodes`: private, for nodes and internal load balancers. `public`: NAT gateways. `transit`: TGW attachments. `gateway`: Azure VPN gateway. */
  role: "nodes" | "public" | "transit" | "gateway";
  /** Absent where the subnet spans the region's zones. */
  zone?: string;
  range: string;
}

export interface GatewayPlan {
  /** 64512-65514, unique in the mesh; where the gateway is another member's, that one's. */
  asn: number;
  /** AWS: the member whose transit gateway it is, to which this one's network is attached. Absent: the member's own. */
  behind?: string;
  /** Prefixes behind this gateway's links: static routes where a cloud needs them. Sorted. */
  remote: string[];
  /**
   * Prefixes to tell the peers: own node range, and pods where the datapath is routed; after them those of members that use this
   * gateway over a network peering.
   */
  advertise: string[];
  /** Own inside addresses by own interface, all links together (Azure must list them on the gateway). Sorted by link and tunnel. */
  inside: { interface: number; addresses: string[] }[];
}

export interface PeerPlan {
  name: string;
  /** The peer's node range. */
  nodes: string;
  pods: string;
  /** Its ClusterMesh load balancer's addresses. */
  loadBalancer: string[];
}

/**
 * A place with devices of its own that isthmus does not configure: it makes the clouds' ends of the links, and says what the
 * devices must be told.
 */
export interface SitePlan {
  name: string;
  /** Public addresses of its devices, one or two: the interfaces of its ends of tunnels. */
  addresses: string[];
  /** Of every device. */
  asn: number;
  /** The prefixes that its devices tell the clouds, and no others. Sorted. */
  ranges: string[];
  /** In degrees; absent where nobody said it. */
  location?: { latitude: number; longitude: number };
  /** By link, the prefixes that come over it: the devices take no others. Sorted. */
  expects: Record<string, string[]>;
}

export interface AgentPlan {
  kind: AgentKind;
  /** Chart version. */
  version: string;
  encryption: Encryption;
  datapath: Datapath;
  /** `cluster.name`: the member's name. */
  clusterName: string;
  /** `cluster.id`, 1-255, unique in the mesh. */
  clusterId: number;
  /** Range of all pods, and the mask of each node's part. */
  pods: string;
  podsPerNodeMask: number;
  /** Underlay MTU: the least of all paths from this member, those through members that pass traffic on included. The agent subtracts its own overhead. */
  mtu: number;
  /** Internal load balancer of the ClusterMesh API server: fixed addresses out of the node subnets. */
  loadBalancer: LoadBalancerPlan[];
  /** `clusters` of ClusterMesh: the same for every member; it may name the local cluster. With each its node range, which may reach this one's. */
  mesh: { name: string; addresses: string[]; nodes: string }[];
  /** Whether Services are exported in the mesh. Absent: none is. */
  sharesServices?: boolean;
  /** Whether its metrics are read. Absent: they are not. */
  metrics?: boolean;
}

/** What a cluster watches of the mesh, by a Prometheus of its own. */
export interface MonitoringPlan {
  kind: MonitoringKind;
  /** URL of the folder with the alerts' pages; absent where the spec says none. */
  runbooks?: string;
  /** From here, by the probed member's name. */
  probes: ProbePlan[];
  /** The member's links, by name. */
  links: WatchedLinkPlan[];
}

/** TCP connections from a cluster to another member: one handshake is one round trip. */
export interface ProbePlan {
  /** The member that answers. */
  to: string;
  /** Address and port of each. Example `["10.120.16.10:2379"]`. Sorted. */
  targets: string[];
  /** Members along the way, both ends included. */
  path: string[];
  /** Milliseconds: what the plan estimates, and the high bound of it. */
  expected: { p50: number; hi: number };
  /** What the tiers of the pair's intents promise: the shortest round trip. Absent where none promises one. */
  budget?: { tier: string; rtt: number };
}

/** As much of a link as a dashboard shows. */
export interface WatchedLinkPlan {
  name: string;
  /** The member at its other end. */
  peer: string;
  kind: JoinKind;
  mtu: number;
  /** Mbit/s in one direction; absent where the cloud states no figure. */
  capacity?: number;
  /** Milliseconds, estimated. */
  p50: number;
  /** Their names. */
  tunnels: string[];
}

/** A cluster's part in what the Multi-Cluster Services API calls a cluster set: clusters that share exported Services. */
export interface ClusterSetPlan {
  /** Address in the service range of what answers for `clusterset.local`; absent where the agent's own answers for it. */
  dns?: string;
  /** Of all exported Services: each must be in every cluster that is to find them. Sorted. */
  namespaces: string[];
  /** The Services that this cluster exports, by namespace and name. */
  exports: ServiceExportPlan[];
}

export interface ServiceExportPlan {
  name: string;
  namespace: string;
  affinity: ServiceAffinity;
}

export interface LoadBalancerPlan {
  /** Subnet (by `SubnetPlan.name`) that holds the address. AWS: one for each zone; elsewhere one. */
  subnet: string;
  address: string;
}

export interface LinkPlan {
  /** `amsterdam~dublin`: both names in order. */
  name: string;
  a: string;
  b: string;
  kind: JoinKind;
  /** Largest packet that fits the tunnels, in bytes, before the agent's overhead. */
  mtu: number;
  /** What a pod's packet may measure: `mtu` less the agent's overhead. */
  podMtu: number;
  /**
   * Mbit/s in one direction: of a VPN over all tunnels, the slower end counting. Absent where the cloud states no figure for
   * what joins the two: then it carries what the nodes can send.
   */
  capacity?: number;
  /**
   * Mbit/s in one direction that a single flow gets at most: of a VPN that of one tunnel, which a flow stays on. WireGuard between two
   * nodes is one flow, whatever it carries. Absent where the cloud states no figure, and of a link that is there already.
   */
  flow?: number;
  rtt: Rtt;
  /** Empty where what joins the two is inside one cloud. */
  tunnels: TunnelPlan[];
  /**
   * Of a peering: prefixes behind each end, its own among them: what the other end sends over it, by static routes where the cloud
   * needs them. Sorted.
   */
  prefixes?: { a: string[]; b: string[] };
  /** Of a link that is there already: how the line itself is encrypted. */
  encryption?: LineEncryption;
  /** Of a network peering: the end whose gateway the other, which has none, uses over it. Absent: none is lent. */
  lender?: string;
}

export interface TunnelPlan {
  /** `amsterdam~dublin/tunnel/1`. */
  name: string;
  /** /30 in 169.254.0.0/16, unique in the mesh. */
  inside: string;
  /** Raised by one when the key is to be rotated. From 1. */
  generation: number;
  /**
   * Name of the tunnel whose key this one has too, because one connection of Azure's carries both: then the generation is that
   * tunnel's, and so is the inside address of the end at the site. Absent: a key of its own.
   */
  keyOf?: string;
  a: TunnelEndPlan;
  b: TunnelEndPlan;
}

export interface TunnelEndPlan {
  /** Own inside address. */
  address: string;
  asn: number;
  /**
   * Which outside address of this end the tunnel uses, from 0. Google Cloud: the HA VPN gateway's interface.
   * Azure: the gateway's instance. AWS: connection * 2 + tunnel, one connection for each interface of the peer. Site: the device.
   */
  interface: number;
}

/** An intent with what the plan promises for it. */
export interface TrafficPlan {
  from: string;
  to: string;
  tier?: TierPlan;
  ports: string[];
  /** Members along the way, both ends included; empty where there is no path. */
  path: string[];
  /** Sum over the path's links; absent where there is no path. */
  rtt?: Rtt;
}

export interface TierPlan {
  name: string;
  /** Milliseconds. */
  rtt?: number;
  /** Mbit/s. */
  bandwidth?: number;
  survives: Survives;
}

export interface TopologyPlan {
  kind: TopologyKind;
  /** Sum of link costs, in the unit of `method`. */
  cost: number;
  lowerBound: number;
  /** (cost - lowerBound) / cost, from 0. */
  gap: number;
  /** How the links were chosen. */
  method: string;
}
