import assert from "node:assert/strict";
import { readAws } from "../../../../clouds/aws/read";
import { TYPES } from "../../../../clouds/aws/read/types";
import { inventory } from "../../../../inventory";
import { rangesDisjoint } from "../../../../network/judge/ranges-disjoint";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { indexOf, resource } from "../link-example";

const cluster = (subnetIds: unknown, dependencies: string[] = []): Resource => ({
  ...resource(TYPES.cluster, "eks", { vpcConfig: { subnetIds } }),
  propertyDependencies: { vpcConfig: dependencies },
});
const nodes = (...resources: Resource[]) =>
  readAws(indexOf(...resources))
    .ranges.filter(({ use }) => use === "nodes")
    .map(({ cidr, origin }) => [cidr, origin.property]);

const SUBNET = resource(
  TYPES.subnet,
  "one",
  { cidrBlock: "10.0.0.0/20", vpcId: "vpc-1" },
  { id: "subnet-1" },
);

describe("reading AWS: where the nodes of a cluster live", () => {
  it("says that the range is unknown where the subnets are literal ids that nothing here has", () => {
    assert.deepEqual(nodes(cluster(["subnet-7", "subnet-8"])), [[UNKNOWN, "vpcConfig.subnetIds"]]);
    assert.deepEqual(nodes(cluster(UNKNOWN)), [[UNKNOWN, "vpcConfig.subnetIds"]]);
  });

  it("says nothing more where a subnet or the VPC is among the resources", () => {
    assert.deepEqual(nodes(cluster(["subnet-1"]), SUBNET), []);
    assert.deepEqual(nodes(cluster(UNKNOWN, [SUBNET.urn]), SUBNET), []);
    const vpc = resource(TYPES.vpc, "net", { cidrBlock: "10.0.0.0/16" });
    assert.deepEqual(nodes({ ...cluster(["subnet-7"]), dependencies: [vpc.urn] }, vpc), []);
  });

  it("so that a rule names the property instead of passing in silence", () => {
    const eks = cluster(["subnet-7"]);
    const { problems, unknowns } = rangesDisjoint(inventory([eks]));
    assert.deepEqual(problems, []);
    assert.equal(
      unknowns.filter((one) => JSON.stringify(one).includes("vpcConfig.subnetIds")).length,
      1,
      JSON.stringify(unknowns),
    );
  });
});
