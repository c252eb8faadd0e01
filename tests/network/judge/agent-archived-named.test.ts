import assert from "node:assert/strict";
import { agentArchivedNamed } from "../../../network/judge/agent-archived-named";
import { agent, network } from "./example";

describe("agentArchivedNamed", () => {
  it("accepts agents that are maintained, and those it knows nothing of", () => {
    for (const kind of ["cilium", "unknown", "constructor"])
      assert.deepEqual(agentArchivedNamed(network({ agents: [agent("dublin", { kind })] })).problems, []);
  });

  it("names Weave, and what to move to", () => {
    const { problems } = agentArchivedNamed(network({ agents: [agent("dublin", { kind: "weave" })] }));
    assert.match(problems[0]?.message ?? "", /^the weave agent .* 2021-01-25.*move to Cilium/);
  });
});
