import assert from "node:assert/strict";
import { readAzure } from "../../../clouds/azure/read";
import { type Resource, UNKNOWN } from "../../../network/model/resource";
import { ResourceIndex } from "../../../network/model/resource-index";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const SUBNET = "azure-native:network:Subnet";

function resource(
  type: string,
  name: string,
  props: Resource["props"],
  refers: Record<string, string> = {},
): Resource {
  const propertyDependencies = Object.fromEntries(Object.entries(refers).map(([key, urn]) => [key, [urn]]));
  return { urn: `urn:${name}`, type, name, custom: true, props, dependencies: [], propertyDependencies };
}

const pools = (profiles: unknown, networkProfile: unknown = { networkPlugin: "none" }, ...more: Resource[]) =>
  readAzure(
    new ResourceIndex([
      resource(SUBNET, "nodes", { addressPrefix: "10.0.0.0/24" }),
      resource(
        CLUSTER,
        "aks",
        { agentPoolProfiles: profiles, networkProfile },
        { agentPoolProfiles: "urn:nodes" },
      ),
      ...more,
    ]),
  ).nodePools;

const profile = (facts: Record<string, unknown> = {}) => ({
  name: "system",
  count: 3,
  vnetSubnetID: UNKNOWN,
  ...facts,
});

describe("reading Azure's resources: node pools", () => {
  it("tells the most nodes: what it grows to, or how many there are", () => {
    assert.deepEqual(
      pools([profile(), profile({ name: "users", enableAutoScaling: true, maxCount: 20 })]).map(
        ({ name, max }) => [name, max],
      ),
      [
        ["system", 3],
        ["users", 20],
      ],
    );
  });

  it("reads a pool that is a resource of its own, and the subnet that nodes live in", () => {
    const kind = "azure-native:containerservice:AgentPool";
    const apart = resource(
      kind,
      "batch",
      { count: 7 },
      { resourceName: "urn:aks", vnetSubnetID: "urn:nodes" },
    );
    const [own, batch] = pools([profile()], undefined, apart);
    assert.deepEqual(own?.subnets, ["urn:nodes"]);
    assert.deepEqual([batch?.name, batch?.max, batch?.cluster], ["batch", 7, "urn:aks"]);
  });

  it("tells whence pods have addresses, by the cluster's plugin", () => {
    const of = (networkProfile: unknown, facts: Record<string, unknown> = {}) => {
      const [{ podMask, addresses } = { podMask: undefined, addresses: undefined }] = pools(
        [profile(facts)],
        networkProfile,
      );
      return [podMask, addresses];
    };
    assert.deepEqual(of({ networkPlugin: "none" }), [undefined, 1]);
    assert.deepEqual(of({ networkPlugin: "azure", networkPluginMode: "overlay" }), [24, 1]);
    assert.deepEqual(of({ networkPlugin: "kubenet" }), [24, 1]);
    assert.deepEqual(of({ networkPlugin: "azure" }), [undefined, 31]);
    assert.deepEqual(of({ networkPlugin: "azure" }, { maxPods: 110 }), [undefined, 111]);
    assert.deepEqual(of({ networkPlugin: "azure" }, { podSubnetID: "/subnets/pods" }), [undefined, 1]);
    assert.deepEqual(of({ networkPlugin: UNKNOWN }), [UNKNOWN, UNKNOWN]);
  });

  it("says so where the most is not known", () => {
    assert.deepEqual(
      pools([profile({ enableAutoScaling: true })]).map(({ max }) => max),
      [UNKNOWN],
    );
    assert.deepEqual(
      pools([profile({ count: UNKNOWN })]).map(({ max }) => max),
      [UNKNOWN],
    );
    assert.deepEqual(
      pools(UNKNOWN).map(({ max }) => max),
      [UNKNOWN],
    );
  });
});
