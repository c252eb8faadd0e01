import assert from "node:assert/strict";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { writeProgram } from "../project";

/** A network whose range the cloud's own address management will choose. */
const PROGRAM = `
  const ec2 = require("@pulumi/aws/ec2");
  new ec2.Vpc("dublin", { cidrBlock: "10.0.0.0/16" });
  const cork = new ec2.Vpc("cork", { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 20 });
  new ec2.Subnet("cork-nodes", { vpcId: cork.id, cidrBlock: cork.cidrBlock });
`;

engineSuite("a range that is known only after apply", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine({
      environments: ["prod"],
      project: (folder) => writeProgram(folder, PROGRAM),
    });
  });
  after(() => engine?.stop());

  it("stops a preview of prod with the rule's own message, and no rule gives up on it", async () => {
    const { code, stdout } = await engine.run(["preview", "--policy-pack", "policies"]);
    assert.notEqual(code, 0);
    assert.match(stdout, /\[mandatory\] .* address-ranges-disjoint {2}\(aws:ec2:Vpc: cork\)/);
    assert.match(stdout, /cidrBlock of \S+::cork is not known before apply/);
    assert.match(stdout, /cidrBlock of \S+::cork-nodes is not known before apply/);
    assert.doesNotMatch(stdout, /can't run policy/);
  });
});
