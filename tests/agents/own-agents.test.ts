import assert from "node:assert/strict";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import type { Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import type { MeshSpec } from "../../network/spec/shape";
import { rules, violations } from "../../policies/rules";
import { record } from "../../recorder/record";

const spec: MeshSpec = {
  members: {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    amsterdam: { cloud: "azure", region: "westeurope" },
  },
};

/** The resources as the engine shows them in a first preview: what goes through an unknown kubeconfig is empty. */
async function firstPreview(agent: MeshSpec["agent"] = {}): Promise<Resource[]> {
  const lock = formatLock(planMesh({ ...spec, agent }, emptyLock(), SOURCES).lock);
  const { resources } = await record(() => new Mesh("mesh", { ...spec, agent, lock }));
  return resources.map((resource) =>
    resource.type.startsWith("kubernetes:") ? { ...resource, props: {} } : resource,
  );
}

describe("a custom agent", () => {
  const alone = { dublin: { cloud: "aws", region: "eu-west-1" } } as const;

  async function found(chart: string) {
    const custom = { chart: `oci://registry.example.com/${chart}`, overhead: { wireguard: 80 } };
    const mesh: MeshSpec = { members: alone, agent: { kind: "custom", version: "1.2.3", custom } };
    const lock = formatLock(planMesh(mesh, emptyLock(), SOURCES).lock);
    return inventory((await record(() => new Mesh("mesh", { ...mesh, lock }))).resources).agents;
  }

  it("is known by what its user said of it, since nobody knows its chart", async () => {
    assert.deepEqual(
      (await found("somebodys-cni")).map(({ kind, encryption, mtu, version }) => [
        kind,
        encryption,
        mtu,
        version,
      ]),
      [["custom", "wireguard", 1406, "1.2.3"]],
    );
  });

  it("is one that we know after all where its chart is, and is not told twice", async () => {
    assert.deepEqual(
      (await found("flannel")).map(({ kind }) => kind),
      ["flannel"],
    );
  });
});

describe("a network agent of ours whose release the engine shows as empty", () => {
  it("is known by its component: cluster, encryption, peers and pod range", async () => {
    const { agents, ranges, clusters } = inventory(await firstPreview());
    assert.deepEqual(agents.map((agent) => agent.clusterName).sort(), ["amsterdam", "dublin", "frankfurt"]);
    for (const agent of agents) {
      assert.equal(agent.encryption, "wireguard");
      assert.equal(clusters.find((cluster) => cluster.urn === agent.cluster)?.name, agent.clusterName);
      assert.equal(Object.keys(agent.peers).length, 2);
    }
    const pods = ranges.filter((range) => range.use === "pods").map((range) => range.member);
    assert.deepEqual(pods.sort(), ["amsterdam", "dublin", "frankfurt"]);
  });

  it("breaks no mandatory rule when it encrypts, and is refused when it does not", async () => {
    const found = async (agent?: MeshSpec["agent"]) => {
      const network = inventory(await firstPreview(agent));
      const mandatory = rules.filter(({ level }) => level === "mandatory");
      return mandatory.flatMap((rule) => violations(rule, network, {}).map(() => rule.name));
    };
    assert.deepEqual(await found(), []);
    assert.deepEqual(new Set(await found({ encryption: "none" })), new Set(["encryption-agent-enabled"]));
  });
});
