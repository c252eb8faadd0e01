import assert from "node:assert/strict";
import { join } from "node:path";
import * as aws from "@pulumi/aws/ec2";
import * as gcp from "@pulumi/gcp/compute";
import type { Pack } from "../../analyzer/pack";
import { startPack } from "../../analyzer/pack";
import { policiesOf } from "../../policies/gate";
import { rules } from "../../policies/rules";
import { record } from "../../recorder/record";

/** The pack as Pulumi starts it: compiled by `npm run build`, which comes before the tests. */
describe("the policy pack", () => {
  let pack: Pack;
  before(async () => {
    pack = await startPack(join(__dirname, "../../policies"));
  });
  after(() => pack.stop());

  it("holds every rule, with its level and options", async () => {
    const { name, policies } = await pack.info();
    assert.equal(name, "isthmus");
    assert.deepEqual(
      policies.map((policy) => [policy.name, policy.level, policy.severity]),
      policiesOf(rules).map((policy) => [policy.name, policy.enforcementLevel, policy.severity]),
    );
    for (const { options } of policies) assert.ok("unknowns" in options && "except" in options);
  });

  it("refuses an overlap of two clouds, and does not let a range pass that is not known", async () => {
    const { registrations } = await record(() => {
      new aws.Vpc("dublin", { cidrBlock: "10.0.0.0/16" });
      const cork = new aws.Vpc("cork", { ipv4IpamPoolId: "ipam-pool-1" });
      new aws.Vpc("copy", { cidrBlock: cork.cidrBlock });
      const network = new gcp.Network("frankfurt", { autoCreateSubnetworks: false });
      new gcp.Subnetwork("nodes", {
        network: network.id,
        ipCidrRange: "10.0.16.0/20",
        region: "europe-west3",
      });
    });
    await pack.configure({});
    const found = await pack.analyzeStack(registrations);
    const disjoint = found.filter(({ policyName }) => policyName === "address-ranges-disjoint");
    assert.deepEqual(
      disjoint.map(({ urn, enforcementLevel }) => [urn?.split("::").at(-1), enforcementLevel]),
      [
        ["dublin", "mandatory"],
        ["cork", "mandatory"],
        ["copy", "mandatory"],
      ],
    );
    assert.match(
      disjoint[0]?.message ?? "",
      /^dublin network 10\.0\.0\.0\/16 .* overlaps frankfurt (nodes|subnet) 10\.0\.16\.0\/20/,
    );
    assert.match(disjoint[2]?.message ?? "", /^cidrBlock of .*::copy is not known before apply/);
    assert.ok(
      !found.some(({ message }) => message.includes("can't run policy")),
      "a rule gave up on an unknown value",
    );

    const alone = await pack.analyze(registrations);
    assert.ok(
      alone.some(
        ({ policyName, urn }) => policyName === "address-ranges-disjoint-resource" && urn?.endsWith("::copy"),
      ),
    );

    await pack.configure({ "address-ranges-disjoint": { enforcementLevel: "advisory", unknowns: "ignore" } });
    const mild = (await pack.analyzeStack(registrations)).filter(
      ({ policyName }) => policyName === "address-ranges-disjoint",
    );
    assert.deepEqual(
      mild.map(({ enforcementLevel }) => enforcementLevel),
      ["advisory"],
    );
  });
});
