import assert from "node:assert/strict";
import { agentNoCleartextFallback } from "../../../network/judge/agent-cleartext-fallback";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, network } from "./example";

const judge = (facts: Partial<AgentFact>) =>
  agentNoCleartextFallback(network({ agents: [agent("dublin", facts)] }));

describe("agentNoCleartextFallback", () => {
  it("accepts strict mode, agents that never fall back, and those whose encryption is off", () => {
    for (const facts of [
      { strict: true },
      { kind: "flannel" },
      { kind: "weave" },
      { encryption: "none" },
    ] as const)
      assert.deepEqual(judge(facts), { problems: [], unknowns: [] });
  });

  it("names an agent that sends in clear what it has no key for, and the setting", () => {
    assert.match(judge({ strict: false }).problems[0]?.message ?? "", /encryption\.strictMode\.egress/);
    assert.match(judge({ kind: "calico" }).problems[0]?.message ?? "", /every node .* WireGuard/);
  });

  it("names a setting that is not known", () => {
    for (const facts of [{ strict: UNKNOWN }, {}, { strict: true, encryption: UNKNOWN }])
      assert.equal(judge(facts).unknowns.length, 1);
  });
});
