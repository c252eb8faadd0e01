import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";

/** Pulumi's type tokens of what is read. */
export const TYPES = {
  network: "gcp:compute/network:Network",
  subnet: "gcp:compute/subnetwork:Subnetwork",
  cluster: "gcp:container/cluster:Cluster",
  nodePool: "gcp:container/nodePool:NodePool",
  gateway: "gcp:compute/haVpnGateway:HaVpnGateway",
  peerGateway: "gcp:compute/externalVpnGateway:ExternalVpnGateway",
  router: "gcp:compute/router:Router",
  tunnel: "gcp:compute/vPNTunnel:VPNTunnel",
  routerInterface: "gcp:compute/routerInterface:RouterInterface",
  routerPeer: "gcp:compute/routerPeer:RouterPeer",
  route: "gcp:compute/route:Route",
  firewall: "gcp:compute/firewall:Firewall",
  flowLogs: "gcp:networkmanagement/vpcFlowLogsConfig:VpcFlowLogsConfig",
  classicGateway: "gcp:compute/vPNGateway:VPNGateway",
  globalAddress: "gcp:compute/globalAddress:GlobalAddress",
  serviceConnection: "gcp:servicenetworking/connection:Connection",
  internalRange: "gcp:networkconnectivity/internalRange:InternalRange",
  vpcConnector: "gcp:vpcaccess/connector:Connector",
  networkPeering: "gcp:compute/networkPeering:NetworkPeering",
} as const;

/** URN of the VPC that a subnet, router, gateway… names in its `network`. */
export function networkOf(resources: ResourceIndex, from: Resource): string | undefined {
  return resources.referred(from, "network", TYPES.network)?.urn;
}

/** The gateway of a tunnel, a highly available or a classic one. */
export function gatewayOfTunnel(resources: ResourceIndex, tunnel: Resource): Resource | undefined {
  return (
    resources.referred(tunnel, "vpnGateway", TYPES.gateway) ??
    resources.referred(tunnel, "targetVpnGateway", TYPES.classicGateway)
  );
}

/** Gateways of both kinds. */
export function gatewaysOf(resources: ResourceIndex): Resource[] {
  return [...resources.ofType(TYPES.gateway), ...resources.ofType(TYPES.classicGateway)];
}

/** The resource's own region, else its provider's. */
export function regionOf(resources: ResourceIndex, resource: Resource): OrUnknown<string> {
  const own = text(resource.props, "region");
  if (own !== undefined) return own;
  const provider = resource.provider === undefined ? undefined : resources.get(resource.provider);
  return text(provider?.props, "region") ?? UNKNOWN;
}
