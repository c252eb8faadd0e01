import assert from "node:assert/strict";
import { join } from "node:path";
import { folder, isthmus } from "./isthmus";

describe("isthmus check --program", () => {
  const vpc = JSON.stringify(require.resolve("@pulumi/aws/ec2"));
  const sdk = JSON.stringify(require.resolve("@pulumi/pulumi"));

  /** A project of its own, with two VPCs; the second takes its range from the configuration. */
  function project(files: Record<string, string> = {}): string {
    return folder({
      "Pulumi.yaml": "name: harbour\nruntime: nodejs\n",
      "index.js": `
        const { Vpc } = require(${vpc});
        const { Config, getStack } = require(${sdk});
        new Vpc("east-" + getStack(), { cidrBlock: "10.0.0.0/16" });
        new Vpc("west", { cidrBlock: new Config().get("range") ?? "10.1.0.0/16" });`,
      ...files,
    });
  }

  it("judges a Pulumi program that stands anywhere and has no stack yet", () => {
    const run = isthmus(["check", "--program", project()]);
    assert.equal(run.code, 0, run.err);
    assert.match(run.out, /^0 mandatory violations \((\d+ advisory, )?3 resources\)$/m);
  });

  it("gives the program the configuration of the stack that is named", () => {
    const place = project({ "Pulumi.prod.yaml": "config:\n  harbour:range: 10.0.128.0/17\n" });
    const run = isthmus(["check", "--program", place, "--stack", "prod"]);
    assert.equal(run.code, 1, run.err);
    assert.match(run.out, /mandatory address-ranges-disjoint/);
    assert.match(run.out, /east-prod/);
  });

  it("runs a program that requires what is encrypted, and takes what it makes of it for unknown", () => {
    const place = project({
      "index.js": `
        const { Vpc } = require(${vpc});
        const { Config } = require(${sdk});
        const { range } = new Config().requireObject("network");
        new Config().requireSecret("password");
        new Vpc("hidden", { cidrBlock: range });`,
      "Pulumi.dev.yaml":
        "config:\n  harbour:password:\n    secure: v1:abc\n  harbour:network:\n    range:\n      secure: v1:def\n",
    });
    const run = isthmus(["check", "--program", place]);
    assert.equal(run.code, 1, run.err);
    assert.match(run.out, /cidrBlock of .*hidden is not known before apply/);
    assert.doesNotMatch(run.out + run.err, /v1:|04da6b54/);
  });

  const refusals: [string, (place: string) => string[], RegExp][] = [
    ["a folder that is not there", (place) => [join(place, "none")], /none: no such folder$/],
    ["a folder without a project", () => [folder({})], /is no Pulumi project: it has no Pulumi\.yaml$/],
    [
      "a program in another language",
      () => [folder({ "Pulumi.yaml": "name: x\nruntime: yaml\n" })],
      /runtime: is yaml; only programs for nodejs/,
    ],
    [
      "a stack that it has not",
      (place) => [place, "--stack", "prdo"],
      /there is no stack prdo .*there are none$/,
    ],
    [
      "a spec beside it",
      (place) => [place, "--spec", "mesh.yaml"],
      /--spec and --program name two different meshes/,
    ],
  ];
  for (const [what, args, message] of refusals) {
    it(`says so in one clear line for ${what}, and exits with 2`, () => {
      const run = isthmus(["check", "--program", ...args(project())]);
      assert.equal(run.code, 2, run.out);
      assert.equal(run.out, "");
      assert.match(run.err.trim(), message);
    });
  }
});

describe("isthmus check of a program with a plugin's component", () => {
  const sdk = JSON.stringify(require.resolve("@pulumi/pulumi"));

  it("names it, of whatever package it is, since only the engine sees what it makes", () => {
    const place = folder({
      "Pulumi.yaml": "name: harbour\nruntime: nodejs\n",
      "index.js": `
        const pulumi = require(${sdk});
        new pulumi.ComponentResource("quay:index:Cluster", "east", {}, {}, true);
        new pulumi.ComponentResource("quay:index:Wall", "own", {});`,
    });
    const run = isthmus(["check", "--program", place]);
    assert.equal(run.code, 1, run.err);
    assert.match(run.out, /mandatory coverage-complete\n.*::east\n {2}What east \(/);
    assert.match(run.out, /^1 mandatory violation /m);
  });
});
