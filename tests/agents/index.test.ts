import assert from "node:assert/strict";
import { agentDriver, agentDrivers, agentFacts } from "../../agents";
import { InputError } from "../../network/errors";
import { AgentKind, Encryption } from "../../network/spec/shape";

describe("agents", () => {
  it("pin a version and know their ports", () => {
    assert.equal(agentFacts({ kind: "cilium" }).version, "1.19.6");
    assert.ok(
      agentFacts({ kind: "cilium" })
        .ports("wireguard", "overlay")
        .some(({ port }) => port === 51871),
    );
  });

  it("that are not built yet are refused by name, with those that are", () => {
    const built = new Set(agentDrivers().map(({ kind }) => kind));
    for (const kind of Object.values(AgentKind).filter((one) => one !== "custom" && !built.has(one))) {
      assert.throws(
        () => agentDriver({ kind }),
        (error) => error instanceof InputError && error.message.includes(`${kind} is not built yet; cilium`),
      );
    }
  });

  it("leave a pod's packet no more room encrypted than in clear", () => {
    for (const { kind, facts } of agentDrivers()) {
      for (const encryption of Object.values(Encryption))
        assert.ok(
          facts.podMtu(1406, encryption, "overlay") <= facts.podMtu(1406, "none", "overlay"),
          `${kind} ${encryption}`,
        );
    }
  });

  it("say where the version of each of their charts is from", () => {
    for (const { charts } of agentDrivers())
      for (const { name, source } of charts) assert.match(source, /, \d{4}-\d\d-\d\d$/, name);
  });
});
