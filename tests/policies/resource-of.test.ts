import assert from "node:assert/strict";
import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { UNKNOWN } from "../../network/model/resource";
import { resourceOfArgs, resourcesOfStack } from "../../policies/resource-of";
import { argsOf, resourceOf, UNKNOWN_TEXT } from "./proxied";

const props = (value: Record<string, unknown>, args: Partial<ResourceValidationArgs> = {}) =>
  resourceOfArgs({ ...argsOf("aws:ec2/vpc:Vpc", "vpc", value), ...args }).props;

describe("a policy's resource", () => {
  it("comes with all that is known", () => {
    const value = { cidrBlock: "10.0.0.0/16", tags: { Name: "vpc" }, list: [1, true, null, { a: ["b"] }] };
    assert.deepEqual(props(value), value);
  });

  it("has a marker wherever a value is not known, at any depth, and keeps what is beside it", () => {
    assert.deepEqual(
      props({ a: UNKNOWN_TEXT, b: { c: UNKNOWN_TEXT, d: 1 }, e: ["x", UNKNOWN_TEXT, { f: UNKNOWN_TEXT }] }),
      { a: UNKNOWN, b: { c: UNKNOWN, d: 1 }, e: ["x", UNKNOWN, { f: UNKNOWN }] },
    );
  });

  it("has a marker for whatever another copy of the SDK throws", () => {
    const strange = new Proxy({ a: 1 }, { get: () => assert.fail("not known") });
    assert.deepEqual(props({}, { props: strange }), { a: UNKNOWN });
  });

  it("knows its id once it exists, and its provider", () => {
    const provider = { type: "pulumi:providers:aws", urn: "urn:p", name: "p", props: {} };
    const known = resourceOfArgs({ ...argsOf("aws:ec2/vpc:Vpc", "vpc", { id: "vpc-1" }), provider });
    assert.deepEqual([known.id, known.provider, known.custom], ["vpc-1", "urn:p", true]);
    const unknown = resourceOfArgs(argsOf("aws:ec2/vpc:Vpc", "vpc", { id: UNKNOWN_TEXT }));
    assert.deepEqual([unknown.id, unknown.custom], [undefined, false]);
  });

  it("knows what it depends on in its stack", () => {
    const vpc = resourceOf("aws:ec2/vpc:Vpc", "vpc", {});
    const subnet: PolicyResource = {
      ...resourceOf("aws:ec2/subnet:Subnet", "subnet", { vpcId: UNKNOWN_TEXT }),
      parent: vpc,
      dependencies: [vpc],
      propertyDependencies: { vpcId: [vpc] },
    };
    const [, read] = resourcesOfStack([vpc, subnet]);
    assert.deepEqual(
      [read?.parent, read?.dependencies, read?.propertyDependencies],
      [vpc.urn, [vpc.urn], { vpcId: [vpc.urn] }],
    );
  });
});
