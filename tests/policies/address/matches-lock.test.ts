import assert from "node:assert/strict";
import { inventory } from "../../../inventory";
import type { MeshSpec } from "../../../network/spec/shape";
import { insideSupernetRule } from "../../../policies/address/inside-supernet";
import { matchesLockRule as rule } from "../../../policies/address/matches-lock";
import { violations } from "../../../policies/rules";
import { recorded } from "../../network/reach/recorded";
import { judged } from "../example";

const SPEC: MeshSpec = {
  supernet: ["10.64.0.0/10"],
  members: {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3", pods: "10.4.0.0/17" },
    amsterdam: { cloud: "azure", region: "westeurope" },
  },
};

describe("address-matches-lock", () => {
  it("has nothing to say of a network without a mesh", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("passes a mesh, and names each range that was changed past its lock", async () => {
    const { resources } = await recorded(structuredClone(SPEC));
    assert.deepEqual(violations(rule, inventory(resources), {}), []);
    const changes: [RegExp, string, string, RegExp][] = [
      [/aws:ec2\/vpc:Vpc$/, "cidrBlock", "10.200.0.0/20", /^dublin has .* for nodes in the lock/],
      [
        /gcp:container\/cluster:Cluster$/,
        "privateClusterConfig.masterIpv4CidrBlock",
        "10.200.0.0/28",
        /^frankfurt has .* for controlPlane/,
      ],
      [
        /containerservice:ManagedCluster$/,
        "networkProfile.serviceCidr",
        "10.200.0.0/20",
        /^amsterdam has .* for services/,
      ],
    ];
    for (const [type, path, cidr, said] of changes) {
      const changed = resources.map((resource) =>
        type.test(resource.type)
          ? { ...resource, props: withValue(resource.props, path.split("."), cidr) }
          : resource,
      );
      const found = violations(rule, inventory(changed), {});
      assert.equal(found.length, 1, path);
      assert.match(found[0]?.message ?? "", said);
    }
  });

  it("knows the supernet that a mesh was told, beside it", async () => {
    const { resources } = await recorded(structuredClone(SPEC));
    const found = violations(insideSupernetRule, inventory(resources), {});
    assert.equal(found.length, 1);
    assert.match(found[0]?.message ?? "", /10\.4\.0\.0\/17.* lies outside 10\.64\.0\.0\/10/);
  });
});

function withValue(
  props: Record<string, unknown>,
  [key = "", ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  const inner = props[key];
  const nested = typeof inner === "object" && inner !== null ? { ...inner } : {};
  return { ...props, [key]: rest.length === 0 ? value : withValue(nested, rest, value) };
}
