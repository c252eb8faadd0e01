import assert from "node:assert/strict";
import { Mesh, type MeshArgs, MeshLink } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { reachOf } from "../../inventory/reach";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import type { Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import type { LinkSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const line: LinkSpec = {
  ...{ a: "frankfurt", b: "dublin", kind: "existing" },
  ...{ capacity: "10Gbps", rtt: "18ms", asOf: "2026-11-01", encryption: "macsec" },
};

function specWith(links: LinkSpec[], more: Partial<MeshArgs> = {}): MeshArgs {
  return {
    members: {
      amsterdam: { cloud: "azure", region: "westeurope" },
      dublin: { cloud: "aws", region: "eu-west-1" },
      frankfurt: { cloud: "gcp", region: "europe-west3" },
    },
    tiers: { gold: { rtt: "20ms" } },
    traffic: [{ from: "dublin", to: "frankfurt", tier: "gold" }],
    topology: { kind: "auto", links },
    ...more,
  };
}

async function made(spec: MeshArgs) {
  const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
  assert.deepEqual(failures, []);
  return { plan, lock, resources };
}

function broken(resources: Resource[]): string[] {
  const network = inventory(resources);
  return mandatory.flatMap((rule) =>
    violations(rule, network, {}).map(({ message }) => `${rule.name}: ${message}`),
  );
}

describe("a mesh with a line that is there already", () => {
  it("plans it as it is said to be, beside the links that it makes", async () => {
    const { plan, lock, resources } = await made(specWith([{ ...line, mtu: 1440 }]));
    assert.deepEqual(
      plan.links.map(({ name, kind }) => `${name} ${kind}`),
      ["amsterdam~dublin vpn", "amsterdam~frankfurt vpn", "dublin~frankfurt existing"],
    );
    const planned = plan.links.find(({ kind }) => kind === "existing");
    assert.deepEqual([planned?.mtu, planned?.capacity, planned?.encryption], [1440, 10_000, "macsec"]);
    assert.equal(planned?.flow, undefined, "what one flow gets of a line, its owner alone knows");
    const rtt = { p50: 18, lo: 18, hi: 18, source: "declared: the spec", asOf: "2026-11-01" };
    assert.deepEqual(planned?.rtt, rtt);
    assert.deepEqual(plan.traffic[0]?.path, ["dublin", "frankfurt"]);
    assert.equal(lock.joins.size, 0);
    assert.ok(resources.every(({ name, custom }) => !custom || !name.startsWith("dublin~frankfurt")));
  });

  it("breaks no rule: the tier is judged by what was measured, and both reach each other over it", async () => {
    const { resources } = await made(specWith([line]));
    assert.deepEqual(broken(resources), []);
    const pair = reachOf(inventory(resources), "links").find(
      ({ from, to, layer }) => from === "dublin" && to === "frankfurt" && layer === "underlay",
    );
    assert.deepEqual([pair?.ok, pair?.links, pair?.rtt], [true, ["dublin~frankfurt"], 18]);
  });

  it("misses a tier that the line is too slow for, by what was measured", async () => {
    const { resources } = await made(specWith([line], { tiers: { gold: { rtt: "15ms" } } }));
    assert.match(
      broken(resources).join("\n"),
      /latency-tier-met: .* takes 18 to 18 ms \(declared, 2026-11-01\)/,
    );
  });

  it("needs the routes that lead to it where a cloud's tables do not learn", async () => {
    const { plan, resources } = await made(specWith([line]));
    const nodes = plan.members.frankfurt?.ranges.nodes;
    const without = resources.filter(({ type, props }) => {
      return !(type === "aws:ec2/route:Route" && props.destinationCidrBlock === nodes);
    });
    assert.ok(without.length < resources.length);
    assert.match(
      broken(without).join("\n"),
      /reach-no-black-hole: .* of dublin has no route to .* of frankfurt/,
    );
  });

  it("has its packets' size on the agents of both ends", async () => {
    const { plan, resources } = await made(specWith([{ ...line, mtu: 1200 }]));
    assert.equal(plan.members.dublin?.agent.mtu, 1200);
    assert.deepEqual(broken(resources), []);
  });

  it("is refused in clear where no agent encrypts: to a site, and between clusters that do not", async () => {
    const bare = { ...line, encryption: "none" as const };
    assert.deepEqual(broken((await made(specWith([bare]))).resources), []);
    const office = {
      ...{ cloud: "site" as const, ranges: ["192.168.40.0/22"] },
      gateway: { address: "203.0.113.7", asn: 64900 },
    };
    const spec = specWith([{ ...bare, b: "office", a: "dublin" }]);
    const toSite = await made({ ...spec, members: { ...spec.members, office }, traffic: [] });
    assert.match(
      broken(toSite.resources).join("\n"),
      /^encryption-line-encrypted: the line dublin~office is not encrypted, and at office no network agent/,
    );
    const unencrypted = planMesh(specWith([bare], { agent: { encryption: "none" } }), emptyLock(), SOURCES);
    assert.equal(unencrypted.plan.links.find(({ kind }) => kind === "existing")?.encryption, "none");
  });

  it("has no stack of its own", async () => {
    const spec = specWith([line]);
    const { lock } = planMesh(spec, emptyLock(), SOURCES);
    const args = { ...spec, lock: formatLock(lock), link: "dublin~frankfurt", gateways: {} };
    const { failures } = await record(() => new MeshLink("dublin~frankfurt", args));
    assert.match(
      String(failures[0]),
      /dublin and frankfurt are joined already, as the spec says: there is no link to make/,
    );
  });
});
