export type { GatewayArgs } from "../clouds/link-end";
export type { NetworkArgs } from "../clouds/link-peering";
export * from "../network/spec/shape";
export { AksCluster, type AksClusterArgs } from "./aks-cluster";
export type {
  AgentLoadBalancerArgs,
  ApiServerArgs,
  CertificateAuthorityArgs,
  ClusterAgentArgs,
  ClusterArgs,
  ClusterGatewayArgs,
  ClusterInboundArgs,
  ClusterMonitoringArgs,
  ClusterPeerArgs,
  ClusterRangesArgs,
  GatewayInsideArgs,
  MeshClusterArgs,
  NodePoolArgs,
  ProbeArgs,
  RoundTripArgs,
  RoundTripBudgetArgs,
  WatchedLinkArgs,
} from "./cluster-args";
export { EksCluster, type EksClusterArgs, type SharedGatewayArgs } from "./eks-cluster";
export { GkeCluster, type GkeClusterArgs } from "./gke-cluster";
export { Link, type SiteOutputs } from "./link";
export type { LinkArgs, LinkEndArgs, SiteArgs } from "./link-args";
export { type MemberOutputs, Mesh } from "./mesh";
export type { MeshArgs } from "./mesh-args";
export { MeshLink, type MeshLinkArgs } from "./mesh-link";
export { MeshMember, type MeshMemberArgs } from "./mesh-member";
export { MeshMonitor } from "./mesh-monitor";
export type { MeshMonitorArgs } from "./mesh-monitor-args";
export { NetworkAgent } from "./network-agent";
export type { NetworkAgentArgs } from "./network-agent-args";
export type { GatewayReference, NetworkReference } from "./references";
