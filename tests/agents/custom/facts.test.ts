import assert from "node:assert/strict";
import { agentDriver, agentFacts } from "../../../agents";
import { customFacts } from "../../../agents/custom/facts";
import { InputError } from "../../../network/errors";

const custom = { chart: "oci://registry.example.com/cni", overhead: { none: 50, wireguard: 130 } };

describe("facts of a custom agent", () => {
  it("are what its user says: overheads, ports and the taint that it takes off", () => {
    const facts = customFacts({
      ...custom,
      ports: ["51820/udp", "179/tcp", "esp"],
      startupTaint: "node.example.com/not-ready",
    });
    assert.deepEqual(
      [facts.podMtu(1406, "none", "overlay"), facts.podMtu(1406, "wireguard", "overlay")],
      [1356, 1276],
    );
    assert.deepEqual(facts.ports("none", "overlay"), [
      { port: 51820, protocol: "udp", purpose: "Network agent" },
      { port: 179, protocol: "tcp", purpose: "Network agent" },
      { protocol: "esp", purpose: "Network agent" },
    ]);
    assert.deepEqual(facts.startupTaint, {
      key: "node.example.com/not-ready",
      value: "true",
      effect: "NoExecute",
    });
  });

  it("are none that nobody gave", () => {
    const facts = customFacts(custom);
    assert.deepEqual(facts.ports("none", "overlay"), []);
    assert.ok(!("startupTaint" in facts) && !("entry" in facts) && !("tested" in facts));
  });

  it("are asked for where an agent is custom and nobody describes it", () => {
    assert.throws(
      () => agentFacts({ kind: "custom" }),
      (error) => error instanceof InputError && error.message.startsWith("agent.custom: is required"),
    );
    assert.equal(agentDriver({ kind: "custom", custom }).kind, "custom");
  });
});
