import assert from "node:assert/strict";
import { agentEnabledRule as rule } from "../../../policies/encryption/agent-enabled";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("encryption-agent-enabled", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses an agent in clear, before it is installed", () => {
    const { stack, resource } = judged(rule, set("dublin-cilium", "values.encryption.enabled", false));
    for (const said of [stack, resource])
      assert.match(said[0] ?? "", /^dublin-cilium: .* in clear; turn on its encryption/);
  });

  it("reports a joined cluster whose agent is missing", () => {
    const { stack } = judged(rule, (parts) => {
      delete parts["frankfurt-cilium"];
    });
    assert.match(stack[0] ?? "", /^frankfurt: .* no network agent/);
  });

  it("does not pass encryption that is not known", () => {
    for (const path of ["values.encryption.enabled", "values.encryption.type", "values"]) {
      const { stack } = judged(rule, set("dublin-cilium", path, UNKNOWN_TEXT));
      assert.ok(
        stack.some((line) => /^dublin-cilium: .* is not known before apply/.test(line)),
        `${path}: ${stack}`,
      );
    }
  });
});
