import assert from "node:assert/strict";
import { customFaults } from "../../../agents/custom/faults";
import type { AgentMember } from "../../../network/agent-facts";
import type { CustomAgentSpec } from "../../../network/spec/custom-agent-shape";
import { agentPlan } from "../agent-plan";

const custom: CustomAgentSpec = {
  chart: "oci://registry.example.com/cni",
  overhead: { none: 0, wireguard: 80 },
};

function faults(changes: Partial<AgentMember> = {}, described: Partial<CustomAgentSpec> = {}): string[] {
  const agent = agentPlan({
    kind: "custom",
    version: "1.2.3",
    mesh: [],
    custom: { ...custom, ...described },
  });
  return customFaults({
    name: "dublin",
    cloud: "aws",
    ...changes,
    agent: { ...agent, ...changes.agent },
  }).map(({ path, message }) => `${path}: ${message}`);
}

const mesh = [
  { name: "dublin", addresses: [], nodes: "10.64.0.0/20", pods: "10.80.0.0/17" },
  { name: "frankfurt", addresses: [], nodes: "10.65.0.0/20", pods: "10.81.0.0/17" },
];
const joined = { agent: agentPlan({ kind: "custom", version: "1.2.3", mesh, custom }) };
const withValues = (values: Record<string, unknown>) => ({
  agent: { ...joined.agent, custom: { ...custom, values } },
});

describe("a custom agent", () => {
  it("has no faults in a cluster alone, nor in a mesh whose clusters its values name", () => {
    assert.deepEqual(faults(), []);
    assert.deepEqual(faults(withValues({ peers: "{{remote.nodes}}" })), []);
    assert.deepEqual(faults(withValues({ peers: ["{{remote.pods}}"] })), []);
  });

  it("is refused in an overlay of several clusters whose values name none of the others", () => {
    assert.match(
      faults(joined)[0] ?? "",
      /^agent\.custom\.values: tells the agent of no other cluster, .*dublin and of frankfurt never meet/,
    );
  });

  it("is refused where the values ask for pod ranges that nobody told", () => {
    const untold = mesh.map(({ pods: _pods, ...cluster }) => cluster);
    const { agent } = withValues({ peers: "{{remote.pods}}" });
    assert.deepEqual(faults({ agent: { ...agent, mesh: untold } }), [
      "agent.mesh.frankfurt.pods: is missing, and the values name remote.pods",
    ]);
  });

  it("is refused in clouds and datapaths that it is not said to be for", () => {
    assert.deepEqual(faults({ cloud: "gcp" }, { overlay: ["aws", "azure"] }), [
      "agent.custom.overlay: does not name gcp, where the datapath is to be overlay; it names aws, azure",
    ]);
    const routed = agentPlan({ kind: "custom", version: "1.2.3", mesh, custom, datapath: "routed" });
    assert.deepEqual(faults({ agent: routed }), [
      "agent.custom.routed: does not name aws, where the datapath is to be routed; it names no cloud",
    ]);
    assert.deepEqual(faults({ agent: { ...routed, custom: { ...custom, routed: ["aws"] } } }), []);
  });

  it("is refused where it leaves pods' packets no room", () => {
    const agent = agentPlan({ kind: "custom", version: "1.2.3", mesh: [], mtu: 655, custom });
    assert.deepEqual(faults({ agent }), [
      "agent.custom.overhead.wireguard: 80 bytes of 655 leave pods 575, and 576 is the least that IPv4 works with",
    ]);
    assert.deepEqual(faults({ agent: { ...agent, mtu: 656 } }), []);
  });

  it("is refused under strict isolation", () => {
    assert.match(
      faults({ isolation: "strict" })[0] ?? "",
      /^isolation: strict is not built for an agent of kind custom/,
    );
  });

  it("is held to what a spec is held to, also where it is given without one", () => {
    const unpinned = agentPlan({ kind: "custom", version: "", mesh: [], custom });
    assert.deepEqual(faults({ agent: unpinned }), ["agent.version: is required: pin the chart's version"]);
    const nothing = agentPlan({ kind: "custom", version: "1.2.3", mesh: [] });
    assert.match(
      customFaults({ name: "dublin", cloud: "aws", agent: nothing })[0]?.path ?? "",
      /^agent\.custom$/,
    );
  });
});
