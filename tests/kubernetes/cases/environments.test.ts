import assert from "node:assert/strict";
import { Mesh } from "../../../components";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { formatLock } from "../../../network/address/lock-text";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";
import { type Recording, record } from "../../../recorder/record";
import { ENVIRONMENTS, environmentRecording } from "../../mutations/dumps";
import { applied, kubernetesSuite } from "../available";
import { recordedManifests } from "../recorded-manifests";

const members: MeshSpec["members"] = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  amsterdam: { cloud: "azure", region: "westeurope" },
};

/** Meshes whose objects no environment has. */
const MESHES: Record<string, MeshSpec> = {
  "kept apart, with ports": {
    isolation: "strict",
    members,
    traffic: [
      { from: "dublin", to: "frankfurt", ports: ["443/tcp", "30000-32767/udp"] },
      { from: "amsterdam", to: "dublin" },
    ],
  },
  "with Services that all clusters find": {
    members,
    services: [
      { name: "payments", namespace: "shop", members: ["dublin", "frankfurt"] },
      { name: "ledger", namespace: "shop", members: ["amsterdam"], affinity: "any" },
    ],
  },
  "encrypted with IPsec": { agent: { encryption: "ipsec" }, members },
  "that is watched": {
    members,
    tiers: { gold: { rtt: "60ms" } },
    traffic: [{ from: "dublin", to: "frankfurt", tier: "gold" }],
    monitoring: { kind: "prometheus" },
  },
};

function meshRecording(spec: MeshSpec): Promise<Recording> {
  const lock = formatLock(planMesh(spec, emptyLock(), SOURCES).lock);
  return record(() => new Mesh("mesh", { ...spec, lock }));
}

/** Every cluster's objects to a server of their own kind, one cluster after another; how many there were. */
async function appliedByCluster({ registrations, failures }: Recording): Promise<number> {
  assert.deepEqual(failures, []);
  let count = 0;
  for (const manifests of recordedManifests({ registrations }).values()) {
    count += (await applied(...manifests)).length;
  }
  return count;
}

kubernetesSuite("the Kubernetes objects of a mesh, at a real API server", () => {
  for (const name of ENVIRONMENTS) {
    it(`are taken and held as they were sent: ${name}`, async () => {
      await appliedByCluster(await environmentRecording(name));
    });
  }

  for (const [title, spec] of Object.entries(MESHES)) {
    it(`are taken and held as they were sent: a mesh ${title}`, async () => {
      const count = await appliedByCluster(await meshRecording(spec));
      assert.ok(count >= Object.keys(spec.members).length, `${count} objects`);
    });
  }
});
