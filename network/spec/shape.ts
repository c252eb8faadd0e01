/**
 * The shape of a spec: what a person writes about a mesh, in YAML or as arguments of the `Mesh` component.
 * Plain interfaces and constant objects only: Pulumi's schema analyser takes no unions, aliases or read-only arrays.
 */
import type { ExistingSpec } from "./existing-shape";

/** Where a member lives. `site` is an existing office or data centre. */
export const Cloud = { aws: "aws", gcp: "gcp", azure: "azure", site: "site" } as const;
export type Cloud = (typeof Cloud)[keyof typeof Cloud];

/** The network agent: the container network and its multi-cluster part. */
export const AgentKind = {
  cilium: "cilium",
  calico: "calico",
  flannel: "flannel",
  weave: "weave",
  docker: "docker",
} as const;
export type AgentKind = (typeof AgentKind)[keyof typeof AgentKind];

/** How the agent encrypts the traffic between nodes. */
export const Encryption = { wireguard: "wireguard", ipsec: "ipsec", none: "none" } as const;
export type Encryption = (typeof Encryption)[keyof typeof Encryption];

/** `overlay`: links carry node ranges only. `routed`: pod ranges are advertised between clouds. */
export const Datapath = { overlay: "overlay", routed: "routed" } as const;
export type Datapath = (typeof Datapath)[keyof typeof Datapath];

/** Whether members that no intent of `traffic` names may talk. `open`: they may. `strict`: they may not. */
export const Isolation = { open: "open", strict: "strict" } as const;
export type Isolation = (typeof Isolation)[keyof typeof Isolation];

/** Whose pods answer for an exported service. `local`: the own cluster's while it has any. `any`: every exporting cluster's alike. */
export const ServiceAffinity = { local: "local", any: "any" } as const;
export type ServiceAffinity = (typeof ServiceAffinity)[keyof typeof ServiceAffinity];

/** How the mesh is watched. `none`: not at all. `prometheus`: by a Prometheus in every cluster, with probes between them. */
export const MonitoringKind = { none: "none", prometheus: "prometheus" } as const;
export type MonitoringKind = (typeof MonitoringKind)[keyof typeof MonitoringKind];

/** Which members are joined by a link of their own. */
export const TopologyKind = { auto: "auto", mesh: "mesh", hub: "hub", links: "links" } as const;
export type TopologyKind = (typeof TopologyKind)[keyof typeof TopologyKind];

/** What may fail while a tier's traffic still flows. */
export const Survives = {
  none: "none",
  anyTunnel: "any-tunnel",
  anyLink: "any-link",
  anyMember: "any-member",
} as const;
export type Survives = (typeof Survives)[keyof typeof Survives];

/** One container network over several clusters. */
export interface MeshSpec {
  /** Where isthmus allocates ranges. Default `["10.64.0.0/10"]`. A spec file may give one range as plain text. */
  supernet?: string[];
  /** Ranges inside the supernet that others own, never allocated. Example `["10.100.0.0/16"]`. Default none. */
  reserved?: string[];
  /** The network agent of every cluster. Default Cilium with WireGuard. */
  agent?: AgentSpec;
  /** Default `overlay`, the only one that Cilium can have on three clouds at once. */
  datapath?: Datapath;
  /** Default `open`. `strict`: pods of two clusters talk only as `traffic` says, from whom to whom and on what ports. */
  isolation?: Isolation;
  /** The clusters (and sites) by name: lowercase letters, digits and dashes, at most 32 characters. */
  members: Record<string, MemberSpec>;
  /** Service levels by name, for use in `traffic`. */
  tiers?: Record<string, TierSpec>;
  /** Who talks to whom, and how well the path must serve. */
  traffic?: TrafficSpec[];
  /** Services of some clusters that all clusters find by name. Default none. */
  services?: ServiceSpec[];
  /** How the mesh is watched once it runs. Default: not at all. */
  monitoring?: MonitoringSpec;
  /** Default `auto`. */
  topology?: TopologySpec;
  /** Tags or labels on every resource of a cloud that takes them. */
  tags?: Record<string, string>;
}

export interface AgentSpec {
  /** Default `cilium`. */
  kind?: AgentKind;
  /** Default `wireguard`. */
  encryption?: Encryption;
  /** Chart version. Default: the version that this release of isthmus pins. Example `"1.19.6"`. */
  version?: string;
}

/** What may differ between the agents of one mesh. */
export interface MemberAgentSpec {
  /** Chart version. Default: the mesh's. Example `"1.19.7"`. */
  version?: string;
}

export interface MemberSpec {
  /** Which cloud. */
  cloud: Cloud;
  /** The cloud's own name of the region, required in a cloud. Example `"eu-west-1"`. */
  region?: string;
  /** Zones by the cloud's names, at least two. Default: the region's first zones. */
  zones?: string[];
  /** The account to build in. Default: the provider that the program has already. */
  account?: AccountSpec;
  /** Kubernetes minor version. Example `"1.33"`. Default: the version that this release of isthmus pins. */
  kubernetes?: string;
  /** The node pool. */
  nodes?: NodesSpec;
  /** What differs here from the mesh's agent, so that an upgrade goes one member at a time. */
  agent?: MemberAgentSpec;
  /** Who may reach the API server besides the mesh. */
  api?: ApiSpec;
  /** Pod range, instead of an allocated one. Example `"100.64.0.0/16"`. */
  pods?: string;
  /** Service (ClusterIP) range, instead of an allocated one. Example `"10.96.0.0/20"`. */
  services?: string;
  /** GKE control plane range, a /28, instead of an allocated one. */
  controlPlane?: string;
  /** VPN gateway: what to use instead of allocated values; the device itself for a site. */
  gateway?: GatewaySpec;
  /** A site's ranges: the prefixes that its devices tell, and no others. Example `["192.168.40.0/22"]`. */
  ranges?: string[];
  /** Where a site is, for latency estimates. Default: not known, so that nothing is promised of its round trips. */
  location?: LocationSpec;
  /** What is there already, and is used as it is. Default nothing: isthmus makes all that the member needs. */
  existing?: ExistingSpec;
  /** Tags or labels of this member's resources, over the mesh's own. */
  tags?: Record<string, string>;
}

/** An account to build in, by the cloud's own name for one. */
export interface AccountSpec {
  /** AWS: a role to assume. Example `"arn:aws:iam::111122223333:role/mesh"`. */
  roleArn?: string;
  /** Google Cloud: the project's id. */
  project?: string;
  /** Azure: the subscription's id. */
  subscription?: string;
}

export interface NodesSpec {
  /** Machine type by the cloud's name. Default `m7g.large`, `e2-standard-4` or `Standard_D4s_v5`. */
  type?: string;
  /** Fewest nodes, over all zones. Default 2. */
  min?: number;
  /** Most nodes, over all zones; ranges are sized for it. Default 6. */
  max?: number;
  /** Range of the network that holds the nodes, instead of an allocated one. Example `"10.10.0.0/20"`. */
  range?: string;
}

export interface ApiSpec {
  /** Ranges that may reach the API server from outside. Example `["198.51.100.0/24"]`. Default none: private only. */
  access?: string[];
}

export interface GatewaySpec {
  /** Azure: the GatewaySubnet, /27 or larger, instead of an allocated one. */
  range?: string;
  /** BGP ASN: in a cloud 64512-65514, instead of an allocated one; of a site's devices, required, whatever they have. */
  asn?: number;
  /** Public IPv4 address of a site's only device. Example `"203.0.113.7"`. */
  address?: string;
  /** Public IPv4 addresses of a site's two devices, instead of `address`. Both speak BGP as `asn`. */
  addresses?: string[];
}

/** A point on the globe, in degrees. */
export interface LocationSpec {
  /** North is positive. From -90 to 90. Example 53.34. */
  latitude: number;
  /** East is positive. From -180 to 180. Example -6.27. */
  longitude: number;
}

export interface TierSpec {
  /** Longest round trip. Example `"40ms"`. */
  rtt?: string;
  /** Least capacity. Example `"500Mbps"` or `"1Gbps"`. */
  bandwidth?: string;
  /** Default `none`. */
  survives?: Survives;
}

export interface TrafficSpec {
  /** Member that opens the connections. */
  from: string;
  /** Member that answers. */
  to: string;
  /** A name from `tiers`. Default: no promise but reachability. */
  tier?: string;
  /** Example `["443/tcp"]`. Default: every port. */
  ports?: string[];
}

/** A Kubernetes Service that every cluster of the mesh finds as `<name>.<namespace>.svc.clusterset.local`. */
export interface ServiceSpec {
  /** Of the Service, which is the program's own. Example `"payments"`. */
  name: string;
  /** Its namespace, the same in all clusters. Example `"shop"`. */
  namespace: string;
  /** The members that have the Service, and export it. */
  members: string[];
  /** Default `local`. */
  affinity?: ServiceAffinity;
}

/** What watches the mesh from inside its clusters. */
export interface MonitoringSpec {
  /** Default `none`. */
  kind?: MonitoringKind;
  /** Where people read the alerts' pages (`docs/runbooks`). Default: that path alone. Example `"https://git.example.com/mesh/docs/runbooks"`. */
  runbooks?: string;
  /** What is probed beside the pairs of clusters that `traffic` names. Default nothing. */
  probes?: ProbeSpec[];
}

/** A TCP connection that one cluster opens again and again, to measure its round trip and whether it comes about. */
export interface ProbeSpec {
  /** The cluster that opens it. */
  from: string;
  /** The member that answers: a cluster or a site. */
  to: string;
  /** Address and TCP port, required of a site. Default of a cluster: where its agent answers other clusters. Example `"192.168.40.10:443"`. */
  target?: string;
}

export interface TopologySpec {
  /** `auto`, `mesh`, `hub` (needs `hub`) or `links` (needs `links`). */
  kind: TopologyKind;
  /** The member that every other is linked to. AWS or Azure, which pass on what they learned. */
  hub?: string;
  /** The pairs to link. Beside every other kind of topology, those that are joined already. */
  links?: LinkSpec[];
}

/** Who makes a link. `made`: isthmus. `existing`: it is there, and is routed and judged like any other. */
export const LinkKind = { made: "made", existing: "existing" } as const;
export type LinkKind = (typeof LinkKind)[keyof typeof LinkKind];

/** Encryption of a link that is there already: on the line itself, or none. */
export const LineEncryption = { macsec: "macsec", none: "none" } as const;
export type LineEncryption = (typeof LineEncryption)[keyof typeof LineEncryption];

export interface LinkSpec {
  /** One member's name. */
  a: string;
  /** The other's. */
  b: string;
  /**
   * Default `made`. `existing` is a line that somebody else made and routes: Direct Connect, Interconnect, ExpressRoute, a carrier's
   * fabric, a managed cloud-to-cloud interconnect. The two get no other link.
   */
  kind?: LinkKind;
  /** Of an existing link, required: what it carries in one direction. Example `"10Gbps"`. */
  capacity?: string;
  /** Of an existing link, required: its round trip, as measured. Example `"12ms"`. */
  rtt?: string;
  /** Of an existing link, required: when that was measured. Example `"2026-11-01"`. */
  asOf?: string;
  /** Of an existing link, required. */
  encryption?: LineEncryption;
  /** Of an existing link: the largest packet that it carries, in bytes. Default 1500. */
  mtu?: number;
}
