import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { plannedNetwork } from "../../network/plan/network";
import { planMesh } from "../../network/plan/plan";
import { readSpecText } from "../../network/spec/yaml";
import { rules, violations } from "../../policies/rules";
import { record } from "../../recorder/record";

const document = readFileSync(join(__dirname, "../../docs/agents/weave.md"), "utf8");
const example = /```yaml\n([\s\S]*?)```/.exec(document)?.[1] ?? "";

async function made() {
  const spec = readSpecText({ file: "mesh.yaml", text: example });
  const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
  assert.deepEqual(failures, []);
  return { plan, resources };
}

describe("docs/agents/weave.md", () => {
  it("shows a spec whose cluster is read back as it was planned", async () => {
    const { plan, resources } = await made();
    const [found, planned] = [inventory(resources).agents, plannedNetwork(plan).agents];
    assert.equal(found.length, 1);
    for (const key of ["kind", "version", "encryption", "routing", "peers"] as const)
      assert.deepEqual(found[0]?.[key], planned[0]?.[key], key);
    const pods = inventory(resources).ranges.filter(({ use }) => use === "pods");
    assert.ok(pods.length > 0 && pods.every(({ cidr }) => cidr === plan.members.dublin?.ranges.pods));
  });

  it("shows one that breaks no mandatory rule of the pack's own, and is told that Weave is archived", async () => {
    const network = inventory((await made()).resources);
    const of = (level: string) =>
      rules
        .filter((rule) => rule.level === level)
        .flatMap((rule) => violations(rule, network, {}).map(() => rule.name));
    assert.deepEqual(of("mandatory"), []);
    assert.ok(of("advisory").includes("agent-archived-named"));
  });

  it("shows one of which the first preview of a cluster tells enough, though it shows no object's properties", async () => {
    const resources = (await made()).resources.map((resource) =>
      resource.type.startsWith("kubernetes:") ? { ...resource, props: {} } : resource,
    );
    const [agent, ...more] = inventory(resources).agents;
    assert.deepEqual(more, []);
    assert.deepEqual([agent?.kind, agent?.encryption, agent?.version], ["weave", "ipsec", "2.9.0"]);
  });

  it("shows one that gives the password to nobody but the Secret", async () => {
    const { resources } = await made();
    const secret = resources.find(
      ({ type, name }) => type === "kubernetes:core/v1:Secret" && name.endsWith("password"),
    );
    assert.ok(secret);
    assert.ok(!JSON.stringify(resources).match(/[0-9a-f]{64}/));
  });
});
