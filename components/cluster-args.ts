import type * as pulumi from "@pulumi/pulumi";
import type { JoinKind } from "../network/link/join";
import type { ExistingSpec } from "../network/spec/existing-shape";
import type {
  AgentKind,
  Datapath,
  Encryption,
  Isolation,
  MonitoringKind,
  ServiceAffinity,
} from "../network/spec/shape";

/**
 * What every cluster component takes. Ranges, regions and encryption are plain values, not outputs, so that they are
 * known at preview and can be judged before anything exists.
 */
export interface ClusterArgs {
  /** The cloud's own name of the region. Example `"eu-west-1"`. */
  region: string;
  /** Zones by the cloud's names, at least two. Default: the region's first zones. Example `["eu-west-1a", "eu-west-1b"]`. */
  zones?: string[];
  /** Kubernetes minor version. Default: the version that this release pins. Example `"1.33"`. */
  kubernetes?: string;
  /** Address ranges, as canonical CIDR text. None may overlap another of the mesh. */
  ranges: ClusterRangesArgs;
  /** What is there already and used as it is: the network, its gateway, the cluster. Default: everything is made. */
  existing?: ExistingSpec;
  /** With `existing.cluster`, required: how its API is reached. Kept secret. */
  kubeconfig?: pulumi.Input<string>;
  /** The node pool. Default: 2 to 6 nodes of the cloud's default type. */
  nodes?: NodePoolArgs;
  /** Who reaches the API server besides the network itself. Default: nobody, private endpoint only. */
  api?: ApiServerArgs;
  /** VPN gateway. Default: none; set it to use the cluster as an end of a `Link`. */
  gateway?: ClusterGatewayArgs;
  /** Other members: their nodes are let through the firewall on the agent's ports. Default none. */
  peers?: ClusterPeerArgs[];
  /** What hosts of sites may open on this member's nodes. Default none. */
  inbound?: ClusterInboundArgs[];
  /** Default `open`. `strict`: pods take from other clusters' what `admits` says, and nothing else. */
  isolation?: Isolation;
  /**
   * What pods of peers may open at pods here. Default: nothing with strict isolation, else every port. With open isolation it counts
   * only where pods are routed as they are.
   */
  admits?: ClusterAdmitArgs[];
  /** The network agent. Default: Cilium with WireGuard, no ClusterMesh. */
  agent?: ClusterAgentArgs;
  /** How exported Services of the mesh are found. Default: none is exported. */
  clusterSet?: ClusterSetArgs;
  /** What watches the mesh from this cluster. Default: nothing does. */
  monitoring?: ClusterMonitoringArgs;
  /** The mesh's certificate authority, required where `agent.mesh` names other clusters. */
  ca?: CertificateAuthorityArgs;
  /** Tags or labels on every resource that takes them. Default none. */
  tags?: Record<string, string>;
}

export interface ClusterRangesArgs {
  /** Range of the network that holds the nodes. Example `"10.64.0.0/20"`. */
  nodes: string;
  /** Range of all pods. Example `"10.80.0.0/17"`. */
  pods: string;
  /** Range of Services' ClusterIPs. Example `"10.96.0.0/20"`. */
  services: string;
  /** Azure, required with `gateway`: GatewaySubnet, /27 or larger. Example `"10.97.0.0/27"`. */
  gateway?: string;
  /** Google Cloud, required: the control plane's /28. Example `"10.98.0.0/28"`. */
  controlPlane?: string;
}

export interface NodePoolArgs {
  /** Machine type. Default: the cloud's, see `docs/`. Example `"m7g.large"`. */
  type?: string;
  /** Fewest nodes over all zones. Default 2. */
  min?: number;
  /** Most nodes over all zones. Default 6. */
  max?: number;
}

export interface ApiServerArgs {
  /** Ranges. Default `[]`. Example `["198.51.100.0/24"]`. */
  access?: string[];
}

export interface ClusterGatewayArgs {
  /** BGP ASN, 64512-65514, unique among all gateways. */
  asn: number;
  /** Prefixes behind the links: static routes where the cloud needs them. Default: the peers' node ranges. */
  remote?: string[];
  /** Prefixes told to the peers. Default: `ranges.nodes`. */
  advertise?: string[];
  /** Own inside addresses by own interface. Azure only, which lists them on its gateway. Default none. */
  inside?: GatewayInsideArgs[];
}

export interface GatewayInsideArgs {
  /** From 0. */
  interface: number;
  /** Example `["169.254.21.2"]`. */
  addresses: string[];
}

export interface ClusterPeerArgs {
  /** The member's name. */
  name: string;
  /** Its node range. */
  nodes: string;
  /** Its pod range. */
  pods: string;
  /** Its ClusterMesh load balancer's addresses. Default `[]`. */
  loadBalancer?: string[];
}

export interface ClusterInboundArgs {
  /** The site's name. */
  from: string;
  /** Its ranges. Example `["192.168.40.0/22"]`. */
  sources: string[];
  /** Example `["443/tcp", "30000-32767/udp"]`. Default: every port. */
  ports?: string[];
}

export interface ClusterAdmitArgs {
  /** The peer's name. */
  from: string;
  /** Example `["443/tcp", "30000-32767/udp"]`. Default: every port. */
  ports?: string[];
}

export interface ClusterAgentArgs {
  /** Default `cilium`. */
  kind?: AgentKind;
  /** Chart version. Default: the version that this release pins. */
  version?: string;
  /** Default `wireguard`. */
  encryption?: Encryption;
  /** Default `overlay`. */
  datapath?: Datapath;
  /** ClusterMesh id, 1-255, unique in the mesh. Default 1. */
  clusterId?: number;
  /** Underlay MTU in bytes. Default 1406, what fits every VPN path. */
  mtu?: number;
  /** Addresses of the internal load balancer of the ClusterMesh API server. Default none: no ClusterMesh. */
  loadBalancer?: AgentLoadBalancerArgs[];
  /** All clusters of the ClusterMesh; the cluster itself may be among them. Default none. */
  mesh?: MeshClusterArgs[];
  /** Whether Services are exported to the other clusters, or from them. Default no. */
  sharesServices?: boolean;
  /** Whether its metrics are read. Default: as `monitoring` says. */
  metrics?: boolean;
}

/** A cluster's part in the Services that the clusters of a mesh share. */
export interface ClusterSetArgs {
  /** Address in the service range of what answers for `clusterset.local`. Default: nothing of ours does. Example `"10.96.0.11"`. */
  dns?: string;
  /** Namespaces of Services that other clusters export, so that they are found here. Default none. */
  namespaces?: string[];
  /** The Services that this cluster exports. Default none. */
  exports?: ServiceExportArgs[];
}

/** A Service that other clusters find. */
export interface ServiceExportArgs {
  name: string;
  namespace: string;
  /** Default `local`: the own cluster's pods answer while there are any. */
  affinity?: ServiceAffinity;
}

/** What a cluster watches of the mesh, by a Prometheus of its own. */
export interface ClusterMonitoringArgs {
  /** Default `prometheus`. */
  kind?: MonitoringKind;
  /** URL of the folder with the alerts' pages. Default: their path in this package. */
  runbooks?: string;
  /** What is probed from here. Default nothing. */
  probes?: ProbeArgs[];
  /** The cluster's links, shown on dashboards. Default none. */
  links?: WatchedLinkArgs[];
}

/** TCP connections to another member, one handshake a probe. */
export interface ProbeArgs {
  /** The member that answers. */
  to: string;
  /** Address and port of each. Example `["10.120.16.10:2379"]`. */
  targets: string[];
  /** Members along the way, both ends included. Default not known. */
  path?: string[];
  /** What the round trip is estimated to be. */
  expected: RoundTripArgs;
  /** What a tier promises. Default nothing. */
  budget?: RoundTripBudgetArgs;
}

export interface RoundTripArgs {
  /** Typical, in milliseconds. */
  p50: number;
  /** High bound, in milliseconds. */
  hi: number;
}

export interface RoundTripBudgetArgs {
  /** The tier's name. */
  tier: string;
  /** Milliseconds. */
  rtt: number;
}

export interface WatchedLinkArgs {
  /** Example `"amsterdam~dublin"`. */
  name: string;
  /** The member at its other end. */
  peer: string;
  /** What joins the two. Example `"vpn"`. */
  kind: JoinKind;
  /** Bytes. */
  mtu: number;
  /** Mbit/s in one direction. Default: no figure. */
  capacity?: number;
  /** Estimated round trip, in milliseconds. */
  p50: number;
  /** Names of its tunnels. */
  tunnels: string[];
}

export interface AgentLoadBalancerArgs {
  /** Name of the node subnet that holds the address. Example `"nodes-a"`. */
  subnet: string;
  /** Example `"10.64.0.10"`. */
  address: string;
}

export interface MeshClusterArgs {
  /** Cluster name. */
  name: string;
  /** Its load balancer's addresses. */
  addresses: string[];
  /** Its node range, which is let in to this cluster's load balancer. */
  nodes: string;
}

export interface CertificateAuthorityArgs {
  /** PEM certificate. */
  cert: pulumi.Input<string>;
  /** PEM private key; kept secret. */
  key: pulumi.Input<string>;
}
