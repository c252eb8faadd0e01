import assert from "node:assert/strict";
import type { MeshSpec } from "../../../network/spec/shape";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { planAndWrite, setInSpec } from "../environment-files";
import { assertPlannedNetwork, planOf } from "../same-network";
import { assertNothingLost } from "../state";

const APPLY = ["up", "--yes", "--skip-preview", "--policy-pack", "policies"];

/** Two of each cloud, joined by what that has for its own, and one in AWS that uses another's gateway in another account. */
const members: MeshSpec["members"] = {
  amsterdam: { cloud: "azure", region: "westeurope" },
  boydton: { cloud: "azure", region: "eastus2" },
  dublin: { cloud: "aws", region: "eu-west-1", account: { roleArn: "arn:aws:iam::111122223333:role/mesh" } },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  limerick: {
    cloud: "aws",
    region: "eu-west-1",
    account: { roleArn: "arn:aws:iam::444455556666:role/mesh" },
  },
  stockholm: {
    cloud: "aws",
    region: "eu-north-1",
    account: { roleArn: "arn:aws:iam::111122223333:role/mesh" },
  },
  tokyo: { cloud: "gcp", region: "asia-northeast1" },
};
const links = [
  ["amsterdam", "boydton"],
  ["amsterdam", "dublin"],
  ["dublin", "frankfurt"],
  ["dublin", "stockholm"],
  ["dublin", "limerick"],
  ["frankfurt", "tokyo"],
].map(([a, b]) => ({ a, b }));

engineSuite("members of one cloud under the Pulumi engine", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine({ environments: ["dev"] });
    setInSpec(engine.project, "dev", ["members"], members);
    setInSpec(engine.project, "dev", ["topology"], { kind: "links", links });
    setInSpec(
      engine.project,
      "dev",
      ["traffic"],
      [
        { from: "limerick", to: "boydton" },
        { from: "dublin", to: "tokyo" },
      ],
    );
    planAndWrite(engine.project, "dev");
  });
  after(() => engine?.stop());

  it("pass a preview with the policy pack, which makes nothing", async () => {
    const { code, stdout } = await engine.run(["preview", "--policy-pack", "policies"]);
    assert.equal(code, 0, stdout);
    assert.deepEqual(objectsIn(engine.clouds), []);
  });

  it("are joined as planned: by a shared gateway, and peerings of gateways and of networks", async () => {
    const { code, stdout, stderr } = await engine.run(APPLY);
    assert.equal(code, 0, stdout + stderr);
    assertPlannedNetwork(engine.clouds, planOf(engine.project, "dev"));
    assertNothingLost(engine.clouds, await engine.exportStack());
    const made = objectsIn(engine.clouds).map(({ type }) => type);
    const count = (type: string) => made.filter((one) => one.endsWith(type)).length;
    assert.deepEqual(
      {
        accepted: count(":PeeringAttachmentAccepter"),
        shared: count(":ResourceShareAccepter"),
        vpcs: count(":NetworkPeering"),
        vnets: count(":VirtualNetworkPeering"),
      },
      { accepted: 1, shared: 1, vpcs: 2, vnets: 2 },
    );
  });

  it("change nothing when they are applied again, and are found in the clouds as they were made", async () => {
    const again = await engine.run([...APPLY, "--expect-no-changes"]);
    assert.equal(again.code, 0, again.stdout);
    const refresh = await engine.run(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    assert.equal(refresh.code, 0, refresh.stdout);
  });

  it("leave nothing in the clouds when they are destroyed", async () => {
    const { code, stdout } = await engine.run(["destroy", "--yes", "--skip-preview"]);
    assert.equal(code, 0, stdout);
    assert.deepEqual(objectsIn(engine.clouds), []);
  });
});
