import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";

const members: MeshSpec["members"] = {
  amsterdam: { cloud: "azure", region: "westeurope" },
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3", services: "10.200.0.0/20" },
};

const plan = (spec: Partial<MeshSpec>, sources = SOURCES) =>
  planMesh({ members, ...spec }, emptyLock(), sources).plan.members;

const services: MeshSpec["services"] = [
  { name: "payments", namespace: "shop", members: ["dublin", "frankfurt"], affinity: "any" },
  { name: "ledger", namespace: "books", members: ["frankfurt"] },
];

describe("exported Services in a plan", () => {
  it("are exported where they are, and their namespaces and names are everywhere", () => {
    const { amsterdam, frankfurt } = plan({ services });
    assert.deepEqual(frankfurt?.clusterSet, {
      dns: "10.200.0.11",
      namespaces: ["books", "shop"],
      exports: [
        { name: "ledger", namespace: "books", affinity: "local" },
        { name: "payments", namespace: "shop", affinity: "any" },
      ],
    });
    assert.deepEqual(amsterdam?.clusterSet?.exports, []);
    assert.deepEqual(amsterdam?.clusterSet?.namespaces, ["books", "shop"]);
    assert.equal(amsterdam?.agent.sharesServices, true);
  });

  it("leave a plan without any as it was", () => {
    assert.deepEqual(plan({ services: [] }), plan({}));
    assert.ok(!("clusterSet" in (plan({}).dublin ?? {})));
  });

  it("are the same in whatever order they are written", () => {
    assert.deepEqual(plan({ services: [...(services ?? [])].reverse() }), plan({ services }));
  });

  it("are refused of an agent that exports none, and in an affinity that it does not have", () => {
    const none = {
      ...SOURCES,
      agents: (kind: Parameters<typeof SOURCES.agents>[0]) => {
        const { services: _services, ...facts } = SOURCES.agents(kind);
        return facts;
      },
    };
    assert.throws(() => plan({ services }, none), /^InputError: services: cilium exports none/);
    const local = {
      ...SOURCES,
      agents: (kind: Parameters<typeof SOURCES.agents>[0]) => ({
        ...SOURCES.agents(kind),
        services: { ownDns: true, affinities: ["local" as const] },
      }),
    };
    assert.throws(
      () => plan({ services }, local),
      /services\[0\]\.affinity: any is not what cilium can do; it has local/,
    );
    assert.equal(plan({ services: services?.slice(1) }, local).dublin?.clusterSet?.dns, undefined);
  });
});
