import assert from "node:assert/strict";
import { Mesh, type MeshArgs } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { planMesh } from "../../network/plan/plan";
import type { MeshSpec } from "../../network/spec/shape";
import { type Recording, record } from "../../recorder/record";

const sound: MeshSpec = {
  members: {
    dublin: { cloud: "aws", region: "eu-west-1", pods: "10.80.0.0/16" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
  },
};
const overlapping: MeshSpec = {
  members: { ...sound.members, frankfurt: { cloud: "gcp", region: "europe-west3", pods: "10.80.0.0/17" } },
};

function locked(spec: MeshSpec): MeshArgs {
  return { ...spec, lock: formatLock(planMesh(spec, emptyLock(), SOURCES).lock) };
}

function run(args: MeshArgs, update: boolean): Promise<Recording> {
  return record(() => new Mesh("mesh", args), { update });
}

function failure({ failures }: Recording): string {
  assert.equal(failures.length, 1);
  assert.ok(failures[0] instanceof Error);
  return failures[0].message;
}

describe("a mesh that breaks an invariant", () => {
  it("stops an update before it registers a child, in one line that names both ends", async () => {
    const recording = await run(locked(overlapping), true);
    assert.match(
      failure(recording),
      /^address-ranges-disjoint: dublin pods .* overlaps frankfurt pods [^\n]*$/,
    );
    assert.deepEqual(
      recording.resources.map((resource) => resource.type),
      ["pulumi:pulumi:Stack", "isthmus:index:Mesh"],
    );
  });

  it("is told in a preview as an error, and all of it is still shown", async () => {
    const { logs, failures, resources } = await run(locked(overlapping), false);
    assert.deepEqual(failures, []);
    assert.ok(
      logs.some((line) => line.severity === "error" && line.message.startsWith("address-ranges-disjoint: ")),
    );
    assert.ok(resources.some((resource) => resource.type === "gcp:container/cluster:Cluster"));
  });
});

describe("a mesh without its lock", () => {
  it("stops an update, naming the command that makes it", async () => {
    const message = failure(await run(sound, true));
    assert.match(message, /^lock: no lock was given; run `npx isthmus plan --write` and commit the lock$/);
  });

  it("stops an update where the lock is behind, naming what it lacks", async () => {
    const { lock } = locked({ members: { dublin: { cloud: "aws", region: "eu-west-1" } } });
    const message = failure(await run({ ...sound, lock }, true));
    assert.match(message, /^lock: the lock is behind the spec: it lacks dublin.* and \d+ more; run /);
  });
});

describe("a mesh whose arguments are wrong", () => {
  it("names the component and the property, and registers nothing", async () => {
    const recording = await run({ members: { dublin: { cloud: "aws", region: "eu-wst-1" } } }, true);
    assert.match(failure(recording), /^mesh: members\.dublin\.region: "eu-wst-1" is no region of aws/);
    assert.equal(recording.resources.length, 1);
  });
});
