import assert from "node:assert/strict";
import { Provider } from "@pulumi/kubernetes/provider";
import { Mesh, MeshMonitor } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { valueAt } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";
import { plannedNetwork } from "../../network/plan/network";
import { planMesh } from "../../network/plan/plan";
import type { MeshSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { agentsOf, clustersOf, tunnelsOf } from "../inventory/comparable";
import { mandatory } from "../policies/mandatory";

const spec: MeshSpec = {
  isolation: "strict",
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
  },
  tiers: { gold: { rtt: "60ms" } },
  traffic: [
    { from: "dublin", to: "frankfurt", tier: "gold", ports: ["443/tcp"] },
    { from: "amsterdam", to: "dublin", ports: ["443/tcp"] },
  ],
};
const watched: MeshSpec = { ...spec, monitoring: { kind: "prometheus" } };

async function recorded(given: MeshSpec): Promise<Resource[]> {
  const lock = formatLock(planMesh(given, emptyLock(), SOURCES).lock);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...given, lock }));
  assert.deepEqual(failures, []);
  return resources;
}

const MONITOR = "isthmus:index:MeshMonitor";
const within = (name: string, resources: Resource[]) => {
  const monitor = resources.find((resource) => resource.type === MONITOR && resource.name === name);
  return resources.filter(({ parent }) => parent === monitor?.urn);
};

describe("a mesh that is watched", () => {
  let resources: Resource[];
  let without: Resource[];
  before(async () => {
    resources = await recorded(watched);
    without = await recorded(spec);
  });

  it("has a monitor in each cluster, with its charts, probes, rules and dashboards, through the cluster's provider", () => {
    assert.deepEqual(
      resources
        .filter(({ type }) => type === MONITOR)
        .map(({ name }) => name)
        .sort(),
      ["amsterdam-monitor", "dublin-monitor", "frankfurt-monitor"],
    );
    const made = within("dublin-monitor", resources);
    const count = (type: string) => made.filter((resource) => resource.type === type).length;
    assert.equal(count("kubernetes:helm.sh/v3:Release"), 2);
    assert.equal(count("kubernetes:monitoring.coreos.com/v1:Probe"), 2);
    assert.equal(count("kubernetes:monitoring.coreos.com/v1:PodMonitor"), 1);
    assert.equal(count("kubernetes:monitoring.coreos.com/v1:PrometheusRule"), 1);
    assert.equal(count("kubernetes:core/v1:ConfigMap"), 4);
    for (const { type, provider } of made.filter(({ type }) => type.startsWith("kubernetes:")))
      assert.ok(provider?.includes("dublin-kubernetes"), `${type}: ${provider}`);
  });

  it("waits for the nodes, and makes the operator's kinds after its chart", () => {
    const made = within("dublin-monitor", resources);
    const named = (name: string) => made.find((resource) => resource.name === name);
    const needs = (name: string) => named(name)?.dependencies.join("\n") ?? "";
    assert.match(needs("dublin-monitor-namespace"), /nodeGroup:NodeGroup/);
    assert.match(
      needs("dublin-monitor-monitoring"),
      /dublin-monitor-namespace[\s\S]*|dublin-monitor-grafana/,
    );
    for (const { name, type } of made.filter(({ type }) => type.includes("monitoring.coreos.com")))
      assert.match(needs(name), /dublin-monitor-monitoring/, type);
  });

  it("switches each agent's metrics on, beside what its values say anyway", () => {
    const values = (all: Resource[], name: string) =>
      valueAt(all.find((one) => one.name === name)?.props, "values");
    for (const member of Object.keys(spec.members)) {
      const { prometheus, ...rest } = values(resources, `${member}-agent-cilium`) as Record<string, unknown>;
      assert.deepEqual(prometheus, { enabled: true });
      assert.deepEqual(rest, values(without, `${member}-agent-cilium`));
    }
  });

  it("keeps Grafana's password secret, and takes no chart's default", () => {
    const made = within("dublin-monitor", resources);
    const release = made.find(({ name }) => name === "dublin-monitor-monitoring");
    assert.equal(valueAt(release?.props, "values.grafana.admin.existingSecret"), "grafana-admin");
    assert.equal(valueAt(release?.props, "values.grafana.adminPassword"), undefined);
    const secret = made.find(({ type }) => type === "kubernetes:core/v1:Secret");
    assert.doesNotMatch(JSON.stringify(secret?.props ?? {}), /"admin-password":"[A-Za-z0-9]{8,}"/);
  });

  it("opens no door, changes nobody's policy, and is the network that was planned", () => {
    const plain = (all: Resource[]) =>
      all
        .filter(({ type }) => /Firewall|SecurityGroup|NetworkPolicy/.test(type))
        .map(({ name, props }) => ({ name, props }));
    assert.deepEqual(plain(resources), plain(without));
    const { plan } = planMesh(watched, emptyLock(), SOURCES);
    const [read, planned] = [inventory(resources), plannedNetwork(plan)];
    for (const part of [agentsOf, clustersOf, tunnelsOf]) assert.deepEqual(part(read), part(planned));
  });

  it("breaks no rule", () => {
    const network = inventory(resources);
    assert.deepEqual(
      mandatory.flatMap((rule) =>
        violations(rule, network, {}).map(({ message }) => `${rule.name}: ${message}`),
      ),
      [],
    );
  });

  it("adds nothing but its monitors and what is in them", () => {
    const before = new Set(without.map(({ urn }) => urn));
    const monitors = new Set(resources.filter(({ type }) => type === MONITOR).map(({ urn }) => urn));
    const added = resources.filter(({ urn }) => !before.has(urn));
    for (const { urn, parent } of added) assert.ok(monitors.has(urn) || monitors.has(parent ?? ""), urn);
    assert.equal(resources.length - added.length, without.length);
  });
});

describe("a monitor alone", () => {
  it("is made in any cluster by its provider", async () => {
    const { resources, failures } = await record(() => {
      const provider = new Provider("cluster", { kubeconfig: "{}" });
      new MeshMonitor(
        "watch",
        {
          cluster: "dublin",
          probes: [{ to: "office", targets: ["192.168.40.10:443"], expected: { p50: 10, hi: 20 } }],
          runbooks: "https://git.example.com/runbooks/",
        },
        { providers: [provider] },
      );
    });
    assert.deepEqual(failures, []);
    const rule = resources.find(({ type }) => type.endsWith(":PrometheusRule"));
    assert.match(JSON.stringify(rule?.props), /https:\/\/git\.example\.com\/runbooks\/MeshPathDown\.md/);
  });

  it("is refused without a provider, in one line", async () => {
    const { failures } = await record(() => {
      new MeshMonitor("watch", { cluster: "dublin" });
    });
    assert.match(String(failures[0]), /watch: provider: is missing/);
  });
});
