import assert from "node:assert/strict";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { GROUP, given, read } from "./foreign";

const cluster = (agentPoolProfiles: unknown, behind: Record<string, string[]> = {}) =>
  given("containerservice:ManagedCluster", "aks", { agentPoolProfiles }, { behind });
const pool = (props: Record<string, unknown>, behind: Record<string, string[]> = {}) =>
  given("containerservice:AgentPool", "pool", props, { behind: { resourceName: ["aks"], ...behind } });
const vnet = given(
  "network:VirtualNetwork",
  "vnet",
  { addressSpace: { addressPrefixes: ["10.1.0.0/16"] } },
  { id: "Microsoft.Network/virtualNetworks/vnet" },
);
const HERE = `${GROUP}/Microsoft.Network/virtualNetworks/vnet/subnets/nodes`;
const THERE = `${GROUP}/Microsoft.Network/virtualNetworks/theirs/subnets/nodes`;

const told = (...resources: Resource[]) =>
  read(...resources)
    .ranges.filter(({ use, origin }) => use === "nodes" || origin.property?.endsWith("SubnetID"))
    .map(({ use, cidr, owner, origin }) => [use, cidr, owner.split("::").at(-1), origin.property]);

describe("reading Azure: where the nodes of a cluster live", () => {
  it("knows the VNet that AKS makes where no pool names a subnet", () => {
    const own = ["nodes", "10.224.0.0/12", "aks", "agentPoolProfiles.0.vnetSubnetID"];
    assert.deepEqual(told(cluster([{ name: "system" }, { name: "apps" }])), [own]);
    assert.deepEqual(told(cluster([])), [
      ["nodes", "10.224.0.0/12", "aks", "agentPoolProfiles.vnetSubnetID"],
    ]);
  });

  it("says that the range is unknown where a pool names a subnet that nothing here has", () => {
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: HERE }, { vnetSubnetID: THERE }])), [
      ["nodes", UNKNOWN, "aks", "agentPoolProfiles.1.vnetSubnetID"],
    ]);
    assert.deepEqual(told(cluster(UNKNOWN)), [["nodes", UNKNOWN, "aks", "agentPoolProfiles.0.vnetSubnetID"]]);
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: HERE }]), pool({ vnetSubnetID: THERE })), [
      ["nodes", UNKNOWN, "aks", "vnetSubnetID"],
    ]);
  });

  it("says so of pods that have a subnet of their own elsewhere", () => {
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: HERE, podSubnetID: THERE }])), [
      ["pods", UNKNOWN, "aks", "agentPoolProfiles.0.podSubnetID"],
    ]);
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: HERE }]), pool({ podSubnetID: THERE })), [
      ["pods", UNKNOWN, "aks", "podSubnetID"],
    ]);
  });

  it("says nothing more where the VNet is here, or of a pool that nobody gave a subnet", () => {
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: HERE, podSubnetID: HERE }])), []);
    const behind = { agentPoolProfiles: ["vnet"] };
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: UNKNOWN }], behind)), []);
    assert.deepEqual(told(vnet, cluster(UNKNOWN, behind)), []);
    const unread = { vnetSubnetID: UNKNOWN, podSubnetID: UNKNOWN };
    assert.deepEqual(told(vnet, cluster([{ vnetSubnetID: HERE }]), pool(unread)), []);
  });
});
