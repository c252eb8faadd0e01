import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { planMesh } from "../../network/plan/plan";
import { PLACEHOLDERS } from "../../network/spec/placeholders";
import { readSpecText } from "../../network/spec/yaml";
import { rules, violations } from "../../policies/rules";
import { record } from "../../recorder/record";

const document = readFileSync(join(__dirname, "../../docs/agents/custom.md"), "utf8");
const example = /```yaml\n([\s\S]*?)```/.exec(document)?.[1] ?? "";

/** The document's example, planned and made against the recorder. */
async function made() {
  const spec = readSpecText({ file: "mesh.yaml", text: example });
  const { plan, lock, warnings } = planMesh(spec, emptyLock(), SOURCES);
  const recording = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
  return { plan, warnings, ...recording };
}

describe("docs/agents/custom.md", () => {
  it("shows a spec that is planned and made, its chart told what the plan decided", async () => {
    const { plan, warnings, resources, failures } = await made();
    assert.deepEqual([failures, warnings], [[], []]);
    const { dublin } = plan.members;
    assert.ok(dublin);
    const release = resources.find(({ type }) => type === "kubernetes:helm.sh/v3:Release");
    const { chart, version, repositoryOpts, values } = release?.props ?? {};
    assert.deepEqual(
      [chart, version, repositoryOpts],
      ["antrea", "2.5.1", { repo: "https://charts.antrea.io" }],
    );
    assert.deepEqual(values, {
      trafficEncapMode: "encap",
      trafficEncryptionMode: "wireGuard",
      wireGuard: { port: 51820 },
      defaultMTU: dublin.agent.mtu - 80,
      nodeIPAM: { enable: true, clusterCIDRs: [dublin.ranges.pods], nodeCIDRMaskSizeIPv4: 24 },
    });
  });

  it("shows a spec that breaks no mandatory rule, and is judged by what the user said of its agent", async () => {
    const network = inventory((await made()).resources);
    assert.deepEqual(
      network.agents.map(({ kind, encryption, version, clusterName }) => [
        kind,
        encryption,
        version,
        clusterName,
      ]),
      [["custom", "wireguard", "2.5.1", "dublin"]],
    );
    const broken = rules
      .filter(({ level }) => level === "mandatory")
      .flatMap((rule) => violations(rule, network, {}).map(({ message }) => `${rule.name}: ${message}`));
    assert.deepEqual(broken, []);
  });

  it("lists every placeholder, with what it stands for", () => {
    const rows = [...document.matchAll(/^\| `([\w.]+)` \| (.*) \|$/gm)].map(([, name = "", what]) => [
      name,
      what,
    ]);
    const listed = rows.filter(([name]) => Object.hasOwn(PLACEHOLDERS, name ?? ""));
    assert.deepEqual(Object.fromEntries(listed), PLACEHOLDERS);
  });
});
