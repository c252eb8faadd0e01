import assert from "node:assert/strict";
import { agentDatapathUniform } from "../../../network/judge/agent-datapath-uniform";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, network } from "./example";

const joined = { peers: { dublin: [], frankfurt: [] }, tunnelProtocol: "vxlan" };
const judge = (facts: Partial<AgentFact>) =>
  agentDatapathUniform(
    network({ agents: [agent("dublin", joined), agent("frankfurt", { ...joined, ...facts })] }),
  );

describe("agentDatapathUniform", () => {
  it("accepts one datapath in a mesh, and any in clusters that join nobody", () => {
    assert.deepEqual(judge({}), { problems: [], unknowns: [] });
    const agents = [agent("dublin"), agent("frankfurt", { routing: "native" })];
    assert.deepEqual(agentDatapathUniform(network({ agents })), { problems: [], unknowns: [] });
  });

  it("refuses another routing mode, tunnel protocol or encryption, with both agents", () => {
    const cases: [Partial<AgentFact>, RegExp][] = [
      [{ routing: "native" }, /urn:dublin-agent.* routing mode tunnel and .*urn:frankfurt-agent.* native/],
      [{ tunnelProtocol: "geneve" }, /tunnel protocol vxlan and .* geneve/],
      [{ encryption: "none" }, /encryption wireguard and .* none/],
    ];
    for (const [facts, message] of cases) {
      const { problems } = judge(facts);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? "", message);
    }
  });

  it("names what is not known", () => {
    for (const facts of [
      { routing: UNKNOWN },
      { tunnelProtocol: UNKNOWN },
      { encryption: UNKNOWN },
      { peers: UNKNOWN },
    ])
      assert.equal(judge(facts).unknowns.length, 1, JSON.stringify(Object.keys(facts)));
  });
});
