/** Properties that are read and of which no single value is a fault of its own, and why. Of the same form as a property's faults. */
export const WITHOUT_FAULT: readonly { of: RegExp; why: string }[] = [
  {
    of: /^isthmus:index:Mesh (members\.|traffic|tiers\.\w+\.survives)/,
    why: "what was asked for: another wish is another network, and no wrong one",
  },
  {
    of: /^aws:ec2\/vpnConnection:VpnConnection tunnel[12]Phase2IntegrityAlgorithms$/,
    why: "AES-GCM checks integrity itself, and another cipher is a fault already",
  },
  {
    of: /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies\.\*\.ipsecIntegrity$/,
    why: "Azure takes none but that of the cipher beside AES-GCM, and another cipher is a fault already",
  },
  {
    of: /^(aws:ec2\/customerGateway:CustomerGateway ipAddress|azure-native:network:LocalNetworkGateway gatewayIpAddress|azure-native:network:VpnSite vpnSiteLinks\.\*\.ipAddress|gcp:compute\/externalVpnGateway:ExternalVpnGateway interfaces\.\*\.ipAddress)$/,
    why: "the other end's address is not known before apply, or stands in no stack: whether it is the right one cannot be seen",
  },
  {
    of: / (networkPluginMode|networkProfile\.networkPlugin(Mode)?|.*ipFamily|stackType|ipv6Native)$/,
    why: "a way to build a cluster, each as good",
  },
  { of: /:(Subnet|NodePool) (availabilityZone|zone)$/, why: "another zone is another place, as good" },
  {
    of: /(pulumi:providers:\w+|TransitGateway|HaVpnGateway|VirtualNetworkGateway|ResourceGroup) (region|location)$/,
    why: "where a gateway is, its cluster tells too",
  },
  { of: /securityRules?.*priority$/i, why: "the order matters only beside a rule that refuses the same" },
  { of: /Network (autoCreateSubnetworks|routingMode)$/, why: "with one region both mean the same" },
  {
    of: /(Router|RouterPeer) (bgp\.)?advertiseMode$/,
    why: "the other mode tells all subnets, which is as good or more",
  },
  {
    of: /Subnetwork secondaryIpRanges\.\*\.rangeName$/,
    why: "a name; one that fits none is a fault of the cluster that asks for it",
  },
  { of: /ExternalVpnGateway interfaces\.\*\.id$/, why: "an ordinal, which tunnels name" },
  { of: /(egress|Egress).*/, why: "what may go out: where nothing is said everything may" },
  {
    of: /TransitGateway defaultRouteTablePropagation$/,
    why: "beside tables of one's own it adds one that nobody uses",
  },
  {
    of: /Release values\.ipam\.mode$/,
    why: "where pods' addresses come from; the range is a property of its own",
  },
  { of: /azure-native:network:Subnet subnetName$/, why: "a name" },
  {
    of: /(VirtualNetworkGateway|VpnGateway) bgpSettings\.bgpPeeringAddresses/,
    why: "instances' own addresses; each connection says which it uses",
  },
  {
    of: /(gatewayCustomBgpIpAddresses|vpnGatewayCustomBgpAddresses)\.\*\.ipConfigurationId$/,
    why: "a name of an instance",
  },
  {
    of: /^isthmus:index:Mesh tiers\.\w+\.bandwidth$/,
    why: "what was asked for: another wish is another network, and no wrong one",
  },
  {
    of: /Release values\.(agentNotReadyTaintKey|aksbyocni|nodeinit|cni|hubble|operator|pmtuDiscovery|kubeProxyReplacement|ipam\.operator\.clusterPoolIPv4MaskSize|clustermesh\.(apiserver|policyDefaultLocalCluster|useAPIServer|config\.clusters\.[\w-]+\.port))/,
    why: "read because a chart's values are looked through as a whole; no rule is about it",
  },
  {
    of: /:(SecurityGroupIngressRule (fromPort|toPort)|SecurityGroupRule (fromPort|toPort|protocol)|Firewall allows\.\*\.(ports|protocol)|NetworkSecurityGroup securityRules\.\*\.(access|destinationPortRange|direction|protocol))/,
    why: "a part of a permission; the whole of it is spoilt instead",
  },
  {
    of: /(gatewayCustomBgpIpAddresses|vpnGatewayCustomBgpAddresses)\.\*\.customBgpIpAddress$/,
    why: "of the instance that does not speak to this peer; that of the one that does is spoilt",
  },
];
