import assert from "node:assert/strict";
import fc from "fast-check";
import { testClouds } from "./client";
import { descriptorOf } from "./cloud";
import { CLOUDS } from "./clouds";
import { differences } from "./difference";
import type { Properties } from "./properties";

/** Every immutable property of every type that has a table. */
const IMMUTABLE = Object.values(CLOUDS).flatMap((cloud) =>
  Object.keys(cloud.types).flatMap((type) =>
    [...(descriptorOf(cloud, type).immutable ?? []), ...cloud.immutable].map((path) => ({
      type,
      path,
      owner: cloud.package,
    })),
  ),
);

const IN_PLACE = [
  { type: "aws:ec2/vpc:Vpc", before: { tags: { a: "1" } }, after: { tags: { a: "2" } } },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    before: { tunnel1PresharedKey: "a" },
    after: { tunnel1PresharedKey: "b" },
  },
  {
    type: "gcp:container/nodePool:NodePool",
    before: { nodeConfig: { machineType: "a" } },
    after: { nodeConfig: { machineType: "b" } },
  },
  { type: "gcp:compute/router:Router", before: { bgp: { asn: 1 } }, after: { bgp: { asn: 2 } } },
  {
    type: "azure-native:network:VirtualNetworkGateway",
    before: { bgpSettings: { asn: 1 } },
    after: { bgpSettings: { asn: 2 } },
  },
  {
    type: "azure-native:containerservice:ManagedCluster",
    before: { kubernetesVersion: "1.34" },
    after: { kubernetesVersion: "1.35" },
  },
  { type: "kubernetes:helm.sh/v3:Release", before: { version: "1.19.5" }, after: { version: "1.19.6" } },
];

describe("replacement in the simulated clouds", () => {
  const clouds = testClouds();

  it("is what a change of any immutable property of any type leads to", () => {
    fc.assert(
      fc.property(fc.constantFrom(...IMMUTABLE), ({ type, path, owner }) => {
        const cloud = CLOUDS[owner];
        assert.ok(cloud);
        const immutable = [...(descriptorOf(cloud, type).immutable ?? []), ...cloud.immutable];
        const found = differences(at(path, "before"), at(path, "after"), {}, immutable);
        assert.deepEqual(
          found.map(({ replaces }) => replaces),
          [true],
        );
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  for (const { type, before, after } of IN_PLACE) {
    it(`is not needed for what ${type} changes in place`, async () => {
      const provider = await clouds.provider(type.split(":")[0] ?? "");
      const difference = await provider.diff(type, "id", before, after);
      assert.deepEqual(difference.getReplacesList(), []);
      assert.equal(difference.getDetaileddiffMap().getLength(), 1);
    });
  }

  it("is told with the path of what changed", async () => {
    const aws = await clouds.provider("aws");
    const difference = await aws.diff(
      "aws:eks/cluster:Cluster",
      "id",
      { kubernetesNetworkConfig: { serviceIpv4Cidr: "10.0.0.0/20" } },
      { kubernetesNetworkConfig: { serviceIpv4Cidr: "10.1.0.0/20" } },
    );
    assert.deepEqual(difference.getReplacesList(), ["kubernetesNetworkConfig.serviceIpv4Cidr"]);
  });

  it("deletes first where the program chose the name, and last where it did not", async () => {
    const aws = await clouds.provider("aws");
    const type = "aws:iam/role:Role";
    const own = { name: "nodes", path: "/" };
    assert.equal(
      (await aws.diff(type, "id", own, { ...own, path: "/mesh/" })).getDeletebeforereplace(),
      true,
    );
    const { inputs } = await aws.check(type, "nodes", {});
    assert.equal(
      (await aws.diff(type, "id", inputs, { ...inputs, path: "/mesh/" })).getDeletebeforereplace(),
      false,
    );
  });

  it("leaves both standing for a moment where azure-native chose the name", async () => {
    const azure = await clouds.provider("azure-native");
    const type = "azure-native:network:VirtualNetwork";
    const group = { resourceGroupName: "mesh", location: "westeurope" };
    const { inputs } = await azure.check(type, "net", group);
    const moved = { ...inputs, location: "eastus2" };
    assert.equal((await azure.diff(type, "id", inputs, moved)).getDeletebeforereplace(), false);
    const own = { ...group, virtualNetworkName: "net" };
    const difference = await azure.diff(type, "id", own, { ...own, location: "eastus2" });
    assert.equal(difference.getDeletebeforereplace(), true);
  });

  it("is not asked of Azure for a node pool's machine size: the update is refused", async () => {
    const azure = await clouds.provider("azure-native");
    const type = "azure-native:containerservice:ManagedCluster";
    await azure.make("azure-native:resources:ResourceGroup", "group", { resourceGroupName: "mesh" });
    const pool = (vmSize: string) => [{ name: "nodes", vmSize }];
    const cluster = await azure.make(type, "amsterdam", {
      resourceGroupName: "mesh",
      agentPoolProfiles: pool("Standard_D4s_v5"),
    });
    const after = { ...cluster.inputs, agentPoolProfiles: pool("Standard_D8s_v5") };
    assert.deepEqual((await azure.diff(type, cluster.id, cluster.inputs, after)).getReplacesList(), []);
    await assert.rejects(azure.update(type, "amsterdam", cluster.id, after), /PropertyChangeNotAllowed/);
  });

  it("is not the answer to equal inputs, however they are ordered or wrapped", async () => {
    const random = await clouds.provider("random");
    const type = "random:index/randomPassword:RandomPassword";
    const { inputs } = await random.check(type, "key", { length: 39, special: false });
    const reordered = Object.fromEntries(Object.entries(inputs).reverse());
    const difference = await random.diff(type, "id", inputs, reordered);
    assert.equal(difference.getDetaileddiffMap().getLength(), 0);
  });
});

/** An object that has `value` at a path, and nothing else. */
function at(path: string, value: string): Properties {
  const [first = "", ...rest] = path.split(".");
  const name = first.replace("[*]", "");
  const inner = rest.length === 0 ? value : at(rest.join("."), value);
  return { [name]: first.endsWith("[*]") ? [inner] : inner };
}
