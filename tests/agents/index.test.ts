import assert from "node:assert/strict";
import { agentDriver, agentPorts, pinnedVersion } from "../../agents";
import { InputError } from "../../network/errors";
import { AgentKind } from "../../network/spec/shape";

describe("agents", () => {
  it("pin a chart version and know the ports", () => {
    assert.equal(pinnedVersion("cilium"), "1.19.6");
    assert.ok(agentPorts("cilium", "wireguard").some(({ port }) => port === 51871));
  });

  it("that are not built yet are refused by name, with those that are", () => {
    for (const kind of Object.values(AgentKind).filter((kind) => kind !== "cilium")) {
      assert.throws(
        () => agentDriver(kind),
        new InputError({ path: "agent.kind", message: `${kind} is not built yet; cilium is.` }),
      );
    }
  });
});
