import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { InputError } from "../../../network/errors";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";

const members: MeshSpec["members"] = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
};

const warnings = (spec: MeshSpec) => planMesh(spec, emptyLock(), SOURCES).warnings;

const custom = { chart: "oci://registry.example.com/cni", overhead: { wireguard: 80 } };

/** What a plan is refused for. */
function refused(spec: MeshSpec): string[] {
  try {
    planMesh(spec, emptyLock(), SOURCES);
    return [];
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe("a plan's agents", () => {
  it("are warned of where their version was not tested, with what was", () => {
    assert.deepEqual(warnings({ members }), []);
    assert.deepEqual(warnings({ members, agent: { version: "1.19.6" } }), []);
    const untested = "cilium 1.20.0 was not tested with this release of isthmus; 1.19.6 was";
    assert.deepEqual(
      warnings({ members, agent: { version: "1.20.0" } }).map(({ path, message }) => [path, message]),
      [
        ["members.dublin.agent.version", untested],
        ["members.frankfurt.agent.version", untested],
      ],
    );
    const { frankfurt, dublin } = members;
    assert.ok(frankfurt && dublin);
    const one = { members: { dublin, frankfurt: { ...frankfurt, agent: { version: "1.20.0" } } } };
    assert.deepEqual(
      warnings(one).map(({ path }) => path),
      ["members.frankfurt.agent.version"],
    );
  });

  it("are refused and not warned of where the values are not for their version", () => {
    assert.match(
      refused({ members, agent: { version: "1.18.12" } })[0] ?? "",
      /^members\.dublin\.agent\.version: 1\.18\.12 is no chart/,
    );
  });

  it("are not warned of where their user describes them", () => {
    const spec: MeshSpec = {
      agent: { kind: "custom", version: "0.0.1", custom },
      members: { dublin: { cloud: "aws", region: "eu-west-1" } },
    };
    assert.deepEqual(warnings(spec), []);
  });

  it("are Weave of one cluster only, not on GKE, and not with WireGuard", () => {
    assert.deepEqual(refused({ members, agent: { kind: "weave", encryption: "ipsec" } }), [
      "members: there are 2, and one weave mesh joins at most 1: peers of one Weave network share one pod range, and clusters of a mesh have a range each; choose cilium, or split them into several meshes",
    ]);
    assert.deepEqual(
      refused({
        agent: { kind: "weave" },
        members: { frankfurt: { cloud: "gcp", region: "europe-west3" } },
      }).map((text) => text.split(":")[0]),
      ["members.frankfurt.agent.kind", "members.frankfurt.agent.encryption"],
    );
  });

  it("are told of other clusters' pod ranges, in the order of their names", () => {
    const spec: MeshSpec = {
      agent: { kind: "custom", version: "0.0.1", custom: { ...custom, values: { to: "{{remote.pods}}" } } },
      members: { ...members, amsterdam: { cloud: "azure", region: "westeurope" } },
    };
    const { plan } = planMesh(spec, emptyLock(), SOURCES);
    assert.deepEqual(
      plan.members.dublin?.agent.mesh.map(({ name, pods, addresses }) => [name, pods, addresses]),
      ["amsterdam", "dublin", "frankfurt"].map((name) => [name, plan.members[name]?.ranges.pods, []]),
    );
  });
});
