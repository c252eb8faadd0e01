import assert from "node:assert/strict";
import fc from "fast-check";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import type { Inventory } from "../../network/model/inventory";
import { isUnknown } from "../../network/model/resource";
import { plannedNetwork } from "../../network/plan/network";
import { planMesh } from "../../network/plan/plan";
import type { Plan } from "../../network/plan/shape";
import type { Encryption, MemberSpec, MeshSpec } from "../../network/spec/shape";
import { record } from "../../recorder/record";
import { agentsOf, clustersOf, tunnelsOf } from "./comparable";

/** Plans a spec, makes the resources against the recorder, and reads them back. */
async function bothWays(spec: MeshSpec): Promise<{ plan: Plan; planned: Inventory; found: Inventory }> {
  const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
  assert.deepEqual(failures, []);
  return { plan, planned: plannedNetwork(plan), found: inventory(resources) };
}

const places: Record<string, MemberSpec[]> = {
  aws: ["eu-west-1", "us-east-1", "ap-northeast-1"].map((region) => ({ cloud: "aws", region })),
  gcp: ["europe-west3", "us-east4", "asia-northeast1"].map((region) => ({ cloud: "gcp", region })),
  azure: ["westeurope", "eastus2", "southeastasia"].map((region) => ({ cloud: "azure", region })),
};

/** Meshes of a member in `cloud` and one to three others, with choices that show in the resources. */
function meshesWith(cloud: string): fc.Arbitrary<MeshSpec> {
  const others = Object.entries(places)
    .filter(([name]) => name !== cloud)
    .flatMap(([, list]) => list);
  return fc
    .record({
      own: fc.constantFrom(...(places[cloud] ?? [])),
      rest: fc.uniqueArray(fc.constantFrom(...others), { minLength: 1, maxLength: 3 }),
      encryption: fc.constantFrom<Encryption>("wireguard", "none"),
      access: fc.constantFrom<string[]>([], ["198.51.100.0/24"]),
      max: fc.constantFrom<number>(4, 90),
    })
    .map(({ own, rest, encryption, access, max }) => ({
      agent: { encryption },
      members: Object.fromEntries(
        [own, ...rest].map((member, index) => [
          `m${index}-${member.region}`.slice(0, 24),
          { ...member, api: { access }, nodes: { max } },
        ]),
      ),
    }));
}

describe("an inventory of the resources of a plan", () => {
  for (const cloud of Object.keys(places)) {
    it(`says the same network as the plan: ${cloud}`, async function () {
      this.timeout(180_000);
      await fc.assert(
        fc.asyncProperty(meshesWith(cloud), async (spec) => {
          const { plan, planned, found } = await bothWays(spec);
          assert.deepEqual(rangesOf(found), rangesOf(planned));
          assert.deepEqual(clustersOf(found), clustersOf(planned));
          assert.deepEqual(agentsOf(found), agentsOf(planned));
          assert.deepEqual(tunnelsOf(found), tunnelsOf(planned));
          assert.deepEqual(
            found.links.map((link) => link.name),
            planned.links.map((link) => link.name),
          );
          assert.deepEqual(routesOf(found), staticRoutes(plan));
          for (const gateway of found.gateways) {
            assert.equal(gateway.asn, plan.members[gateway.member ?? ""]?.gateway?.asn);
          }
        }),
        { numRuns: 4, seed: 1 },
      );
    });
  }

  it("lets in from other members their node ranges only, and nothing from everywhere", async () => {
    const { plan, found } = await bothWays({
      members: {
        dublin: places.aws?.[0],
        frankfurt: places.gcp?.[0],
        amsterdam: places.azure?.[0],
      } as MeshSpec["members"],
    });
    const nodes = Object.values(plan.members).map((member) => member.ranges.nodes);
    const own = Object.values(plan.members).flatMap((member) => Object.values(member.ranges));
    // Where an Azure load balancer asks whether a node is well.
    own.push("168.63.129.16/32");
    for (const firewall of found.firewalls.filter(({ direction }) => direction !== "out")) {
      assert.ok(!isUnknown(firewall.sources));
      for (const source of firewall.sources)
        assert.ok([...nodes, ...own].includes(source), `${firewall.urn}: ${source}`);
    }
    for (const member of Object.values(plan.members)) {
      const sources = found.firewalls
        .filter((rule) => rule.member === member.name)
        .flatMap((rule) => (isUnknown(rule.sources) ? [] : rule.sources));
      for (const peer of member.peers)
        assert.ok(sources.includes(peer.nodes), `${member.name} lets ${peer.name} in`);
    }
  });
});

function rangesOf(network: Inventory): string[] {
  return [
    ...new Set(
      network.ranges
        .filter((range) => range.use !== "subnet")
        .map((range) => `${range.member} ${range.use} ${String(range.cidr)}`),
    ),
  ].sort();
}

function routesOf(network: Inventory): string[] {
  return [...new Set(network.routes.map((route) => `${route.member} ${String(route.destination)}`))].sort();
}

/** Only AWS needs routes to be told: its VPC tables do not learn from a transit gateway. */
function staticRoutes(plan: Plan): string[] {
  return Object.values(plan.members)
    .filter((member) => member.cloud === "aws")
    .flatMap((member) => (member.gateway?.remote ?? []).map((prefix) => `${member.name} ${prefix}`))
    .sort();
}
