import assert from "node:assert/strict";
import { inventory } from "../../../../inventory";
import { rangesDisjoint } from "../../../../network/judge/ranges-disjoint";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { given, read } from "./foreign";

const vnet = given("network:VirtualNetwork", "vnet", { addressSpace: { addressPrefixes: ["10.1.0.0/16"] } });
const subnet = given(
  "network:Subnet",
  "subnet",
  { subnetName: "GatewaySubnet", addressPrefix: "10.1.255.0/27", virtualNetworkName: UNKNOWN },
  { behind: { virtualNetworkName: ["vnet"] } },
);
const gateway = given(
  "network:VirtualNetworkGateway",
  "gateway",
  { gatewayType: "Vpn", ipConfigurations: [{ subnet: { id: UNKNOWN } }] },
  { behind: { ipConfigurations: ["subnet"] } },
);
const office = (localNetworkAddressSpace: unknown, behind: Record<string, string[]> = {}) =>
  given("network:LocalNetworkGateway", "office", { localNetworkAddressSpace }, { behind });
const connection = given(
  "network:VirtualNetworkGatewayConnection",
  "connection",
  { connectionType: "IPsec" },
  { behind: { virtualNetworkGateway1: ["gateway"], localNetworkGateway2: ["office"] } },
);
const stack = (peer: Resource) => [vnet, subnet, gateway, peer, connection];
const told = (...resources: Resource[]) =>
  read(...resources).remoteRanges.map(({ cidr, from }) => [cidr, from.map((urn) => urn.split("::").at(-1))]);

describe("reading Azure: ranges on the other side", () => {
  it("tells a local network gateway's address space, and who sends to it", () => {
    const peer = office({ addressPrefixes: ["10.9.0.0/16", "10.10.0.0/16"] });
    assert.deepEqual(told(...stack(peer)), [
      ["10.9.0.0/16", ["vnet"]],
      ["10.10.0.0/16", ["vnet"]],
    ]);
    assert.deepEqual(told(peer), [
      ["10.9.0.0/16", []],
      ["10.10.0.0/16", []],
    ]);
  });

  it("tells what is unknown where somebody wrote it, and nothing where BGP says it", () => {
    assert.deepEqual(told(...stack(office({ addressPrefixes: UNKNOWN }))), [[UNKNOWN, ["vnet"]]]);
    assert.deepEqual(told(...stack(office(UNKNOWN, { localNetworkAddressSpace: ["vnet"] }))), [
      [UNKNOWN, ["vnet"]],
    ]);
    for (const none of [UNKNOWN, undefined, { addressPrefixes: [] }]) {
      assert.deepEqual(told(...stack(office(none))), []);
    }
  });

  it("tells a site's address space, sent to from the VNets at its hub and the hub itself", () => {
    const resources = [
      vnet,
      given("network:VirtualHub", "hub", { addressPrefix: "10.2.0.0/23", name: "hub" }),
      given(
        "network:HubVirtualNetworkConnection",
        "spoke",
        {},
        { behind: { virtualHubName: ["hub"], remoteVirtualNetwork: ["vnet"] } },
      ),
      given("network:VpnGateway", "hubs", {}, { behind: { virtualHub: ["hub"] } }),
      given("network:VpnSite", "site", { addressSpace: { addressPrefixes: ["10.1.128.0/20"] } }),
      given(
        "network:VpnConnection",
        "line",
        {},
        { behind: { gatewayName: ["hubs"], remoteVpnSite: ["site"] } },
      ),
    ];
    assert.deepEqual(told(...resources), [["10.1.128.0/20", ["vnet", "hub"]]]);
    const { problems } = rangesDisjoint(inventory(resources));
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.match(problems[0]?.message ?? "", /10\.1\.128\.0\/20 is on the other side/);
  });
});
