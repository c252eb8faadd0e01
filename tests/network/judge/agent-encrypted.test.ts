import assert from "node:assert/strict";
import { agentEncrypted } from "../../../network/judge/agent-encrypted";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, cluster, network } from "./example";

const link = { name: "dublin~frankfurt", a: "dublin", b: "frankfurt", kind: "vpn" as const, tunnels: [] };
const clusters = [cluster("dublin"), cluster("frankfurt")];

describe("agentEncrypted", () => {
  it("accepts joined clusters whose agents encrypt, and a lone cluster without any agent", () => {
    const agents = [agent("dublin"), agent("frankfurt", { encryption: "ipsec" })];
    assert.deepEqual(agentEncrypted(network({ clusters, agents, links: [link] })), {
      problems: [],
      unknowns: [],
    });
    assert.deepEqual(agentEncrypted(network({ clusters })), { problems: [], unknowns: [] });
  });

  it("refuses an agent that sends pods' traffic in clear", () => {
    const { problems } = agentEncrypted(network({ agents: [agent("dublin", { encryption: "none" })] }));
    assert.match(
      problems[0]?.message ?? "",
      /cilium agent urn:dublin-agent .* in clear; turn on its encryption/,
    );
  });

  it("reports a cluster without an agent that a link, traffic or another agent's mesh joins to others", () => {
    const intent = { from: "dublin", to: "frankfurt", origin: { urn: "urn:mesh" } };
    for (const facts of [
      { links: [link], agents: [agent("dublin")] },
      { intents: [intent], agents: [agent("dublin")] },
      { agents: [agent("dublin", { peers: { frankfurt: ["10.1.0.10"] } })] },
    ]) {
      const { problems } = agentEncrypted(network({ clusters, ...facts }));
      assert.deepEqual(
        problems.map((problem) => problem.subjects),
        [["urn:frankfurt"]],
      );
      assert.match(problems[0]?.message ?? "", /no network agent/);
    }
  });

  it("does not pass an agent whose encryption is not known", () => {
    const { unknowns } = agentEncrypted(network({ agents: [agent("dublin", { encryption: UNKNOWN })] }));
    assert.deepEqual(
      unknowns.map(({ urn, property }) => [urn, property]),
      [["urn:dublin-agent", "values.encryption"]],
    );
  });

  it("does not pass a cluster whose agent may be one of no known cluster", () => {
    const agents = [agent("dublin", { cluster: undefined, clusterName: UNKNOWN })];
    const { problems, unknowns } = agentEncrypted(
      network({ clusters: [cluster("dublin")], agents, links: [link] }),
    );
    assert.deepEqual(problems, []);
    assert.match(unknowns[0]?.neededFor ?? "", /agent of dublin/);
  });

  it("does not pass a cluster without an agent while it is not known whom a mesh joins", () => {
    const unread = [{ urn: "urn:mesh", property: "traffic" }];
    const { unknowns } = agentEncrypted(network({ clusters: [cluster("dublin")], unread }));
    assert.match(unknowns[0]?.neededFor ?? "", /whether dublin is joined to another/);
  });
});
