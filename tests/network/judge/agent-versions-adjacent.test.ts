import assert from "node:assert/strict";
import { agentVersionsAdjacent } from "../../../network/judge/agent-versions-adjacent";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, network } from "./example";

const peers = { dublin: [], frankfurt: [] };
const judge = (dublin: Partial<AgentFact>, frankfurt: Partial<AgentFact>) =>
  agentVersionsAdjacent(
    network({ agents: [agent("dublin", { peers, ...dublin }), agent("frankfurt", { peers, ...frankfurt })] }),
  );

describe("agentVersionsAdjacent", () => {
  it("accepts one minor version, and two neighbours while a mesh is upgraded", () => {
    for (const version of ["1.19.1", "1.20.0", "1.18.12", "v1.19.9"])
      assert.deepEqual(judge({ version: "1.19.6" }, { version }), { problems: [], unknowns: [] }, version);
  });

  it("accepts any in clusters that join nobody", () => {
    const alone = { peers: {} };
    assert.deepEqual(judge({ version: "1.19.6", ...alone }, { version: "1.14.0", ...alone }), {
      problems: [],
      unknowns: [],
    });
  });

  it("refuses two minor versions apart and another major one, with both agents and the next step", () => {
    const { problems } = judge({ version: "1.18.2" }, { version: "1.20.0" });
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.message ?? "",
      /urn:frankfurt-agent.* is 1\.20 and .*urn:dublin-agent.* 1\.18: .* bring the older to 1\.19 first/,
    );
    assert.match(
      judge({ version: "1.20.0" }, { version: "2.0.0" }).problems[0]?.message ?? "",
      /the last before 2\.0/,
    );
  });

  it("names what is not known: a version that nobody pins, and whom an agent joins", () => {
    assert.equal(judge({ version: UNKNOWN }, { version: "1.19.6" }).unknowns.length, 1);
    assert.equal(judge({ version: "1.x" }, { version: "1.19.6" }).unknowns.length, 1);
    assert.equal(judge({ version: "1.19.6", peers: UNKNOWN }, { version: "1.19.6" }).unknowns.length, 1);
  });
});
