import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";

/** `count` members in Google Cloud, all linked to one hub. */
function star(hub: MemberSpec, count: number): MeshSpec {
  const leaves = Array.from({ length: count }, (_, index) => `leaf-${index}`);
  return {
    supernet: ["10.0.0.0/8"],
    members: {
      hub,
      ...Object.fromEntries(
        leaves.map((name): [string, MemberSpec] => [name, { cloud: "gcp", region: "europe-west3" }]),
      ),
    },
    topology: { kind: "links", links: leaves.map((name) => ({ a: "hub", b: name })) },
  };
}

const plan = (spec: MeshSpec) => planMesh(spec, emptyLock(), SOURCES);

describe("a plan within the clouds' quotas", () => {
  it("takes as many tunnels as an Azure gateway does, and names the quota beyond", () => {
    const azure: MemberSpec = { cloud: "azure", region: "westeurope" };
    assert.equal(plan(star(azure, 15)).plan.links.length, 15);
    assert.throws(
      () => plan(star(azure, 16)),
      /^InputError: members\.hub: 32 tunnels of its gateway are needed and the quota is 30 \(/,
    );
  });

  it("takes as many VPN connections as an AWS region does, and names the quota beyond", () => {
    const aws: MemberSpec = { cloud: "aws", region: "eu-west-1" };
    assert.equal(plan(star(aws, 25)).plan.links.length, 25);
    assert.throws(
      () => plan(star(aws, 26)),
      /members \(hub\): 52 VPN connections in eu-west-1 are needed and the quota is 50 \(/,
    );
  });
});
