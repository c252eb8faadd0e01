import type { AgentKind, Cloud, Datapath, Encryption } from "../network/spec/shape";
import type { AgentLoadBalancerArgs, CertificateAuthorityArgs, MeshClusterArgs } from "./cluster-args";

/** A network agent in one cluster. Plain values, known at preview, but for the certificate authority. */
export interface NetworkAgentArgs {
  /** Cloud of the cluster: `aws` (EKS), `gcp` (GKE) or `azure` (AKS). */
  cloud: Cloud;
  /** Unique in the mesh: at most 32 lowercase letters, digits and dashes. Example `"dublin"`. */
  clusterName: string;
  /** Unique in the mesh, 1-255. Default 1. */
  clusterId?: number;
  /** Range of all pods. GKE hands it out itself; elsewhere the agent does. Example `"10.80.0.0/17"`. */
  pods: string;
  /** Prefix length of one node's part of `pods`. Default 24. */
  podsPerNodeMask?: number;
  /** Default `cilium`, the only one built yet. */
  kind?: AgentKind;
  /** Chart version. Default: the version that this release of isthmus pins. Example `"1.19.6"`. */
  version?: string;
  /** Encryption between nodes. Default `wireguard`. */
  encryption?: Encryption;
  /** Default `overlay`, the only one built yet. */
  datapath?: Datapath;
  /** Underlay MTU in bytes: the least of the cluster's paths. Default 1406, what fits every VPN path. */
  mtu?: number;
  /** Addresses at which other clusters reach this one, required with `mesh`. Default none. */
  loadBalancer?: AgentLoadBalancerArgs[];
  /** All clusters of the mesh; this one may be among them. Default none: a cluster alone. */
  mesh?: MeshClusterArgs[];
  /** Whether Services are exported to the other clusters, or from them. Default no. */
  sharesServices?: boolean;
  /** Whether its metrics are read by a Prometheus in the cluster. Default no. */
  metrics?: boolean;
  /** The mesh's certificate authority, required with `mesh`. */
  ca?: CertificateAuthorityArgs;
}
