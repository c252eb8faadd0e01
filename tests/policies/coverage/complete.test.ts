import assert from "node:assert/strict";
import { inventory } from "../../../inventory";
import type { Resource } from "../../../network/model/resource";
import { coverageCompleteRule as rule } from "../../../policies/coverage/complete";
import { violations } from "../../../policies/rule";
import { judged } from "../example";
import { urnOf } from "../proxied";

function resource(type: string, name: string, custom: boolean, parent?: string): Resource {
  return {
    urn: urnOf(type, name),
    type,
    name,
    custom,
    ...(parent === undefined ? {} : { parent }),
    props: {},
    dependencies: [],
    propertyDependencies: {},
  };
}

const said = (...resources: Resource[]) =>
  violations(rule, inventory(resources), {}).map(
    ({ message, urn }) => `${urn.split("::").at(-1)}: ${message}`,
  );

describe("coverage-complete", () => {
  const vpc = resource("awsx:ec2:Vpc", "hall", false);

  it("passes a program that makes its resources itself", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("names a plugin's component of which nothing is seen, and says how to see it", () => {
    const [line, ...rest] = said(vpc);
    assert.match(
      line ?? "",
      /^hall: What hall \(urn:.*\) makes is not among the resources: .*--from preview\.json/,
    );
    assert.deepEqual(rest, []);
    assert.equal(said(resource("eks:index:Cluster", "hall", false)).length, 1);
  });

  it("passes a plugin's component whose children are there", () => {
    assert.deepEqual(said(vpc, resource("aws:ec2/vpc:Vpc", "hall", true, vpc.urn)), []);
  });

  it("passes a component of the program's own, with children or without", () => {
    assert.deepEqual(said(resource("harbour:index:Quay", "east", false)), []);
  });

  it("passes a single resource of such a package, which is no component", () => {
    assert.deepEqual(said(resource("eks:index:Addon", "dns", true)), []);
  });
});
