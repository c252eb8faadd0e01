import assert from "node:assert/strict";
import fc from "fast-check";
import { NATIVE } from "../../clouds/aws/read/native";
import { CLASSIC } from "../../clouds/azure/read/classic";
import { inventory } from "../../inventory";
import { inKnownWords } from "../../inventory/spelling";
import { type Resource, UNKNOWN } from "../../network/model/resource";
import { violations } from "../../policies/rule";
import { rules } from "../../policies/rules";
import { stackOf, urnOf, type Written } from "./spelled-stacks";

const at = UNKNOWN;

/** The type token that both of AWS's providers have a resource by. */
const classicAws = (token: string) => `aws:${token}`;
const native = (token: string) => `aws-native:${token}`;

/** What both providers write alike. */
function awsAlike(of: (classic: string, other: string) => string): Record<string, Written> {
  return {
    vpc: { type: of("ec2/vpc:Vpc", "ec2:Vpc"), props: { cidrBlock: "10.0.0.0/16" } },
    more: {
      type: of("ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "ec2:VpcCidrBlock"),
      props: { cidrBlock: "100.64.0.0/16", vpcId: at },
      refs: { vpcId: "vpc" },
    },
    nodes: {
      type: of("ec2/subnet:Subnet", "ec2:Subnet"),
      props: { cidrBlock: "10.0.1.0/24", availabilityZone: "eu-west-1a", vpcId: at },
      refs: { vpcId: "vpc" },
    },
    tgw: {
      type: of("ec2transitgateway/transitGateway:TransitGateway", "ec2:TransitGateway"),
      props: { amazonSideAsn: 64513 },
    },
    attachment: {
      type: of("ec2transitgateway/vpcAttachment:VpcAttachment", "ec2:TransitGatewayVpcAttachment"),
      props: { vpcId: at, subnetIds: [at], transitGatewayId: at },
      refs: { vpcId: "vpc", subnetIds: "nodes", transitGatewayId: "tgw" },
    },
    table: {
      type: of("ec2/routeTable:RouteTable", "ec2:RouteTable"),
      props: { vpcId: at },
      refs: { vpcId: "vpc" },
    },
    association: {
      type: of("ec2/routeTableAssociation:RouteTableAssociation", "ec2:SubnetRouteTableAssociation"),
      props: { subnetId: at, routeTableId: at },
      refs: { subnetId: "nodes", routeTableId: "table" },
    },
    route: {
      type: of("ec2/route:Route", "ec2:Route"),
      props: { destinationCidrBlock: "10.1.0.0/16", routeTableId: at, transitGatewayId: at },
      refs: { routeTableId: "table", transitGatewayId: "tgw" },
    },
    office: {
      type: of("ec2/customerGateway:CustomerGateway", "ec2:CustomerGateway"),
      props: { bgpAsn: 65020, ipAddress: "198.51.100.7", type: "ipsec.1" },
    },
    "vpn-gateway": { type: of("ec2/vpnGateway:VpnGateway", "ec2:VpnGateway"), props: { type: "ipsec.1" } },
    "vpn-attachment": {
      type: of("ec2/vpnGatewayAttachment:VpnGatewayAttachment", "ec2:VpcGatewayAttachment"),
      props: { vpcId: at, vpnGatewayId: at },
      refs: { vpcId: "vpc", vpnGatewayId: "vpn-gateway" },
    },
  };
}

const connection = {
  refs: { transitGatewayId: "tgw", customerGatewayId: "office" },
  props: { transitGatewayId: at, customerGatewayId: at, type: "ipsec.1" },
};

const IN_AWS: Record<string, Written> = {
  ...awsAlike((classic) => classicAws(classic)),
  link: {
    type: "aws:ec2/vpnConnection:VpnConnection",
    refs: connection.refs,
    props: {
      ...connection.props,
      tunnel1InsideCidr: "169.254.10.0/30",
      tunnel1IkeVersions: ["ikev2"],
      tunnel1Phase1EncryptionAlgorithms: ["AES128"],
      tunnel1Phase1IntegrityAlgorithms: ["SHA1"],
      tunnel1Phase1DhGroupNumbers: [2],
      tunnel1Phase2EncryptionAlgorithms: ["AES256-GCM-16"],
      tunnel1Phase2DhGroupNumbers: [20],
      tunnel1PresharedKey: "kept.elsewhere",
      tunnel2InsideCidr: at,
      tunnel2Phase1EncryptionAlgorithms: at,
    },
  },
  main: {
    type: "aws:eks/cluster:Cluster",
    refs: { vpcConfig: "nodes" },
    props: {
      vpcConfig: { subnetIds: [at], publicAccessCidrs: ["0.0.0.0/0"] },
      kubernetesNetworkConfig: { serviceIpv4Cidr: "10.96.0.0/16" },
    },
  },
  workers: { type: "aws:eks/nodeGroup:NodeGroup", props: { subnetIds: [at] }, refs: { subnetIds: "nodes" } },
  template: {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    props: { vpcSecurityGroupIds: [at] },
    refs: { vpcSecurityGroupIds: "group" },
  },
  group: {
    type: "aws:ec2/securityGroup:SecurityGroup",
    refs: { vpcId: "vpc" },
    props: {
      vpcId: at,
      ingress: [
        { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
        { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [at] },
      ],
      egress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] }],
    },
  },
  rule: {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    refs: { securityGroupId: "group" },
    props: {
      ...{ securityGroupId: at, ipProtocol: "udp", fromPort: 53, toPort: 53 },
      ...{ cidrIpv4: "10.0.0.0/8" },
    },
  },
};

const IN_NATIVE: Record<string, Written> = {
  ...awsAlike((_, other) => native(other)),
  link: {
    type: "aws-native:ec2:VpnConnection",
    refs: connection.refs,
    props: {
      ...connection.props,
      vpnTunnelOptionsSpecifications: [
        {
          tunnelInsideCidr: "169.254.10.0/30",
          ikeVersions: [{ value: "ikev2" }],
          phase1EncryptionAlgorithms: [{ value: "AES128" }],
          phase1IntegrityAlgorithms: [{ value: "SHA1" }],
          phase1dhGroupNumbers: [{ value: 2 }],
          phase2EncryptionAlgorithms: [{ value: "AES256-GCM-16" }],
          phase2dhGroupNumbers: [{ value: 20 }],
          preSharedKey: "kept.elsewhere",
        },
        { tunnelInsideCidr: at, phase1EncryptionAlgorithms: [{ value: at }] },
      ],
    },
  },
  main: {
    type: "aws-native:eks:Cluster",
    refs: { resourcesVpcConfig: "nodes" },
    props: {
      resourcesVpcConfig: { subnetIds: [at], publicAccessCidrs: ["0.0.0.0/0"] },
      kubernetesNetworkConfig: { serviceIpv4Cidr: "10.96.0.0/16" },
    },
  },
  workers: { type: "aws-native:eks:Nodegroup", props: { subnets: [at] }, refs: { subnets: "nodes" } },
  template: {
    type: "aws-native:ec2:LaunchTemplate",
    props: { launchTemplateData: { securityGroupIds: [at] } },
    refs: { launchTemplateData: "group" },
  },
  group: {
    type: "aws-native:ec2:SecurityGroup",
    refs: { vpcId: "vpc" },
    props: {
      vpcId: at,
      groupDescription: "nodes",
      securityGroupIngress: [
        { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIp: "0.0.0.0/0" },
        { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIp: at },
      ],
    },
  },
  rule: {
    type: "aws-native:ec2:SecurityGroupIngress",
    refs: { groupId: "group" },
    props: {
      ...{ groupId: at, ipProtocol: "udp", fromPort: 53, toPort: 53 },
      ...{ cidrIp: "10.0.0.0/8" },
    },
  },
};

const SUBSCRIPTION = "/subscriptions/0/resourceGroups/main/providers/Microsoft.Network";

const SSH = {
  ...{ name: "ssh", priority: 100, direction: "Inbound", access: "Allow", protocol: "Tcp" },
  ...{ sourceAddressPrefix: "*", destinationPortRange: "22" },
};

const IPSEC = {
  ...{ ikeEncryption: "DES3", ikeIntegrity: "SHA1", dhGroup: "DHGroup2" },
  ...{ ipsecEncryption: "GCMAES256", ipsecIntegrity: "GCMAES256", pfsGroup: "ECP384" },
};

const IN_AZURE_NATIVE: Record<string, Written> = {
  resources: { type: "azure-native:resources:ResourceGroup", props: { location: "West Europe" } },
  vnet: {
    type: "azure-native:network:VirtualNetwork",
    refs: { resourceGroupName: "resources" },
    props: {
      resourceGroupName: at,
      addressSpace: { addressPrefixes: ["10.2.0.0/16", at] },
      subnets: [{ name: "old", addressPrefixes: ["10.2.9.0/24"] }],
    },
  },
  nodes: {
    type: "azure-native:network:Subnet",
    refs: { virtualNetworkName: "vnet", networkSecurityGroup: "group", routeTable: "table" },
    props: {
      ...{ name: "nodes", addressPrefixes: ["10.2.1.0/24"], virtualNetworkName: at },
      ...{ networkSecurityGroup: { id: at }, routeTable: { id: at } },
    },
  },
  gateways: {
    type: "azure-native:network:Subnet",
    refs: { virtualNetworkName: "vnet" },
    props: { name: "GatewaySubnet", addressPrefixes: ["10.2.255.0/27"], virtualNetworkName: at },
  },
  gateway: {
    type: "azure-native:network:VirtualNetworkGateway",
    refs: { resourceGroupName: "resources", ipConfigurations: "gateways" },
    props: {
      ...{ resourceGroupName: at, gatewayType: "Vpn", enableBgp: true, activeActive: false },
      ipConfigurations: [{ name: "first", subnet: { id: at } }],
      bgpSettings: {
        asn: 65010,
        bgpPeeringAddresses: [{ customBgpIpAddresses: ["169.254.21.2"] }],
      },
    },
  },
  office: {
    type: "azure-native:network:LocalNetworkGateway",
    props: {
      gatewayIpAddress: "198.51.100.7",
      localNetworkAddressSpace: { addressPrefixes: ["10.50.0.0/16"] },
      bgpSettings: { asn: 65020, bgpPeeringAddress: "169.254.21.1" },
    },
  },
  link: {
    type: "azure-native:network:VirtualNetworkGatewayConnection",
    refs: { virtualNetworkGateway1: "gateway", localNetworkGateway2: "office" },
    props: {
      ...{ connectionType: "IPsec", connectionProtocol: "IKEv2", enableBgp: true, sharedKey: at },
      ...{ virtualNetworkGateway1: { id: at }, localNetworkGateway2: { id: at } },
      ipsecPolicies: [IPSEC],
      gatewayCustomBgpIpAddresses: [{ customBgpIpAddress: "169.254.21.2" }],
    },
  },
  peering: {
    type: "azure-native:network:VirtualNetworkPeering",
    refs: { virtualNetworkName: "vnet" },
    props: {
      ...{ virtualNetworkName: at, allowGatewayTransit: true },
      remoteVirtualNetwork: { id: `${SUBSCRIPTION}/virtualNetworks/far` },
    },
  },
  group: { type: "azure-native:network:NetworkSecurityGroup", props: { securityRules: [SSH] } },
  rule: {
    type: "azure-native:network:SecurityRule",
    refs: { networkSecurityGroupName: "group" },
    props: { ...SSH, priority: 200, destinationPortRange: at, networkSecurityGroupName: at },
  },
  table: {
    type: "azure-native:network:RouteTable",
    props: {
      disableBgpRoutePropagation: true,
      routes: [{ name: "far", addressPrefix: "10.3.0.0/16", nextHopType: "VirtualNetworkGateway" }],
    },
  },
  main: {
    type: "azure-native:containerservice:ManagedCluster",
    refs: { agentPoolProfiles: "nodes" },
    props: {
      location: "westeurope",
      agentPoolProfiles: [{ name: "system", vnetSubnetID: at }],
      networkProfile: { networkPlugin: "none", podCidr: "10.10.0.0/16", serviceCidr: at },
      apiServerAccessProfile: { authorizedIPRanges: ["198.51.100.0/24"], enablePrivateCluster: false },
    },
  },
};

const IN_CLASSIC: Record<string, Written> = {
  resources: { type: "azure:core/resourceGroup:ResourceGroup", props: { location: "West Europe" } },
  vnet: {
    type: "azure:network/virtualNetwork:VirtualNetwork",
    refs: { resourceGroupName: "resources" },
    props: {
      resourceGroupName: at,
      addressSpaces: ["10.2.0.0/16", at],
      subnets: [{ name: "old", addressPrefixes: ["10.2.9.0/24"] }],
    },
  },
  nodes: {
    type: "azure:network/subnet:Subnet",
    refs: { virtualNetworkName: "vnet" },
    props: { name: "nodes", addressPrefixes: ["10.2.1.0/24"], virtualNetworkName: at },
  },
  "group-of-nodes": {
    type: "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation",
    refs: { subnetId: "nodes", networkSecurityGroupId: "group" },
    props: { subnetId: at, networkSecurityGroupId: at },
  },
  "table-of-nodes": {
    type: "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation",
    refs: { subnetId: "nodes", routeTableId: "table" },
    props: { subnetId: at, routeTableId: at },
  },
  gateways: {
    type: "azure:network/subnet:Subnet",
    refs: { virtualNetworkName: "vnet" },
    props: { name: "GatewaySubnet", addressPrefixes: ["10.2.255.0/27"], virtualNetworkName: at },
  },
  gateway: {
    type: "azure:network/virtualNetworkGateway:VirtualNetworkGateway",
    refs: { resourceGroupName: "resources", ipConfigurations: "gateways" },
    props: {
      ...{ resourceGroupName: at, type: "Vpn", bgpEnabled: true },
      ipConfigurations: [{ name: "first", subnetId: at }],
      bgpSettings: { asn: 65010, peeringAddresses: [{ apipaAddresses: ["169.254.21.2"] }] },
    },
  },
  office: {
    type: "azure:network/localNetworkGateway:LocalNetworkGateway",
    props: {
      gatewayAddress: "198.51.100.7",
      addressSpaces: ["10.50.0.0/16"],
      bgpSettings: { asn: 65020, bgpPeeringAddress: "169.254.21.1" },
    },
  },
  link: {
    type: "azure:network/virtualNetworkGatewayConnection:VirtualNetworkGatewayConnection",
    refs: { virtualNetworkGatewayId: "gateway", localNetworkGatewayId: "office" },
    props: {
      ...{ name: "link-1a2b", type: "IPsec", connectionProtocol: "IKEv2", enableBgp: true, sharedKey: at },
      ...{ virtualNetworkGatewayId: at, localNetworkGatewayId: at },
      ipsecPolicy: IPSEC,
      customBgpAddresses: { primary: "169.254.21.2" },
    },
  },
  peering: {
    type: "azure:network/virtualNetworkPeering:VirtualNetworkPeering",
    refs: { virtualNetworkName: "vnet" },
    props: {
      ...{ virtualNetworkName: at, allowGatewayTransit: true },
      remoteVirtualNetworkId: `${SUBSCRIPTION}/virtualNetworks/far`,
    },
  },
  group: { type: "azure:network/networkSecurityGroup:NetworkSecurityGroup", props: { securityRules: [SSH] } },
  rule: {
    type: "azure:network/networkSecurityRule:NetworkSecurityRule",
    refs: { networkSecurityGroupName: "group" },
    props: { ...SSH, priority: 200, destinationPortRange: at, networkSecurityGroupName: at },
  },
  table: {
    type: "azure:network/routeTable:RouteTable",
    props: {
      bgpRoutePropagationEnabled: false,
      routes: [{ name: "far", addressPrefix: "10.3.0.0/16", nextHopType: "VirtualNetworkGateway" }],
    },
  },
  main: {
    type: "azure:containerservice/kubernetesCluster:KubernetesCluster",
    refs: { defaultNodePool: "nodes" },
    props: {
      location: "westeurope",
      defaultNodePool: { name: "system", vnetSubnetId: at },
      networkProfile: { networkPlugin: "none", podCidr: "10.10.0.0/16", serviceCidr: at },
      apiServerAccessProfile: { authorizedIpRanges: ["198.51.100.0/24"] },
      privateClusterEnabled: false,
    },
  },
};

/** What the rules say of a stack: each violation with its rule. */
function said(resources: Resource[]): string[] {
  const network = inventory(resources);
  return rules
    .flatMap((rule) => violations(rule, network, {}).map(({ message }) => `${rule.name}: ${message}`))
    .sort();
}

for (const [title, known, other] of [
  ["aws-native", IN_AWS, IN_NATIVE],
  ["classic azure", IN_AZURE_NATIVE, IN_CLASSIC],
] as const) {
  describe(`a stack in ${title}`, () => {
    it("is the same network as in the provider that the readers know", () => {
      const [found, same] = [inventory(stackOf(other)), inventory(stackOf(known))];
      assert.deepEqual(found, same);
      for (const facts of [found.ranges, found.clusters, found.gateways, found.tunnelEnds, found.routes]) {
        assert.ok(facts.length > 0);
      }
      for (const facts of [found.firewalls, found.subnets, found.attachments]) assert.ok(facts.length > 0);
    });

    it("breaks the same rules, weak ciphers and an open door among them", () => {
      const found = said(stackOf(other));
      assert.deepEqual(found, said(stackOf(known)));
      for (const rule of ["encryption-vpn-strong", "exposure-no-world-ingress"]) {
        assert.ok(
          found.some((one) => one.startsWith(rule)),
          rule,
        );
      }
    });

    it("does not tell less when one of its values is not known yet", () => {
      const names = Object.keys(other);
      fc.assert(
        fc.property(fc.constantFrom(...names), fc.nat(), (name, nth) => {
          const stack = stackOf(other).map((one) => (one.name === name ? without(one, nth) : one));
          const found = inventory(stack);
          const before = inventory(stackOf(other));
          assert.equal(found.clusters.length, before.clusters.length);
          assert.equal(found.tunnelEnds.length, before.tunnelEnds.length);
        }),
      );
    });
  });
}

/** With one of its top-level properties unknown. */
function without(resource: Resource, nth: number): Resource {
  const keys = Object.keys(resource.props);
  const key = keys[nth % Math.max(1, keys.length)];
  return key === undefined ? resource : { ...resource, props: { ...resource.props, [key]: UNKNOWN } };
}

describe("the spelling of resources", () => {
  it("leaves alone what the readers know, and what nobody reads", () => {
    const resources = stackOf({ ...IN_AWS, topic: { type: "aws-native:sns:Topic" } });
    assert.deepEqual(inKnownWords(resources), resources);
  });

  it("is done once, however often it is asked for", () => {
    const once = inKnownWords(stackOf({ ...IN_NATIVE, ...IN_CLASSIC }));
    assert.deepEqual(inKnownWords(once), once);
  });

  it("keeps URN, id and dependencies of every type that it knows", () => {
    for (const type of [...Object.keys(NATIVE), ...Object.keys(CLASSIC)]) {
      const [written] = stackOf({ one: { type, id: "id-1", refs: { other: "vpc" } } });
      const [read] = written ? inKnownWords([written]) : [];
      assert.deepEqual(
        [read?.urn, read?.id, read?.dependencies, read?.propertyDependencies],
        [urnOf("one"), "id-1", [urnOf("vpc")], { other: [urnOf("vpc")] }],
      );
      assert.notEqual(read?.type, type);
    }
  });

  it("takes tunnel options that are all unknown for unknown ciphers, not for the cloud's own", () => {
    const { link } = IN_NATIVE;
    assert.ok(link);
    const props = { ...link.props, vpnTunnelOptionsSpecifications: UNKNOWN };
    const { tunnelEnds } = inventory(stackOf({ ...IN_NATIVE, link: { ...link, props } }));
    assert.deepEqual(
      tunnelEnds.map(({ ike, phase1 }) => [ike, phase1.encryption]),
      [
        [UNKNOWN, UNKNOWN],
        [UNKNOWN, UNKNOWN],
      ],
    );
  });

  it("takes an internet gateway's attachment for no VPN gateway's", () => {
    const stack = stackOf({
      vpc: { type: "aws-native:ec2:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
      door: {
        type: "aws-native:ec2:VpcGatewayAttachment",
        props: { internetGatewayId: UNKNOWN, vpcId: UNKNOWN },
        refs: { vpcId: "vpc" },
      },
    });
    assert.deepEqual(inventory(stack).attachments, []);
  });

  it("finds a classic Azure subnet's firewall by the ids of what exists already", () => {
    const nodes = {
      ...IN_CLASSIC.nodes,
      id: `${SUBSCRIPTION}/virtualNetworks/vnet/subnets/nodes`,
    } as Written;
    const table = { ...IN_CLASSIC.table, id: `${SUBSCRIPTION}/routeTables/table` } as Written;
    const subnetId = `${SUBSCRIPTION}/virtualNetworks/vnet/subnets/NODES`;
    const stack = stackOf({
      ...{ nodes, table },
      on: {
        type: "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation",
        props: { subnetId, routeTableId: table.id },
      },
    });
    const [subnet] = inventory(stack).subnets;
    assert.equal(subnet?.table, urnOf("table"));
    assert.equal(subnet?.learns, false);
  });

  it("finds a route table on a subnet that stands in its classic VNet, and leaves its neighbours without", () => {
    const subnet = (name: string, octet: number) => ({ name, addressPrefixes: [`10.0.${octet}.0/24`] });
    const vnet = (...subnets: unknown[]): Written => ({
      type: "azure:network/virtualNetwork:VirtualNetwork",
      id: `${SUBSCRIPTION}/virtualNetworks/vnet`,
      props: { addressSpaces: ["10.0.0.0/16"], subnets },
    });
    const { table = { type: "" } } = IN_CLASSIC;
    const on = (props: Record<string, unknown>, refs: Record<string, string>): Written => ({
      type: "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation",
      props,
      refs: { routeTableId: "table", ...refs },
    });
    const tables = (stack: Record<string, Written>) =>
      inventory(stackOf(stack)).subnets.map((one) => [one.cidr, one.table, one.learns]);
    const subnetId = `${SUBSCRIPTION}/virtualNetworks/VNET/subnets/Apps`;
    const both = vnet(subnet("apps", 1), subnet("data", 2));
    assert.deepEqual(tables({ table, vnet: both, on: on({ subnetId, routeTableId: UNKNOWN }, {}) }), [
      ["10.0.1.0/24", urnOf("table"), false],
      ["10.0.2.0/24", undefined, true],
    ]);
    const unknown = on({ subnetId: UNKNOWN, routeTableId: UNKNOWN }, { subnetId: "vnet" });
    assert.deepEqual(tables({ table, vnet: vnet(subnet("apps", 1)), on: unknown }), [
      ["10.0.1.0/24", urnOf("table"), false],
    ]);
    // Of two nobody can tell which: none is given the other's.
    assert.deepEqual(
      tables({ table, vnet: both, on: unknown }).map(([, found]) => found),
      [undefined, undefined],
    );
    const elsewhere = on({ subnetId: subnetId.replace("VNET", "other"), routeTableId: UNKNOWN }, {});
    assert.deepEqual(
      tables({ table, vnet: both, on: elsewhere }).map(([, found]) => found),
      [undefined, undefined],
    );
  });

  it("reads a classic pool of nodes that is a resource of its own", () => {
    const type = "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool";
    const { main = { type: "" }, nodes = { type: "" }, vnet = { type: "" } } = IN_CLASSIC;
    const pool = (props: Record<string, unknown>): Written => ({
      type,
      props: { name: "more", kubernetesClusterId: UNKNOWN, vnetSubnetId: UNKNOWN, ...props },
      refs: { kubernetesClusterId: "main", vnetSubnetId: "nodes" },
    });
    const found = (props: Record<string, unknown>) =>
      inventory(stackOf({ vnet, nodes, main, pool: pool(props) })).nodePools.find(
        ({ name }) => name === "more",
      );
    assert.deepEqual(
      [found({ nodeCount: 4 })?.cluster, found({ nodeCount: 4 })?.max, found({ nodeCount: 4 })?.subnets],
      [urnOf("main"), 4, [urnOf("nodes")]],
    );
    assert.equal(found({ autoScalingEnabled: true, maxCount: 9 })?.max, 9);
  });

  it("takes aws-native's names from before 0.72.0 for what they are called since", () => {
    const since = {
      "aws-native:ec2:Vpc": "aws-native:ec2:VPC",
      "aws-native:ec2:VpnGateway": "aws-native:ec2:VPNGateway",
      "aws-native:ec2:VpnConnection": "aws-native:ec2:VPNConnection",
      "aws-native:ec2:VpnConnectionRoute": "aws-native:ec2:VPNConnectionRoute",
    };
    const before = new Map(Object.entries(since));
    const early = Object.fromEntries(
      Object.entries(IN_NATIVE).map(([name, one]) => [
        name,
        { ...one, type: before.get(one.type) ?? one.type },
      ]),
    );
    assert.notDeepEqual(early, IN_NATIVE);
    assert.deepEqual(inventory(stackOf(early)), inventory(stackOf(IN_NATIVE)));
    for (const [now, then] of before) assert.deepEqual(NATIVE[then], NATIVE[now]);
  });

  it("reads the pool that a classic gateway gives to people who dial in", () => {
    const gateway: Written = {
      type: "azure:network/virtualNetworkGateway:VirtualNetworkGateway",
      props: { type: "Vpn", vpnClientConfiguration: { addressSpaces: ["10.200.0.0/22"] } },
    };
    const [range] = inventory(stackOf({ gateway })).ranges;
    assert.deepEqual([range?.use, range?.cidr], ["gateway", "10.200.0.0/22"]);
  });
});
