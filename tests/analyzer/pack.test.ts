import assert from "node:assert/strict";
import { join } from "node:path";
import * as aws from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { Pack } from "../../analyzer/pack";
import { startPack } from "../../analyzer/pack";
import { record } from "../../recorder/record";
import type { Registration } from "../../recorder/registration";

const fixture = (name: string) => join(__dirname, "fixtures", name);

class Pair extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Pair", name, { colour: "blue" });
    const vpc = new aws.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { parent: this });
    new aws.Subnet("subnet", { vpcId: vpc.id, cidrBlock: pulumi.secret("10.0.0.0/24") }, { parent: this });
    this.registerOutputs({ size: 2 });
  }
}

describe("startPack", () => {
  let pack: Pack;
  let registrations: Registration[];
  before(async () => {
    const program = record(() => {
      new Pair("pair");
    });
    pack = await startPack(fixture("shout"));
    ({ registrations } = await program);
  });
  after(() => pack.stop());

  const said = async (answer: ReturnType<Pack["analyze"]>) =>
    new Map(
      (await answer).map((diagnostic) => {
        const shown = JSON.parse(diagnostic.message);
        return [shown.name, { ...shown, level: diagnostic.enforcementLevel, urn: diagnostic.urn }];
      }),
    );

  it("tells what the pack is and holds", async () => {
    const { name, version, policies } = await pack.info();
    assert.deepEqual([name, version], ["shout", "1.2.3"]);
    assert.deepEqual(
      policies.map((policy) => [policy.name, policy.level, policy.severity]),
      [
        ["shout-resource", "advisory", "low"],
        ["shout-stack", "mandatory", "low"],
      ],
    );
  });

  it("shows each resource its inputs, its unknown values unknown and its provider as the engine would", async () => {
    const shown = await said(pack.analyze(registrations));
    assert.deepEqual(shown.get("pair")?.props, { colour: "blue" });
    assert.equal(shown.get("pair")?.provider, undefined);
    assert.deepEqual(shown.get("subnet"), {
      word: "none",
      name: "subnet",
      props: { vpcId: "unknown", cidrBlock: "10.0.0.0/24" },
      provider: "pulumi:providers:aws",
      parent: "urn:pulumi:dev::isthmus::test:index:Pair::pair",
      dependencies: [],
      vpcId: [],
      level: "advisory",
      urn: registrations.find((registration) => registration.name === "subnet")?.urn,
    });
  });

  it("shows a stack the outputs of components and what each resource depends on", async () => {
    const shown = await said(pack.analyzeStack(registrations));
    assert.deepEqual(shown.get("pair")?.props, { size: 2 });
    const { parent, dependencies, vpcId, level } = shown.get("subnet") ?? {};
    assert.deepEqual([parent, dependencies, vpcId, level], ["pair", ["vpc"], ["vpc"], "mandatory"]);
  });

  it("sets levels and options, and the defaults of the rest", async () => {
    await pack.configure({ all: "advisory", "shout-resource": { enforcementLevel: "disabled" } });
    assert.equal((await pack.analyze(registrations)).length, 0);
    const shown = await said(pack.analyzeStack(registrations));
    assert.deepEqual([shown.get("vpc")?.word, shown.get("vpc")?.level], ["hello", "advisory"]);
    await assert.rejects(
      pack.configure({ shout: "mandatory" }),
      /shout: no policy has this name; the pack has shout-resource/,
    );
  });
});

describe("a pack that cannot start", () => {
  it("is told in one line with the reason", async () => {
    await assert.rejects(startPack(fixture("broken")), {
      name: "InputError",
      message: `${fixture("broken")}: the policy pack failed: Error: the coffee is cold`,
    });
  });

  it("is told where the directory is none", async () => {
    await assert.rejects(
      startPack(fixture("missing")),
      /missing: is no policy pack: it has no PulumiPolicy.yaml/,
    );
  });
});
