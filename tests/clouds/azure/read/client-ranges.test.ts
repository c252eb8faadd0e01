import assert from "node:assert/strict";
import { inventory } from "../../../../inventory";
import { rangesDisjoint } from "../../../../network/judge/ranges-disjoint";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { given, read } from "./foreign";

const gateway = (vpnClientConfiguration: unknown, behind: Record<string, string[]> = {}) =>
  given("network:VirtualNetworkGateway", "gateway", { vpnClientConfiguration }, { behind });
const p2s = (p2SConnectionConfigurations: unknown, behind: Record<string, string[]> = {}) =>
  given("network:P2sVpnGateway", "people", { p2SConnectionConfigurations }, { behind });
const pool = (addressPrefixes: unknown) => ({ vpnClientAddressPool: { addressPrefixes } });
const told = (...resources: Resource[]) =>
  read(...resources).ranges.map(({ use, cidr, owner }) => [use, cidr, owner.split("::").at(-1)]);

describe("reading Azure: what people who dial in get", () => {
  it("tells the pools of a VNet's gateway and of a hub's", () => {
    assert.deepEqual(told(gateway(pool(["10.3.0.0/22"])), p2s([pool(["10.4.0.0/22", "10.5.0.0/22"])])), [
      ["gateway", "10.3.0.0/22", "gateway"],
      ["gateway", "10.4.0.0/22", "people"],
      ["gateway", "10.5.0.0/22", "people"],
    ]);
  });

  it("tells what is unknown where somebody wrote it, and nothing of a gateway that nobody dials into", () => {
    assert.deepEqual(told(gateway(pool(UNKNOWN)), p2s([pool([UNKNOWN])])), [
      ["gateway", UNKNOWN, "gateway"],
      ["gateway", UNKNOWN, "people"],
    ]);
    const behind = { vpnClientConfiguration: ["vnet"] };
    assert.deepEqual(told(gateway(UNKNOWN, behind)), [["gateway", UNKNOWN, "gateway"]]);
    assert.deepEqual(told(p2s(UNKNOWN, { p2SConnectionConfigurations: ["vnet"] })), [
      ["gateway", UNKNOWN, "people"],
    ]);
    assert.deepEqual(told(gateway(UNKNOWN), gateway(undefined), p2s(UNKNOWN), p2s([])), []);
  });

  it("so that a pool inside the VNet that people come into is found", () => {
    const vnet = given("network:VirtualNetwork", "vnet", {
      addressSpace: { addressPrefixes: ["10.3.0.0/16"] },
    });
    const { problems } = rangesDisjoint(inventory([vnet, gateway(pool(["10.3.4.0/22"]))]));
    assert.equal(problems.length, 1);
  });
});
