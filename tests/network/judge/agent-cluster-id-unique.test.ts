import assert from "node:assert/strict";
import { agentClusterIdUnique } from "../../../network/judge/agent-cluster-id-unique";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, network } from "./example";

const joined = { peers: { dublin: [], frankfurt: [] } };
const judge = (facts: Partial<AgentFact>) =>
  agentClusterIdUnique(
    network({
      agents: [agent("dublin", joined), agent("frankfurt", { ...joined, clusterId: 2, ...facts })],
    }),
  );

describe("agentClusterIdUnique", () => {
  it("accepts clusters of one mesh with ids of their own", () => {
    assert.deepEqual(judge({}), { problems: [], unknowns: [] });
  });

  it("accepts one id in clusters that join nobody", () => {
    const agents = [agent("dublin"), agent("frankfurt")];
    assert.deepEqual(agentClusterIdUnique(network({ agents })), { problems: [], unknowns: [] });
  });

  it("refuses an id that two clusters of a mesh have, with both", () => {
    const { problems } = judge({ clusterId: 1 });
    assert.match(
      problems[0]?.message ?? "",
      /urn:dublin-agent.* and .*urn:frankfurt-agent.* both say cluster id 1/,
    );
    assert.deepEqual(problems[0]?.subjects, ["urn:frankfurt-agent", "urn:dublin-agent"]);
  });

  it("refuses a name that two clusters of a mesh have", () => {
    assert.match(judge({ clusterName: "dublin" }).problems[0]?.message ?? "", /both say cluster name dublin/);
  });

  it("refuses an id that no Cilium takes", () => {
    assert.match(judge({ clusterId: 512 }).problems[0]?.message ?? "", /cluster id 512/);
    assert.deepEqual(judge({ clusterId: 511 }).problems, []);
  });

  it("refuses the id 0 in a mesh", () => {
    assert.match(judge({ clusterId: 0 }).problems[0]?.message ?? "", /cluster id 0, which means/);
  });

  it("names an id, a name or peers that are not known", () => {
    for (const facts of [{ clusterId: UNKNOWN }, { clusterName: UNKNOWN }, { peers: UNKNOWN }]) {
      const { unknowns } = judge(facts);
      assert.deepEqual(
        unknowns.map(({ urn }) => urn),
        ["urn:frankfurt-agent"],
        JSON.stringify(facts),
      );
    }
  });
});
