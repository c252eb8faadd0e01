import { list, text, valueAt } from "../../../network/model/property";
import { isUnknown, type Resource, UNKNOWN } from "../../../network/model/resource";
import { listed, type Place, respelled, type Spellings, shaped } from "../../../network/model/spelling";

/** A rule of a security group, which both providers write alike but for its groups of applications. */
const RULE: Record<string, Place> = {
  sourceApplicationSecurityGroupIds: "sourceApplicationSecurityGroups",
  destinationApplicationSecurityGroupIds: "destinationApplicationSecurityGroups",
};

/** BGP is switched on under one of two names: `enableBgp` until the provider's version 6, `bgpEnabled` from there on. */
const BGP: Record<string, Place> = { bgpEnabled: "enableBgp" };

/** A pool of nodes, inline or apart; what is on or off has two names: the first until the provider's version 6, the second from there on. */
const POOL: Record<string, Place> = {
  vnetSubnetId: "vnetSubnetID",
  podSubnetId: "podSubnetID",
  nodeCount: "count",
  autoScalingEnabled: "enableAutoScaling",
  enableNodePublicIp: "enableNodePublicIP",
  nodePublicIpEnabled: "enableNodePublicIP",
  enableHostEncryption: "enableEncryptionAtHost",
  hostEncryptionEnabled: "enableEncryptionAtHost",
};

/** Resources of the classic provider (`@pulumi/azure` 6.40.0, 2026-11-23, after Terraform's `azurerm`), in the words of `@pulumi/azure-native`. */
export const CLASSIC: Spellings = {
  "azure:core/resourceGroup:ResourceGroup": { as: "azure-native:resources:ResourceGroup" },
  "azure:network/virtualNetwork:VirtualNetwork": {
    as: "azure-native:network:VirtualNetwork",
    properties: {
      addressSpaces: "addressSpace.addressPrefixes",
      ipAddressPools: "addressSpace.ipamPoolPrefixAllocations",
      subnets: {
        path: "subnets",
        of: shaped({ securityGroup: "networkSecurityGroup.id", routeTableId: "routeTable.id" }),
      },
    },
  },
  "azure:network/subnet:Subnet": { as: "azure-native:network:Subnet" },
  "azure:network/virtualNetworkGateway:VirtualNetworkGateway": {
    as: "azure-native:network:VirtualNetworkGateway",
    properties: {
      ...BGP,
      type: "gatewayType",
      vpnClientConfiguration: {
        path: "vpnClientConfiguration",
        of: shaped({ addressSpaces: "vpnClientAddressPool.addressPrefixes" }),
      },
      ipConfigurations: {
        path: "ipConfigurations",
        of: shaped({ subnetId: "subnet.id", publicIpAddressId: "publicIPAddress.id" }),
      },
      bgpSettings: [
        {
          path: "bgpSettings",
          of: shaped({
            peeringAddresses: {
              path: "bgpPeeringAddresses",
              of: shaped({
                apipaAddresses: "customBgpIpAddresses",
                defaultAddresses: "defaultBgpIpAddresses",
                tunnelIpAddresses: "tunnelIpAddresses",
              }),
            },
          }),
        },
        {
          path: "bgpSettings.bgpPeeringAddress",
          of: (settings) => valueAt(settings, "peeringAddresses.0.defaultAddresses.0"),
        },
      ],
    },
    // "Defaults to `false`" (VirtualNetworkGateway, Pulumi Registry, azure 6.40.0, 2026-11-23).
    defaults: { activeActive: false },
  },
  "azure:network/virtualNetworkGatewayConnection:VirtualNetworkGatewayConnection": {
    as: "azure-native:network:VirtualNetworkGatewayConnection",
    properties: {
      ...BGP,
      type: "connectionType",
      virtualNetworkGatewayId: "virtualNetworkGateway1.id",
      peerVirtualNetworkGatewayId: "virtualNetworkGateway2.id",
      localNetworkGatewayId: "localNetworkGateway2.id",
      ipsecPolicy: { path: "ipsecPolicies", of: listed },
      customBgpAddresses: { path: "gatewayCustomBgpIpAddresses", of: instances },
      // Here it is chosen before anything is made, there it is what Azure tells of a connection that exists: the id says so here.
      name: [],
    },
  },
  "azure:network/localNetworkGateway:LocalNetworkGateway": {
    as: "azure-native:network:LocalNetworkGateway",
    properties: {
      gatewayAddress: "gatewayIpAddress",
      gatewayFqdn: "fqdn",
      addressSpaces: "localNetworkAddressSpace.addressPrefixes",
    },
  },
  "azure:network/virtualHub:VirtualHub": { as: "azure-native:network:VirtualHub" },
  "azure:network/virtualNetworkPeering:VirtualNetworkPeering": {
    as: "azure-native:network:VirtualNetworkPeering",
    properties: { remoteVirtualNetworkId: "remoteVirtualNetwork.id" },
  },
  "azure:network/networkSecurityGroup:NetworkSecurityGroup": {
    as: "azure-native:network:NetworkSecurityGroup",
    properties: { securityRules: { path: "securityRules", of: shaped(RULE) } },
  },
  "azure:network/networkSecurityRule:NetworkSecurityRule": {
    as: "azure-native:network:SecurityRule",
    properties: RULE,
  },
  "azure:network/routeTable:RouteTable": {
    as: "azure-native:network:RouteTable",
    properties: {
      bgpRoutePropagationEnabled: { path: "disableBgpRoutePropagation", of: (enabled) => !isTrue(enabled) },
    },
  },
  "azure:network/route:Route": { as: "azure-native:network:Route" },
  "azure:network/publicIp:PublicIp": { as: "azure-native:network:PublicIPAddress" },
  "azure:containerservice/kubernetesCluster:KubernetesCluster": {
    as: "azure-native:containerservice:ManagedCluster",
    properties: {
      defaultNodePool: {
        path: "agentPoolProfiles",
        of: (pool) => [shaped(POOL)(pool)],
      },
      apiServerAccessProfile: {
        path: "apiServerAccessProfile",
        of: shaped({ authorizedIpRanges: "authorizedIPRanges" }),
      },
      // Until version 6.
      apiServerAuthorizedIpRanges: "apiServerAccessProfile.authorizedIPRanges",
      privateClusterEnabled: "apiServerAccessProfile.enablePrivateCluster",
    },
  },
  "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool": {
    as: "azure-native:containerservice:AgentPool",
    properties: { ...POOL, kubernetesClusterId: "resourceName" },
  },
};

/** Resources that only put one thing on a subnet, which azure-native says of the subnet itself. */
const ON_SUBNETS: Record<string, { id: string; property: string }> = {
  "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation": {
    id: "networkSecurityGroupId",
    property: "networkSecurityGroup",
  },
  "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation": {
    id: "routeTableId",
    property: "routeTable",
  },
};

/** The classic provider's resources among others as the readers of Azure know them. */
export function inWordsOfAzure(resources: Resource[]): Resource[] {
  const associations = resources.filter(({ type }) => Object.hasOwn(ON_SUBNETS, type));
  return resources.map((resource) => {
    const spelling = resource.type.startsWith("azure:") ? CLASSIC[resource.type] : undefined;
    if (!spelling) return resource;
    const there = respelled(resource, spelling);
    if (resource.type.endsWith(":Subnet")) {
      return associations.filter((one) => isOn(one, resource)).reduce(withAssociated, there);
    }
    if (resource.type.endsWith(":VirtualNetwork")) return associations.reduce(withAssociatedInline, there);
    return there;
  });
}

function isOn(association: Resource, subnet: Resource): boolean {
  const id = text(association.props, "subnetId");
  if (id !== undefined && !isUnknown(id) && subnet.id !== undefined) {
    return id.toLowerCase() === subnet.id.toLowerCase();
  }
  return (association.propertyDependencies.subnetId ?? []).includes(subnet.urn);
}

function withAssociated(subnet: Resource, association: Resource): Resource {
  const put = ON_SUBNETS[association.type];
  if (!put) return subnet;
  const urns = association.propertyDependencies[put.id] ?? [];
  return {
    ...subnet,
    props: { ...subnet.props, [put.property]: { id: valueAt(association.props, put.id) ?? UNKNOWN } },
    dependencies: [...new Set([...subnet.dependencies, ...urns])],
    propertyDependencies: { ...subnet.propertyDependencies, [put.property]: urns },
  };
}

/** The same for a subnet that stands in its VNet: named by its id, or, while that is unknown, the VNet's only one. */
function withAssociatedInline(vnet: Resource, association: Resource): Resource {
  const put = ON_SUBNETS[association.type];
  const subnets = list(vnet.props, "subnets");
  if (!put || subnets === undefined || isUnknown(subnets)) return vnet;
  const at = inlineIndex(vnet, subnets, association);
  if (at < 0) return vnet;
  const value = { id: valueAt(association.props, put.id) ?? UNKNOWN };
  const urns = association.propertyDependencies[put.id] ?? [];
  const behind = new Set([...(vnet.propertyDependencies.subnets ?? []), ...urns]);
  return {
    ...vnet,
    props: {
      ...vnet.props,
      subnets: subnets.map((subnet: unknown, index) =>
        index === at && typeof subnet === "object" && subnet !== null
          ? { ...subnet, [put.property]: value }
          : subnet,
      ),
    },
    dependencies: [...new Set([...vnet.dependencies, ...urns])],
    propertyDependencies: { ...vnet.propertyDependencies, subnets: [...behind] },
  };
}

function inlineIndex(
  vnet: Resource,
  subnets: readonly unknown[],
  { props, propertyDependencies }: Resource,
): number {
  const id = text(props, "subnetId");
  if (typeof id === "string") {
    const [place, name] = id.toLowerCase().split("/subnets/");
    if (vnet.id === undefined || place !== vnet.id.toLowerCase()) return -1;
    return subnets.findIndex((subnet) => {
      const own = text(subnet, "name");
      return typeof own === "string" && own.toLowerCase() === name;
    });
  }
  const behind = propertyDependencies.subnetId ?? [];
  return subnets.length === 1 && behind.length === 1 && behind[0] === vnet.urn ? 0 : -1;
}

/** The addresses of a gateway's first and second instance as a list. */
function instances(addresses: unknown): unknown {
  return ["primary", "secondary"].flatMap((instance) => {
    const customBgpIpAddress = valueAt(addresses, instance);
    return customBgpIpAddress === undefined ? [] : [{ customBgpIpAddress }];
  });
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}
