import assert from "node:assert/strict";
import { inventory } from "../../../../inventory";
import { rangesDisjoint } from "../../../../network/judge/ranges-disjoint";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { GROUP, given } from "./foreign";

const VNET = "Microsoft.Network/virtualNetworks/vnet";
const inlinePods = [{ name: "pods", addressPrefix: "10.1.128.0/17" }];
const vnet = (subnets?: unknown) =>
  given(
    "network:VirtualNetwork",
    "vnet",
    { addressSpace: { addressPrefixes: ["10.1.0.0/16"] }, ...(subnets ? { subnets } : {}) },
    { id: VNET },
  );
const subnet = (id?: string) =>
  given(
    "network:Subnet",
    "pods",
    { addressPrefix: "10.1.128.0/17", virtualNetworkName: "vnet" },
    id === undefined ? {} : { id },
  );
const POD_SUBNET = `${VNET}/subnets/pods`;
const podSubnetID = `${GROUP}/${POD_SUBNET}`;
const networkProfile = { networkPlugin: "azure", serviceCidr: "10.3.0.0/20" };
const vnetSubnetID = `${GROUP}/${VNET}/subnets/nodes`;
const cluster = (pool: Record<string, unknown>) =>
  given("containerservice:ManagedCluster", "aks", {
    networkProfile,
    agentPoolProfiles: [{ vnetSubnetID, ...pool }],
  });
const pods = (...resources: Resource[]) =>
  inventory(resources)
    .ranges.filter(({ use }) => use === "pods")
    .map(({ cidr, member, owner }) => [cidr, member, owner.split("::").at(-1)]);

describe("reading Azure: subnets of pods", () => {
  it("tells the range of a subnet that a pool gives to its pods as the pods', as the cluster's own", () => {
    const found = [["10.1.128.0/17", "aks", "vnet"]];
    assert.deepEqual(pods(vnet(), subnet(POD_SUBNET), cluster({ podSubnetID })), found);
    assert.deepEqual(pods(vnet(inlinePods), cluster({ podSubnetID })), found);
    const apart = given(
      "containerservice:AgentPool",
      "pool",
      { podSubnetID: UNKNOWN },
      { behind: { resourceName: ["aks"], podSubnetID: ["pods"] } },
    );
    assert.deepEqual(pods(vnet(), subnet(), cluster({}), apart), found);
  });

  it("leaves a subnet that no pool names a subnet", () => {
    assert.deepEqual(pods(vnet(inlinePods), cluster({})), []);
    assert.deepEqual(pods(vnet(), subnet(POD_SUBNET), cluster({ podSubnetID: UNKNOWN })), [
      [UNKNOWN, "aks", "aks"],
    ]);
  });

  it("finds nothing wrong with pods inside their own VNet, and does where they lie in another's", () => {
    const stack = [vnet(), subnet(POD_SUBNET), cluster({ podSubnetID })];
    assert.deepEqual(rangesDisjoint(inventory(stack)), { problems: [], unknowns: [] });
    const other = given("network:VirtualNetwork", "other", {
      addressSpace: { addressPrefixes: ["10.1.192.0/20"] },
    });
    assert.ok(rangesDisjoint(inventory([...stack, other])).problems.length > 0);
  });
});
