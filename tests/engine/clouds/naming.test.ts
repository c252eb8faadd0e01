import assert from "node:assert/strict";
import { testClouds } from "./client";

const CASES = [
  { owner: "aws", type: "aws:eks/cluster:Cluster", property: "name", form: /^Dublin-[0-9a-f]{7}$/ },
  { owner: "gcp", type: "gcp:compute/router:Router", property: "name", form: /^dublin-[0-9a-f]{7}$/ },
  {
    owner: "azure-native",
    type: "azure-native:network:VirtualNetwork",
    property: "virtualNetworkName",
    form: /^Dublin[0-9a-f]{8}$/,
  },
  {
    owner: "azure-native",
    type: "azure-native:authorization:RoleAssignment",
    property: "roleAssignmentName",
    form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  },
];

describe("names that the simulated clouds make up", () => {
  const clouds = testClouds();

  for (const { owner, type, property, form } of CASES) {
    it(`have the form that ${type} has`, async () => {
      const provider = await clouds.provider(owner);
      const { inputs } = await provider.check(type, "Dublin", {});
      assert.match(String(inputs[property]), form);
    });

    it(`are the same for the same seed, another for another, and stay on an update of ${type}`, async () => {
      const provider = await clouds.provider(owner);
      const name = async (seed: string, before = {}) =>
        (await provider.check(type, "Dublin", {}, { seed, before })).inputs[property];
      assert.equal(await name("one"), await name("one"));
      assert.notEqual(await name("one"), await name("two"));
      const { inputs: before } = await provider.check(type, "Dublin", {}, { seed: "one" });
      assert.equal(await name("two", before), before[property]);
    });
  }

  it("give way to the program's own", async () => {
    const aws = await clouds.provider("aws");
    const { inputs } = await aws.check("aws:iam/role:Role", "nodes", { name: "mine" });
    assert.equal(inputs.name, "mine");
    assert.deepEqual((inputs.__defaults as string[]).includes("name"), false);
  });

  it("are refused when they are longer than the cloud takes", async () => {
    const gcp = await clouds.provider("gcp");
    const { failures } = await gcp.check("gcp:serviceaccount/account:Account", "a".repeat(23), {});
    assert.equal(failures[0]?.property, "accountId");
    assert.match(failures[0]?.reason ?? "", /longer than maximum length 30/);
  });

  it("are the logical name for what lies in another Azure resource", async () => {
    const azure = await clouds.provider("azure-native");
    const { inputs } = await azure.check("azure-native:network:SecurityRule", "deny-rest", {});
    assert.equal(inputs.securityRuleName, "deny-rest");
  });
});
