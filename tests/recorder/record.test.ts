import assert from "node:assert/strict";
import * as aws from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { SECRET as HIDDEN, UNKNOWN } from "../../network/model/resource";
import { record } from "../../recorder/record";

class Pair extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("test:index:Pair", name, { colour: "blue" }, opts);
    const vpc = new aws.Vpc(`${name}-vpc`, { cidrBlock: "10.0.0.0/16" }, { parent: this });
    new aws.Subnet(`${name}-subnet`, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }, { parent: this });
    this.registerOutputs({ size: 2 });
  }
}

describe("record", () => {
  it("gives every registration with full URN, parent and what each property depends on", async () => {
    const { resources } = await record(() => new Pair("pair"), { project: "p", stack: "s" });
    assert.deepEqual(
      resources.map((resource) => resource.urn),
      [
        "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s",
        "urn:pulumi:s::p::test:index:Pair::pair",
        "urn:pulumi:s::p::test:index:Pair$aws:ec2/vpc:Vpc::pair-vpc",
        "urn:pulumi:s::p::test:index:Pair$aws:ec2/subnet:Subnet::pair-subnet",
      ],
    );
    const [, pair, vpc, subnet] = resources;
    assert.equal(vpc?.props.cidrBlock, "10.0.0.0/16");
    assert.equal(subnet?.props.vpcId, UNKNOWN);
    assert.deepEqual(subnet?.propertyDependencies.vpcId, [vpc?.urn]);
    assert.equal(subnet?.parent, pair?.urn);
    assert.deepEqual(pair?.props, { size: 2 });
  });

  it("keeps secret values out of the model", async () => {
    const { resources } = await record(() => {
      new aws.VpnConnection("vpn", {
        type: "ipsec.1",
        customerGatewayId: "cgw-1",
        tunnel1PresharedKey: pulumi.secret("hush"),
      });
    });
    assert.equal(resources.at(-1)?.props.tunnel1PresharedKey, HIDDEN);
    assert.ok(!JSON.stringify(resources).includes("hush"));
  });

  it("keeps what the program logs and throws, and goes on with the rest", async () => {
    const recording = await record(() => {
      pulumi.log.error("the network is wrong");
      new aws.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
      throw new Error("no more");
    });
    assert.deepEqual(recording.logs, [{ severity: "error", message: "the network is wrong" }]);
    assert.match(String(recording.failures[0]), /no more/);
    assert.ok(recording.resources.some((resource) => resource.name === "vpc"));
  });

  it("keeps what an apply throws", async () => {
    const recording = await record(() => {
      pulumi.output(1).apply(() => {
        throw new Error("late");
      });
    });
    assert.match(String(recording.failures[0]), /late/);
  });

  it("hands the program its configuration, and runs twice in one process without a trace of the first", async () => {
    const program = () => {
      const range = new pulumi.Config("app").require("range");
      new aws.Vpc("vpc", { cidrBlock: range });
    };
    const first = await record(program, { config: { "app:range": "10.1.0.0/16" } });
    const second = await record(program, { config: { "app:range": "10.2.0.0/16" } });
    assert.equal(first.resources.at(-1)?.props.cidrBlock, "10.1.0.0/16");
    assert.equal(second.resources.at(-1)?.props.cidrBlock, "10.2.0.0/16");
    assert.equal(second.resources.length, 2);
  });
});
