import assert from "node:assert/strict";
import { IMPORT_IDS, lostCreate } from "../../clouds/lost-create";
import { Mesh } from "../../components";
import { record } from "../../recorder/record";

const lost = (type: string, name: string, inputs: Record<string, unknown>, surroundings = {}) =>
  lostCreate(type, name, inputs, surroundings);

describe("a create that was cut off", () => {
  it("can be followed for every type that a mesh makes", async () => {
    const { resources } = await record(
      () =>
        new Mesh("mesh", {
          members: {
            amsterdam: { cloud: "azure", region: "westeurope" },
            dublin: { cloud: "aws", region: "eu-west-1" },
            frankfurt: { cloud: "gcp", region: "europe-west3" },
          },
          agent: { encryption: "ipsec" },
          isolation: "strict",
          topology: { kind: "mesh" },
        }),
    );
    const types = new Set(resources.filter(({ custom }) => custom).map(({ type }) => type));
    const unknown = [...types].filter((type) => !type.startsWith("pulumi:") && !(type in IMPORT_IDS));
    assert.deepEqual(unknown, []);
  });

  it("is searched for by its tag where the cloud gives ids", () => {
    assert.deepEqual(lost("aws:ec2/vpc:Vpc", "dublin", { region: "eu-west-1" }), {
      search:
        "aws resourcegroupstaggingapi get-resources --region eu-west-1 --tag-filters Key=isthmus-resource,Values=dublin",
    });
  });

  it("is known by an id that is made of its inputs", () => {
    assert.deepEqual(
      lost("aws:ec2/route:Route", "r", { routeTableId: "rtb-1", destinationCidrBlock: "10.0.0.0/8" }),
      { id: "rtb-1_10.0.0.0/8" },
    );
    assert.deepEqual(
      lost("gcp:container/nodePool:NodePool", "pool", {
        project: "p",
        location: "europe-west3",
        cluster: "projects/p/locations/europe-west3/clusters/frankfurt-1",
        name: "pool-1",
      }),
      { id: "projects/p/locations/europe-west3/clusters/frankfurt-1/nodePools/pool-1" },
    );
    assert.deepEqual(
      lost("azure-native:authorization:RoleAssignment", "a", {
        scope: "/subscriptions/s/resourceGroups/g",
        roleAssignmentName: "guid",
      }),
      { id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/roleAssignments/guid" },
    );
  });

  it("takes project and subscription from the rest of the state", () => {
    assert.deepEqual(lost("gcp:compute/network:Network", "n", { name: "n-1" }, { project: "p" }), {
      id: "projects/p/global/networks/n-1",
    });
    assert.deepEqual(
      lost("azure-native:resources:ResourceGroup", "g", { resourceGroupName: "g-1" }, { subscription: "s" }),
      { id: "/subscriptions/s/resourceGroups/g-1" },
    );
  });

  it("shows how the id is made where a part of it is not known", () => {
    const secret = { ciphertext: "v1:…" };
    assert.deepEqual(lost("gcp:compute/router:Router", "r", { region: "europe-west3", name: secret }), {
      pattern: "projects/{project}/regions/europe-west3/routers/{name}",
    });
  });

  it("has nothing to find where nothing is made outside the state, or making it twice makes one", () => {
    assert.deepEqual(lost("random:index/randomPassword:RandomPassword", "key", {}), {
      none: "it exists in the state only",
    });
    assert.deepEqual(lost("gcp:projects/iAMMember:IAMMember", "m", {}), {
      none: "making it again finds it made",
    });
  });

  it("is nobody's guess for a type that isthmus does not make", () => {
    assert.equal(lost("aws:s3/bucket:Bucket", "b", {}), undefined);
  });
});
