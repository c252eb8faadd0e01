import assert from "node:assert/strict";
import { agentDriver, isolationPolicies } from "../../agents";
import { Mesh, MeshMember } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { InputError } from "../../network/errors";
import { type Resource, UNKNOWN } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import type { MeshSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { meshOfEverything } from "../network/reach/removal/mesh";
import { mandatory } from "../policies/mandatory";

const POLICY = "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy";

const spec: MeshSpec = {
  isolation: "strict",
  members: {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    amsterdam: { cloud: "azure", region: "westeurope" },
  },
  traffic: [
    { from: "dublin", to: "frankfurt", ports: ["443/tcp", "30000-32767/udp"] },
    { from: "amsterdam", to: "dublin" },
  ],
};

async function recorded(changes: Partial<MeshSpec> = {}): Promise<Resource[]> {
  const given = { ...spec, ...changes };
  const lock = formatLock(planMesh(given, emptyLock(), SOURCES).lock);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...given, lock }));
  assert.deepEqual(failures, []);
  return resources;
}

/** Names of the rules that the resources break, with what they say. */
function broken(resources: Resource[]): string[] {
  const network = inventory(resources);
  return mandatory.flatMap((rule) =>
    violations(rule, network, {}).map(({ message }) => `${rule.name}: ${message}`),
  );
}

/** A resource with other properties. */
function changed(resources: Resource[], name: string, props: Resource["props"]): Resource[] {
  return resources.map((resource) => (resource.name === name ? { ...resource, props } : resource));
}

describe("a mesh of strict isolation", () => {
  let resources: Resource[];
  before(async () => {
    resources = await recorded();
  });

  it("has one policy in each cluster, through the cluster's provider, once the agent's nodes are there", () => {
    const policies = resources.filter(({ type }) => type === POLICY);
    assert.deepEqual(policies.map(({ name }) => name).sort(), [
      "amsterdam-isolation",
      "dublin-isolation",
      "frankfurt-isolation",
    ]);
    for (const { name, provider, dependencies } of policies) {
      const member = name.replace("-isolation", "");
      assert.match(provider ?? "", new RegExp(`::${member}-kubernetes$`));
      const release = resources.find((one) => one.name === `${member}-agent-cilium`);
      assert.ok(release && dependencies.includes(release.urn), `${name} comes after the agent`);
    }
    const nodes = /aws:eks\/nodeGroup|gcp:container\/nodePool/;
    for (const { dependencies, name } of policies.filter((one) => !one.name.startsWith("amsterdam")))
      assert.ok(
        dependencies.some((urn) => nodes.test(urn)),
        `${name} comes after the nodes`,
      );
  });

  it("breaks no rule", () => {
    assert.deepEqual(broken(resources), []);
    assert.equal(inventory(resources).isolation, "strict");
  });

  it("breaks none in a first preview either, which shows what goes into clusters as empty", () => {
    const preview = resources.map((resource) =>
      resource.type.startsWith("kubernetes:") ? { ...resource, props: {} } : resource,
    );
    assert.deepEqual(broken(preview), []);
    const { policies } = inventory(preview);
    assert.equal(policies.length, 3);
    assert.ok(policies.every(({ allPods, cluster }) => allPods === true && cluster !== undefined));
  });

  it("is refused where a cluster's policy is not there", () => {
    const said = broken(resources.filter(({ name }) => name !== "frankfurt-isolation"));
    assert.deepEqual([...new Set(said.map((line) => line.replace(/:.*/s, "")))], ["reach-isolation-kept"]);
    assert.ok(said.some((line) => /pods of amsterdam can reach pods of frankfurt on every port/.test(line)));
    assert.ok(said.some((line) => /pods of dublin can reach pods of frankfurt on every port/.test(line)));
  });

  it("is refused where a policy refuses what traffic asks for", async () => {
    const less = await recorded({ traffic: [{ from: "amsterdam", to: "dublin" }] });
    const props = less.find(({ name }) => name === "frankfurt-isolation")?.props ?? {};
    const said = broken(changed(resources, "frankfurt-isolation", props));
    assert.ok(
      said.some((line) =>
        /^reach-no-black-hole: .*no network policy of frankfurt lets pods of dublin in on 30000-32767\/udp, 443\/tcp/.test(
          line,
        ),
      ),
      said.join("\n"),
    );
  });

  it("is refused where a policy lets in a port that nobody asks for", async () => {
    const [first, ...others] = spec.traffic ?? [];
    assert.ok(first);
    const more = await recorded({
      traffic: [{ ...first, ports: [...(first.ports ?? []), "22/tcp"] }, ...others],
    });
    const props = more.find(({ name }) => name === "frankfurt-isolation")?.props ?? {};
    const said = broken(changed(resources, "frankfurt-isolation", props));
    assert.equal(said.length, 1);
    assert.match(
      said[0] ?? "",
      /^reach-isolation-kept: pods of dublin can reach pods of frankfurt on 22\/tcp/,
    );
  });

  it("is refused where it cannot be known what a policy lets in", () => {
    const said = broken(changed(resources, "frankfurt-isolation", { spec: UNKNOWN }));
    assert.ok(said.some((line) => line.startsWith("reach-isolation-kept")));
    assert.ok(
      said.some((line) => /^reach-no-black-hole: .*network policy lets in/.test(line)),
      said.join("\n"),
    );
  });

  it("breaks no rule over links of every kind and to a site, with intents of a few pairs alone", async () => {
    const everything = meshOfEverything();
    const traffic = (everything.traffic ?? []).filter((_, index) => index % 5 === 0);
    const made = await recorded({ ...everything, traffic });
    assert.deepEqual(broken(made), []);
    assert.equal(inventory(made).policies.length, 7);
    const open = broken(made.filter(({ type }) => type !== POLICY));
    assert.ok(open.length > 20 && open.every((line) => line.startsWith("reach-isolation-kept")));
  });

  it("has a member's policy in that member's own stack", async () => {
    const lock = formatLock(planMesh(spec, emptyLock(), SOURCES).lock);
    const ca = { cert: "certificate", key: "key" };
    const part = await record(() => new MeshMember("frankfurt", { ...spec, lock, member: "frankfurt", ca }));
    assert.deepEqual(part.failures, []);
    const own = part.resources.filter(({ type }) => type === POLICY);
    const whole = resources.filter(({ name }) => name === "frankfurt-isolation");
    assert.deepEqual(
      own.map(({ props }) => props),
      whole.map(({ props }) => props),
    );
    assert.deepEqual(broken(part.resources), []);
  });
});

describe("a mesh of open isolation", () => {
  it("has no policy, whatever its traffic, and is the same said or not", async () => {
    const said = await recorded({ isolation: "open" });
    const { isolation: _, ...silent } = spec;
    const lock = formatLock(planMesh(silent, emptyLock(), SOURCES).lock);
    const { resources } = await record(() => new Mesh("mesh", { ...silent, lock }));
    assert.deepEqual(said, resources);
    assert.ok(!said.some(({ type }) => type === POLICY));
  });
});

describe("strict isolation of an agent that it is not built for", () => {
  it("is refused by name, with those that it is built for", () => {
    const cluster = { clusterName: "dublin", admits: [] };
    assert.throws(
      () => isolationPolicies({ kind: "weave" }, cluster),
      (error: unknown) =>
        error instanceof InputError &&
        /isolation: strict is not built for weave; it is for cilium and calico\./.test(error.message),
    );
    const kinds = isolationPolicies(agentDriver({ kind: "cilium" }), cluster).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["CiliumClusterwideNetworkPolicy"]);
  });
});
