import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus } from "./isthmus";

const SDK = join(__dirname, "../../node_modules/@pulumi/aws");

/** A program that asks its provider in both of the SDK's ways: for a promise and for an output. */
const PROGRAM = `const aws = require(${JSON.stringify(SDK)});
module.exports = async () => {
  const zones = await aws.getAvailabilityZones({ state: "available" });
  const me = await aws.getCallerIdentity();
  const image = aws.ec2.getAmiOutput({ owners: ["amazon"] });
  const existing = await aws.ec2.getVpc({ default: true });
  const vpc = new aws.ec2.Vpc("hall", { cidrBlock: "10.0.0.0/16", tags: { owner: \`team-\${me.accountId}\` } });
  zones.names.slice(0, 2).forEach((availabilityZone, index) =>
    new aws.ec2.Subnet(\`desk\${index}\`, { vpcId: vpc.id, availabilityZone, cidrBlock: \`10.0.\${index}.0/24\` }));
  new aws.ec2.Instance("host", { ami: image.id, instanceType: "t3.micro", tags: { size: image.blockDeviceMappings[0].ebs } });
  image.apply((one) => one.blockDeviceMappings[0].ebs.size);
  new aws.ec2.Vpc("copy", { cidrBlock: existing.cidrBlock });
};
`;

describe("what a program asks its providers", () => {
  const place = (files: Record<string, string> = {}) =>
    folder({ "Pulumi.yaml": "name: asks\nruntime: nodejs\n", "index.js": PROGRAM, ...files });
  const check = (home: string, ...args: string[]) =>
    isthmus(["check", "--program", ".", "--json", ...args], home);
  interface Found {
    rule: string;
    urn: string;
    message: string;
  }
  const found = (out: string) =>
    (JSON.parse(out) as { violations: Found[] }).violations.map(
      ({ rule, urn }) => `${rule} ${urn.split("::").at(-1)}`,
    );

  it("is unknown where nobody answers, and no crash: a range out of it is a violation", () => {
    const run = check(place());
    assert.equal(run.code, 1, run.err);
    assert.ok(found(run.out).includes("address-ranges-disjoint copy"));
    assert.doesNotMatch(run.out, /TypeError|"rule": "program"/);
  });

  it("makes the check incomplete where the program counts what nobody answers", () => {
    const run = check(place());
    assert.ok(found(run.out).includes("coverage-complete asks-dev"));
    assert.match(run.out, /aws:index\/getAvailabilityZones:getAvailabilityZones answers.*--invokes/s);
    const home = place({ "policy.json": '{ "coverage-complete": "advisory" }' });
    const mild = JSON.parse(check(home, "--policy-config", "policy.json").out) as {
      violations: (Found & { level: string })[];
    };
    assert.equal(mild.violations.find(({ rule }) => rule === "coverage-complete")?.level, "advisory");
  });

  it("is answered from the user's table, by arguments where it has them", () => {
    const home = place();
    writeFileSync(
      join(home, "answers.yaml"),
      `aws:index/getAvailabilityZones:getAvailabilityZones: { names: [eu-west-1a, eu-west-1b, eu-west-1c] }
aws:ec2/getVpc:getVpc:
  - { args: { default: false }, result: { cidrBlock: 10.1.0.0/16 } }
  - { args: { default: true }, result: { cidrBlock: 10.0.8.0/24 } }
`,
    );
    const run = check(home, "--invokes", "answers.yaml");
    assert.equal(run.code, 1, run.err);
    const verdict = JSON.parse(run.out) as { resources: number; violations: Found[] };
    assert.ok(!found(run.out).some((one) => one.startsWith("coverage-")));
    const overlap = verdict.violations.find(({ rule }) => rule === "address-ranges-disjoint");
    assert.match(overlap?.message ?? "", /10\.0\.0\.0\/16 .* overlaps .*10\.0\.8\.0\/24/);
  });

  it("is answered without a table where the configured region tells it", () => {
    const home = place({ "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n" });
    const run = check(home, "--dump", "dump.json");
    assert.ok(!found(run.out).some((one) => one.startsWith("coverage-")));
    assert.equal((JSON.parse(run.out) as { resources: number }).resources, 6);
  });

  it("is refused in one line where the table is none", () => {
    const home = place({ "answers.yaml": "getRegion: {}\n", "broken.yaml": "a: [" });
    const refused = check(home, "--invokes", "answers.yaml");
    assert.equal(refused.code, 2);
    assert.match(refused.err, /isthmus: answers\.yaml: getRegion: .*by a function's token/);
    assert.match(check(home, "--invokes", "broken.yaml").err, /broken\.yaml: neither YAML nor JSON/);
    assert.match(check(home, "--invokes", "gone.yaml").err, /gone\.yaml/);
  });
});

describe("a program in TypeScript", () => {
  it("is compiled with the options of its own tsconfig.json", () => {
    const home = folder({
      "Pulumi.yaml": "name: typed\nruntime: nodejs\n",
      "tsconfig.json": JSON.stringify({
        compilerOptions: { baseUrl: ".", experimentalDecorators: true, target: "es2020", module: "commonjs" },
      }),
      "index.ts": `const aws = require(${JSON.stringify(SDK)});
const named = (_: unknown, key: string) => { new aws.ec2.Vpc(key, { cidrBlock: "10.0.0.0/16" }); };
class Places { @named office!: string }
new Places();
`,
    });
    symlinkSync(join(__dirname, "../../node_modules"), join(home, "node_modules"));
    const run = isthmus(["check", "--program", ".", "--json"], home);
    assert.equal(run.code, 0, run.err);
    assert.equal((JSON.parse(run.out) as { resources: number }).resources, 2);
  });
});
