import assert from "node:assert/strict";
import { ciliumFaults } from "../../../agents/cilium/faults";
import type { AgentPlan } from "../../../network/plan/shape";
import { agentPlan } from "../agent-plan";

const faultsOf = (changes: Partial<AgentPlan>) =>
  ciliumFaults({ name: "dublin", cloud: "aws", agent: agentPlan(changes) });
const of = (changes: Partial<AgentPlan>) => faultsOf(changes).map(({ path }) => path);

describe("what Cilium cannot do", () => {
  it("is nothing in a plan's own agent", () => {
    assert.deepEqual(of({}), []);
    assert.deepEqual(of({ loadBalancer: [], mesh: [] }), []);
    assert.deepEqual(of({ version: "1.20.0" }), []);
  });

  it("is a routed datapath", () => {
    assert.match(faultsOf({ datapath: "routed" })[0]?.message ?? "", /^routed is not built for cilium/);
  });

  it("is a chart that takes clusters as a list only, or none that can be read", () => {
    for (const version of ["1.18.12", "0.20.0", "latest", ""]) {
      assert.deepEqual(of({ version }), ["agent.version"]);
    }
  });

  it("is a cluster name that the chart refuses", () => {
    const alone = { loadBalancer: [], mesh: [] };
    for (const clusterName of ["default", "Dublin", "-a", "a-", "", "a".repeat(33)]) {
      assert.deepEqual(of({ ...alone, clusterName }), ["agent.clusterName"]);
    }
    assert.deepEqual(of({ ...alone, clusterName: "a".repeat(32) }), []);
  });

  it("is a cluster id outside 1 to 255", () => {
    for (const clusterId of [0, 256, 1.5]) assert.deepEqual(of({ clusterId }), ["agent.clusterId"]);
    for (const clusterId of [1, 255]) assert.deepEqual(of({ clusterId }), []);
  });

  it("is a mesh whose clusters have no address", () => {
    assert.deepEqual(of({ loadBalancer: [] }), ["agent.loadBalancer"]);
    assert.deepEqual(of({ mesh: [{ name: "oslo", addresses: [], nodes: "10.66.0.0/20" }] }), [
      "agent.mesh.oslo.addresses",
    ]);
  });

  it("is a mesh of more than 255 clusters", () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        name: `c${at}`,
        addresses: ["10.0.0.1"],
        nodes: "10.0.0.0/20",
      }));
    assert.deepEqual(of({ mesh: named(254) }), []);
    assert.deepEqual(of({ mesh: named(255) }), ["agent.mesh"]);
  });
});
