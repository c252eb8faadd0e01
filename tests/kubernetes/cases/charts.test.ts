import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agentDrivers } from "../../../agents";
import { Mesh } from "../../../components";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { formatLock } from "../../../network/address/lock-text";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";
import { type Recording, record } from "../../../recorder/record";
import { environmentRecording } from "../../mutations/dumps";
import { accepted, kubernetesSuite } from "../available";
import { CHART_SOURCES } from "../helm/charts";
import { type Release, rendered } from "../helm/template";
import { recordedReleases } from "../recorded-releases";

const members: MeshSpec["members"] = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  amsterdam: { cloud: "azure", region: "westeurope" },
};

/** Meshes whose charts get values that no environment gives. */
const MESHES: Record<string, MeshSpec> = {
  "encrypted with IPsec": { agent: { encryption: "ipsec" }, members },
  "with Services that all clusters find": {
    members,
    services: [{ name: "payments", namespace: "shop", members: ["dublin"] }],
  },
};

const atHand = new Set(CHART_SOURCES.map(({ chart }) => chart));

/** What no preview knows, and a chart takes apart: a real certificate and its key, as base64. */
const authority = (() => {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-ca-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((file) => join(folder, file)) as [string, string];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-subj", "/CN=mesh CA"];
  execFileSync("openssl", ["req", "-x509", ...curve, "-keyout", key, "-out", cert], { stdio: "ignore" });
  const made = { cert: readFileSync(cert, "base64"), key: readFileSync(key, "base64") };
  rmSync(folder, { recursive: true });
  return made;
})();

function releasesOf({ registrations, failures }: Recording): Release[] {
  assert.deepEqual(failures, []);
  return recordedReleases({ registrations })
    .filter(({ chart }) => atHand.has(chart))
    .map((release) => ({ ...release, values: { ...release.values, tls: { ca: authority } } }));
}

async function meshReleases(spec: MeshSpec): Promise<Release[]> {
  const lock = formatLock(planMesh(spec, emptyLock(), SOURCES).lock);
  return releasesOf(await record(() => new Mesh("mesh", { ...spec, lock })));
}

kubernetesSuite("the charts of a mesh, rendered by Helm", () => {
  it("are those of the versions that we pin", () => {
    const pinned = new Map(
      agentDrivers().flatMap(({ charts }) => charts.map(({ name, version }) => [name, version])),
    );
    for (const { chart, release } of CHART_SOURCES) assert.equal(pinned.get(chart), release, chart);
  });

  it("take the values of dev, and what they come to is taken by an API server", async () => {
    const releases = releasesOf(await environmentRecording("dev"));
    assert.equal(releases.length, 3);
    for (const release of releases) {
      const manifests = await rendered(release);
      assert.ok(manifests.length > 20, `${release.name}: ${manifests.length} objects`);
      assert.equal((await accepted(...manifests)).length, manifests.length);
    }
  });

  for (const [title, spec] of Object.entries(MESHES)) {
    it(`take the values of a mesh ${title}`, async () => {
      const releases = await meshReleases(spec);
      assert.equal(releases.length, 3);
      for (const release of releases) assert.ok((await rendered(release)).length > 20);
    });
  }

  it("refuse a value of another type, by the chart's schema", async () => {
    const [release] = await meshReleases({ members });
    assert.ok(release);
    await assert.rejects(
      rendered({ ...release, values: { ...release.values, cluster: { name: "dublin", id: "seven" } } }),
      /cluster.id|cluster\/id/,
    );
  });

  it("refuse what cannot work, by the chart's own word: GKE's mode with a tunnel", async () => {
    const [release] = await meshReleases({ members });
    assert.ok(release);
    await assert.rejects(
      rendered({ ...release, values: { ...release.values, gke: { enabled: true } } }),
      /RoutingMode must be set to native when gke\.enabled=true/,
    );
  });
});
