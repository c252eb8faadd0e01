import assert from "node:assert/strict";
import fc from "fast-check";
import { readAzure } from "../../../clouds/azure/read";
import type { Resource } from "../../../network/model/resource";
import { UNKNOWN } from "../../../network/model/resource";
import { ResourceIndex } from "../../../network/model/resource-index";

const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/other";

/** Somebody's resource; `behind`: names of others of the list that a property depends on. */
function resource(
  type: string,
  name: string,
  props: Resource["props"],
  more: { id?: string; behind?: Record<string, string[]> } = {},
): Resource {
  const propertyDependencies = Object.fromEntries(
    Object.entries(more.behind ?? {}).map(([property, names]) => [property, names.map(urnOf)]),
  );
  return {
    urn: urnOf(name),
    type: type.includes("azure-native") ? type : `azure-native:${type}`,
    name,
    custom: true,
    props,
    dependencies: Object.values(propertyDependencies).flat(),
    propertyDependencies,
    ...(more.id ? { id: `${SUBSCRIPTION}/providers/${more.id}` } : {}),
  };
}

function urnOf(name: string): string {
  return `urn:pulumi:prod::other::azure::${name}`;
}

function read(...resources: Resource[]) {
  return readAzure(new ResourceIndex(resources));
}

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

describe("reading anybody's Azure networks", () => {
  it("takes VNets of any API version, with subnets inline or apart", () => {
    const { ranges } = read(
      resource("azure-native:network/v20240101:VirtualNetwork", "vnet", {
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
        subnets: [
          { name: "apps", addressPrefix: "10.0.1.0/24" },
          { name: "GatewaySubnet", addressPrefixes: ["10.0.255.0/27"] },
        ],
      }),
      resource(
        "network:Subnet",
        "data",
        { addressPrefix: "10.0.2.0/24", addressPrefixes: UNKNOWN, virtualNetworkName: UNKNOWN },
        { behind: { virtualNetworkName: ["vnet"] } },
      ),
    );
    assert.deepEqual(
      ranges.map(({ use, cidr, owner, origin }) => [use, cidr, owner, origin.property]),
      [
        ["network", "10.0.0.0/16", urnOf("vnet"), "addressSpace.addressPrefixes.0"],
        ["subnet", "10.0.1.0/24", urnOf("vnet"), "subnets.0.addressPrefix"],
        ["gateway", "10.0.255.0/27", urnOf("vnet"), "subnets.1.addressPrefixes.0"],
        ["subnet", "10.0.2.0/24", urnOf("vnet"), "addressPrefix"],
      ],
    );
  });

  it("says that a prefix is unknown instead of leaving it out", () => {
    const { ranges } = read(
      resource("network:VirtualNetwork", "vnet", {
        addressSpace: { addressPrefixes: [UNKNOWN, "10.1.0.0/16"] },
      }),
      resource("network:VirtualNetwork", "pooled", {
        addressSpace: { ipamPoolPrefixAllocations: [{ numberOfIpAddresses: "256" }] },
      }),
    );
    assert.deepEqual(
      ranges.map(({ cidr }) => cidr),
      [UNKNOWN, "10.1.0.0/16", UNKNOWN],
    );
  });

  it("knows AKS's own ranges where a cluster names none, and its endpoint as open to all", () => {
    const { ranges, clusters } = read(
      resource("containerservice:ManagedCluster", "legacy", { location: "West Europe" }),
    );
    assert.deepEqual(
      ranges.map(({ use, cidr }) => `${use} ${cidr}`),
      ["pods 10.244.0.0/16", "services 10.0.0.0/16", "nodes 10.224.0.0/12"],
    );
    assert.equal(clusters[0]?.region, "westeurope");
    assert.deepEqual(clusters[0]?.apiAccess, ["0.0.0.0/0"]);
  });

  it("finds a cluster's network by ids that are already known, whatever their case", () => {
    const vnet = "Microsoft.Network/virtualNetworks/hub";
    const { clusters } = read(
      resource("network:VirtualNetwork", "hub", {}, { id: vnet }),
      resource("containerservice:ManagedCluster", "main", {
        agentPoolProfiles: [
          { vnetSubnetID: `${SUBSCRIPTION}/providers/${vnet}/subnets/nodes`.toUpperCase() },
        ],
      }),
    );
    assert.equal(clusters[0]?.network, urnOf("hub"));
  });
});

describe("reading anybody's Azure VPN", () => {
  const gateway = resource("network:VirtualNetworkGateway", "gw", {
    gatewayType: "Vpn",
    activeActive: false,
    bgpSettings: { asn: 65010, bgpPeeringAddress: "10.0.255.30" },
  });
  const peer = resource("network:LocalNetworkGateway", "office", {
    bgpSettings: { asn: "65020", bgpPeeringAddress: "192.168.1.1" },
  });
  const connection = (props: Resource["props"]) =>
    resource(
      "network:VirtualNetworkGatewayConnection",
      "to-office",
      { connectionType: "IPsec", ...props },
      { behind: { virtualNetworkGateway1: ["gw"], localNetworkGateway2: ["office"] } },
    );

  it("says nothing of ciphers and versions that are left to Azure's defaults", () => {
    const [end] = read(gateway, peer, connection({})).tunnelEnds;
    assert.equal(end?.ike, undefined);
    assert.deepEqual([end?.phase1, end?.phase2], [{}, {}]);
    assert.deepEqual([end?.address, end?.interface, end?.asn], ["10.0.255.30", 0, 65010]);
    assert.deepEqual([end?.peerAddress, end?.peerAsn], ["192.168.1.1", 65020]);
  });

  it("names weak choices in the field's names", () => {
    const weak = connection({
      connectionProtocol: "IKEv1",
      ipsecPolicies: [
        {
          ...{ ikeEncryption: "DES3", ikeIntegrity: "SHA1", dhGroup: "DHGroup2" },
          ...{ ipsecEncryption: "AES128", ipsecIntegrity: "MD5", pfsGroup: "None" },
        },
      ],
    });
    const [end] = read(gateway, peer, weak).tunnelEnds;
    assert.deepEqual(end?.ike, [1]);
    assert.deepEqual(end?.phase1, { encryption: ["3des"], integrity: ["sha1"], groups: [2] });
    assert.deepEqual(end?.phase2, { encryption: ["aes128"], integrity: ["md5"], groups: [] });
  });

  it("does not judge words that it does not know, or that are unknown", () => {
    const odd = connection({
      connectionProtocol: UNKNOWN,
      ipsecPolicies: [{ ikeEncryption: "constructor", ikeIntegrity: UNKNOWN }],
    });
    const [end] = read(gateway, peer, odd).tunnelEnds;
    assert.deepEqual(
      [end?.ike, end?.phase1.encryption, end?.phase1.integrity, end?.phase2.groups],
      [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    );
  });

  it("does not guess an address where neither gateway nor peer is here", () => {
    const [end] = read(connection({})).tunnelEnds;
    assert.deepEqual([end?.address, end?.peerAddress, end?.interface], [UNKNOWN, UNKNOWN, UNKNOWN]);
    assert.equal(end?.gateway, undefined);
  });

  it("leaves ExpressRoute out", () => {
    const express = { gatewayType: "ExpressRoute" };
    const network = read(
      resource("network:VirtualNetworkGateway", "er", express),
      connection({ connectionType: "ExpressRoute" }),
    );
    assert.deepEqual([network.gateways, network.tunnelEnds], [[], []]);
  });
});

describe("reading anybody's Azure routes and firewalls", () => {
  const vnet = resource("network:VirtualNetwork", "vnet", {
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  });
  const subnet = resource(
    "network:Subnet",
    "apps",
    { addressPrefix: "10.0.1.0/24", networkSecurityGroup: { id: UNKNOWN }, routeTable: { id: UNKNOWN } },
    { behind: { virtualNetworkName: ["vnet"], networkSecurityGroup: ["nsg"], routeTable: ["table"] } },
  );
  const inbound = { direction: "Inbound", access: "Allow", protocol: "Tcp" };

  it("tells inbound rules that allow, inline or apart, and of which network", () => {
    const { firewalls } = read(
      vnet,
      subnet,
      resource("network:NetworkSecurityGroup", "nsg", {
        securityRules: [
          { ...inbound, sourceAddressPrefix: "Internet", destinationPortRange: "443" },
          { ...inbound, access: "Deny", sourceAddressPrefix: "*", destinationPortRange: "*" },
          { ...inbound, direction: "Outbound", sourceAddressPrefix: "*", destinationPortRange: "*" },
        ],
      }),
      resource(
        "network:SecurityRule",
        "ssh",
        {
          ...inbound,
          protocol: "*",
          ...{ sourceAddressPrefix: UNKNOWN, sourceAddressPrefixes: ["198.51.100.7", "10.9.0.0/16"] },
          ...{ destinationPortRange: UNKNOWN, destinationPortRanges: ["22", "8000-8080"] },
        },
        { behind: { networkSecurityGroupName: ["nsg"] } },
      ),
    );
    assert.deepEqual(
      firewalls.map(({ network, sources, ports }) => ({ network, sources, ports })),
      [
        {
          network: urnOf("vnet"),
          sources: ["198.51.100.7/32", "10.9.0.0/16"],
          ports: ["22/tcp", "8000-8080/tcp", "22/udp", "8000-8080/udp"],
        },
        { network: urnOf("vnet"), sources: ["0.0.0.0/0"], ports: ["443/tcp"] },
        { network: urnOf("vnet"), sources: PRIVATE, ports: ["all"] },
      ],
    );
  });

  const open = (rules: Record<string, unknown>[]) =>
    read(
      vnet,
      subnet,
      resource("network:NetworkSecurityGroup", "nsg", { securityRules: rules }),
    ).firewalls.map(({ sources, ports }) => [sources, ports]);
  const refusal = {
    ...inbound,
    access: "Deny",
    protocol: "*",
    sourceAddressPrefix: "*",
    destinationPortRange: "*",
  };
  const web = { ...inbound, sourceAddressPrefix: "10.9.0.0/16", destinationPortRange: "443" };

  it("lets in what Azure calls the virtual network until a rule refuses everybody", () => {
    assert.deepEqual(open([{ ...web, priority: 100 }]), [
      [["10.9.0.0/16"], ["443/tcp"]],
      [PRIVATE, ["all"]],
    ]);
    assert.deepEqual(
      open([
        { ...web, priority: 100 },
        { ...refusal, priority: 4096 },
      ]),
      [[["10.9.0.0/16"], ["443/tcp"]]],
    );
  });

  it("takes nothing for let in that a rule before refuses to everybody", () => {
    assert.deepEqual(
      open([
        { ...refusal, priority: 90 },
        { ...web, priority: 100 },
      ]),
      [[[], ["443/tcp"]]],
    );
  });

  it("lets everything private into a subnet that no group stands before", () => {
    const bare = resource(
      "network:Subnet",
      "bare",
      { addressPrefix: "10.0.2.0/24" },
      { behind: { virtualNetworkName: ["vnet"] } },
    );
    const { firewalls } = read(vnet, bare);
    assert.deepEqual(
      firewalls.map(({ sources, ports }) => [sources, ports]),
      [[PRIVATE, ["all"]]],
    );
  });

  it("does not guess the ranges of Azure's own words", () => {
    const { firewalls } = read(
      resource("network:SecurityRule", "any", {
        ...inbound,
        protocol: "*",
        ...{ sourceAddressPrefix: "VirtualNetwork", destinationPortRange: "*" },
      }),
    );
    assert.deepEqual([firewalls[0]?.sources, firewalls[0]?.ports], [UNKNOWN, ["all"]]);
  });

  it("tells static routes to the network's gateway only", () => {
    const { routes } = read(
      vnet,
      subnet,
      resource(
        "network:VirtualNetworkGateway",
        "gw",
        { ipConfigurations: [{ subnet: { id: UNKNOWN } }] },
        { behind: { ipConfigurations: ["apps"] } },
      ),
      resource("network:RouteTable", "table", {
        routes: [
          { addressPrefix: "10.9.0.0/16", nextHopType: "VirtualNetworkGateway" },
          { addressPrefix: "0.0.0.0/0", nextHopType: "Internet" },
        ],
      }),
    );
    assert.deepEqual(
      routes.map(({ network, destination, via }) => ({ network, destination, via })),
      [{ network: urnOf("vnet"), destination: "10.9.0.0/16", via: urnOf("gw") }],
    );
  });
});

describe("reading whatever stands in a property", () => {
  const kinds = [
    "network:VirtualNetwork",
    "network:Subnet",
    "network:NetworkSecurityGroup",
    "network:SecurityRule",
    "network:RouteTable",
    "network:Route",
    "network:VirtualNetworkGateway",
    "network:LocalNetworkGateway",
    "network:VirtualNetworkGatewayConnection",
    "containerservice:ManagedCluster",
  ];
  const keys = [
    ...["addressSpace", "addressPrefixes", "subnets", "securityRules", "routes", "ipsecPolicies", "location"],
    ...[
      "bgpSettings",
      "bgpPeeringAddresses",
      "gatewayCustomBgpIpAddresses",
      "ipConfigurations",
      "subnet",
      "id",
    ],
    ...["networkProfile", "podCidr", "apiServerAccessProfile", "agentPoolProfiles", "direction", "access"],
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>(UNKNOWN, null, undefined, 7, true, "", "10.0.0.0/8", "Inbound", "Allow"),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 5 }),
    ),
  }));
  const anything = fc.dictionary(fc.constantFrom(...keys), tree);

  it("never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), anything), { maxLength: 6 }), (resources) => {
        read(...resources.map(([kind, props], index) => resource(kind, `r${index}`, props)));
      }),
    );
  });
});
