import type { Resource } from "../../network/model/resource";
import { TUNNEL, WAY } from "./link-faults";

/** What is lost with a resource of a type, or with a reference of it to another: rules of which one must say so. */
interface Loss {
  types: RegExp;
  expect: readonly string[];
}

/** Types in which the way between members consists. Others (keys, rights, folders) move no packet. */
export const LOSSES: readonly Loss[] = [
  {
    types:
      /:(VpnConnection|CustomerGateway|VPNTunnel|RouterInterface|RouterPeer|ExternalVpnGateway|LocalNetworkGateway|VirtualNetworkGatewayConnection|HaVpnGateway|VirtualNetworkGateway|TransitGateway|Router)$/,
    expect: TUNNEL,
  },
  { types: /^azure-native:network:(VpnGateway|VpnSite)$/, expect: TUNNEL },
  {
    types:
      /^(aws:ec2transitgateway\/|aws:ec2\/(route|routeTable|routeTableAssociation|subnet|vpc):|gcp:compute\/(network|subnetwork|route|networkPeering):|azure-native:network:(Subnet|VirtualNetwork|VirtualNetworkPeering|RouteTable)$)/,
    expect: [...WAY, "address-ranges-disjoint", "encryption-agent-enabled"],
  },
  {
    types:
      /:(SecurityGroup|SecurityGroupIngressRule|SecurityGroupEgressRule|Firewall|NetworkSecurityGroup|SecurityRule)$/,
    expect: [...WAY, "exposure-no-world-ingress"],
  },
  { types: /^kubernetes:helm\.sh\/v3:Release$/, expect: ["encryption-agent-enabled", ...WAY] },
  {
    types: /:(Cluster|ManagedCluster)$/,
    expect: [...WAY, "address-ranges-disjoint", "encryption-agent-enabled"],
  },
];

export function lossOf(resource: Resource): readonly string[] | undefined {
  // Components are what their resources are.
  if (!resource.custom) return undefined;
  return LOSSES.find(({ types }) => types.test(resource.type))?.expect;
}

/** References that a provider lets be left out. Without one that it requires a program fails before any rule sees it. */
const OPTIONAL =
  /(:RouterInterface vpnTunnel|:Route transitGatewayId|:ManagedCluster agentPoolProfiles|azure-native:network:Subnet routeTable|:VirtualNetworkGatewayConnection localNetworkGateway2|:VirtualNetworkGateway ipConfigurations|:SecurityGroup vpcId)$/;

export function mayNameNobody({ type }: Resource, property: string): boolean {
  return OPTIONAL.test(`${type} ${property}`);
}
