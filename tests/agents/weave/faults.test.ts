import assert from "node:assert/strict";
import { weaveFaults } from "../../../agents/weave/faults";
import type { AgentMember } from "../../../network/agent-facts";
import type { AgentPlan } from "../../../network/plan/shape";
import { agentPlan } from "../agent-plan";

const paths = (changes: Partial<AgentPlan> = {}, member: Partial<AgentMember> = {}) =>
  weaveFaults({
    name: "dublin",
    cloud: "aws",
    agent: agentPlan({ kind: "weave", version: "2.9.0", encryption: "ipsec", mesh: [], ...changes }),
    ...member,
  }).map(({ path }) => path);

describe("Weave", () => {
  it("runs on EKS and AKS, encrypted by ESP or not at all", () => {
    assert.deepEqual(paths(), []);
    assert.deepEqual(paths({ encryption: "none" }, { cloud: "azure" }), []);
    assert.deepEqual(paths({ version: "2.10.1" }), []);
    assert.deepEqual(paths({ mesh: [{ name: "dublin", addresses: [], nodes: "10.64.0.0/20" }] }), []);
  });

  it("is refused by name for what it does not have", () => {
    assert.deepEqual(paths({}, { cloud: "gcp" }), ["agent.kind"]);
    assert.deepEqual(paths({ encryption: "wireguard" }), ["agent.encryption"]);
    assert.deepEqual(paths({ datapath: "routed" }), ["agent.datapath"]);
    assert.deepEqual(paths({}, { isolation: "strict" }), ["isolation"]);
    for (const version of ["2.8.1", "2.8.10", "3.0.0", "latest"])
      assert.deepEqual(paths({ version }), ["agent.version"], version);
  });

  it("is refused where other clusters are to be joined", () => {
    assert.deepEqual(paths({ mesh: agentPlan().mesh }), ["agent.mesh"]);
  });
});
