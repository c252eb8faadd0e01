import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";

const spec: MeshSpec = {
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    office: {
      cloud: "site",
      ranges: ["192.168.40.0/22"],
      gateway: { address: "203.0.113.7", asn: 64900 },
    },
  },
  tiers: { gold: { rtt: "60ms" }, silver: { rtt: "200ms" }, any: {} },
  traffic: [
    { from: "dublin", to: "frankfurt", tier: "silver" },
    { from: "frankfurt", to: "dublin", tier: "gold" },
    { from: "amsterdam", to: "dublin", tier: "any" },
    { from: "office", to: "dublin" },
  ],
  monitoring: { kind: "prometheus" },
};

const plan = (changes: Partial<MeshSpec> = {}, sources = SOURCES) =>
  planMesh({ ...spec, ...changes }, emptyLock(), sources).plan;

const probesOf = (member: string, changes: Partial<MeshSpec> = {}) =>
  plan(changes).members[member]?.monitoring?.probes ?? [];

describe("the monitoring in a plan", () => {
  it("probes every pair of clusters that an intent names, from both ends, where the other's agent answers", () => {
    const { members } = plan();
    assert.deepEqual(
      probesOf("dublin").map(({ to }) => to),
      ["amsterdam", "frankfurt"],
    );
    assert.deepEqual(
      probesOf("frankfurt").map(({ to }) => to),
      ["dublin"],
    );
    const addresses = members.dublin?.agent.loadBalancer.map(({ address }) => `${address}:2379`).sort();
    assert.deepEqual(probesOf("frankfurt")[0]?.targets, addresses);
  });

  it("holds a pair against the shortest round trip that a tier of either direction promises", () => {
    assert.deepEqual(probesOf("dublin")[1]?.budget, { tier: "gold", rtt: 60 });
    assert.deepEqual(probesOf("frankfurt")[0]?.budget, { tier: "gold", rtt: 60 });
    assert.equal(probesOf("dublin")[0]?.budget, undefined);
  });

  it("says which way the probe goes and how long the plan thinks it takes", () => {
    const { traffic } = plan();
    const intent = traffic.find(({ from, to }) => from === "dublin" && to === "frankfurt");
    const probe = probesOf("dublin")[1];
    assert.deepEqual(probe?.path, intent?.path);
    assert.deepEqual(probe?.expected, { p50: intent?.rtt?.p50, hi: intent?.rtt?.hi });
  });

  it("shows each member its own links with their tunnels", () => {
    const { members, links } = plan();
    const own = links.filter(({ a, b }) => [a, b].includes("dublin"));
    const watched = members.dublin?.monitoring?.links ?? [];
    assert.deepEqual(
      watched.map(({ name, tunnels }) => [name, tunnels]),
      own.map(({ name, tunnels }) => [name, tunnels.map((tunnel) => tunnel.name)]),
    );
    for (const { name, peer } of watched) assert.equal([peer, "dublin"].sort().join("~"), name);
  });

  it("adds what is asked for: a host of a site, a pair without an intent, another address", () => {
    const probes: NonNullable<MeshSpec["monitoring"]>["probes"] = [
      { from: "dublin", to: "office", target: "192.168.40.10:443" },
      { from: "amsterdam", to: "frankfurt" },
      { from: "frankfurt", to: "dublin", target: "10.1.2.3:80" },
    ];
    const monitoring = { kind: "prometheus" as const, probes };
    assert.deepEqual(probesOf("dublin", { monitoring }).find(({ to }) => to === "office")?.targets, [
      "192.168.40.10:443",
    ]);
    assert.deepEqual(
      probesOf("amsterdam", { monitoring }).map(({ to }) => to),
      ["dublin", "frankfurt"],
    );
    const targets = probesOf("frankfurt", { monitoring })[0]?.targets ?? [];
    assert.ok(targets.includes("10.1.2.3:80") && targets.length > 1, String(targets));
  });

  it("switches the agent's metrics on", () => {
    assert.equal(plan().members.dublin?.agent.metrics, true);
  });

  it("leaves a plan without it as it was", () => {
    const { monitoring: _monitoring, ...rest } = spec;
    const without = planMesh(rest, emptyLock(), SOURCES);
    assert.deepEqual(planMesh({ ...rest, monitoring: { kind: "none" } }, emptyLock(), SOURCES), without);
    assert.deepEqual(planMesh({ ...rest, monitoring: {} }, emptyLock(), SOURCES), without);
    assert.ok(!JSON.stringify(without.plan).includes("metrics"));
    assert.ok(!("monitoring" in (without.plan.members.dublin ?? {})));
    assert.deepEqual(planMesh(spec, emptyLock(), SOURCES).lock, without.lock);
  });

  it("is the same in whatever order the spec is written", () => {
    const traffic = [...(spec.traffic ?? [])].reverse();
    assert.equal(
      JSON.stringify(plan({ traffic }).members.dublin?.monitoring),
      JSON.stringify(plan().members.dublin?.monitoring),
    );
  });

  it("probes no pair that has no way, which a rule names, and refuses one that is asked for", () => {
    const topology: MeshSpec["topology"] = { kind: "links", links: [{ a: "dublin", b: "amsterdam" }] };
    const members = { ...spec.members };
    delete members.office;
    const alone = { members, topology, traffic: spec.traffic?.slice(0, 3) };
    assert.deepEqual(
      probesOf("dublin", alone).map(({ to }) => to),
      ["amsterdam"],
    );
    const asked = (probe: { from: string; to: string; target?: string }) =>
      plan({ ...alone, monitoring: { kind: "prometheus", probes: [probe] } });
    assert.throws(
      () => asked({ from: "dublin", to: "frankfurt", target: "10.1.2.3:443" }),
      /^InputError: monitoring\.probes\[0\]: dublin has no way to frankfurt; link them, or leave the probe out/,
    );
  });

  it("wants a target where the agents answer each other nowhere", () => {
    const silent = {
      ...SOURCES,
      agents: (kind: Parameters<typeof SOURCES.agents>[0]) => {
        const { entry: _entry, ...facts } = SOURCES.agents(kind);
        return { ...facts, faults: () => [] };
      },
    };
    assert.deepEqual(plan({}, silent).members.dublin?.monitoring?.probes, []);
    assert.throws(
      () =>
        plan({ monitoring: { kind: "prometheus", probes: [{ from: "dublin", to: "amsterdam" }] } }, silent),
      /monitoring\.probes\[0\]\.target: is required: the agent of amsterdam answers other clusters nowhere/,
    );
  });
});
