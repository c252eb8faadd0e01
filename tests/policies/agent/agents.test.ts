import assert from "node:assert/strict";
import { agentArchivedNamedRule } from "../../../policies/agent/archived-named";
import { agentClusterIdUniqueRule } from "../../../policies/agent/cluster-id-unique";
import { agentCombinationSupportedRule } from "../../../policies/agent/combination-supported";
import { agentDatapathUniformRule } from "../../../policies/agent/datapath-uniform";
import { agentVersionPinnedRule } from "../../../policies/agent/version-pinned";
import { agentNoCleartextFallbackRule } from "../../../policies/encryption/agent-no-cleartext-fallback";
import { judged, set, UNKNOWN_TEXT } from "../example";

const mesh = { config: { enabled: true, clusters: { frankfurt: { ips: ["10.1.0.9"] } } } };
const joined = (change: Parameters<typeof judged>[1] = () => {}) => {
  return (parts: Parameters<NonNullable<Parameters<typeof judged>[1]>>[0]) => {
    set("dublin-cilium", "values.clustermesh", mesh)(parts);
    set("frankfurt-cilium", "values.cluster.id", 2)(parts);
    change(parts);
  };
};

describe("rules of network agents, over a program written by hand", () => {
  it("pass a sound mesh", () => {
    for (const rule of [
      agentArchivedNamedRule,
      agentClusterIdUniqueRule,
      agentCombinationSupportedRule,
      agentDatapathUniformRule,
      agentVersionPinnedRule,
    ]) {
      assert.deepEqual(judged(rule), { stack: [], resource: [] }, rule.name);
      assert.deepEqual(judged(rule, joined()).stack, [], rule.name);
    }
  });

  it("agent-cluster-id-unique refuses one id twice in a mesh", () => {
    const { stack } = judged(
      agentClusterIdUniqueRule,
      joined(set("frankfurt-cilium", "values.cluster.id", 1)),
    );
    assert.match(stack[0] ?? "", /^frankfurt-cilium: .* both say cluster id 1/);
  });

  it("agent-cluster-id-unique does not pass an id that is not known", () => {
    const spoilt = joined(set("frankfurt-cilium", "values.cluster.id", UNKNOWN_TEXT));
    assert.match(judged(agentClusterIdUniqueRule, spoilt).stack[0] ?? "", /cluster id .* is not known/);
  });

  it("agent-datapath-uniform refuses native routing beside a tunnel", () => {
    const spoilt = joined(set("frankfurt-cilium", "values.routingMode", "native"));
    assert.match(judged(agentDatapathUniformRule, spoilt).stack[0] ?? "", /routing mode/);
  });

  it("agent-combination-supported refuses a second agent on a cluster", () => {
    const { stack } = judged(agentCombinationSupportedRule, (parts) => {
      parts.second = {
        type: "kubernetes:helm.sh/v3:Release",
        props: { chart: "flannel", version: "0.28.9", values: {} },
        refs: { namespace: "dublin" },
      };
    });
    assert.match(stack[0] ?? "", /the same pods/);
  });

  it("agent-version-pinned refuses a release without a version, before it is made", () => {
    const { stack, resource } = judged(agentVersionPinnedRule, set("dublin-cilium", "version", undefined));
    for (const said of [stack, resource]) assert.match(said[0] ?? "", /^dublin-cilium: .*names no version/);
    const latest = set("dublin-cilium", "values.operator", { image: { repository: "x", tag: "latest" } });
    assert.match(judged(agentVersionPinnedRule, latest).stack[0] ?? "", /values\.operator\.image\.tag/);
  });

  it("agent-version-pinned does not pass a version that is not known", () => {
    const { stack } = judged(agentVersionPinnedRule, set("dublin-cilium", "version", UNKNOWN_TEXT));
    assert.match(stack[0] ?? "", /version of .* is not known before apply/);
  });

  it("agent-archived-named names Weave", () => {
    const { stack } = judged(agentArchivedNamedRule, set("dublin-cilium", "chart", "weave-net"));
    assert.match(stack[0] ?? "", /^dublin-cilium: the weave agent/);
  });

  it("encryption-agent-no-cleartext-fallback asks for strict mode, in the old and the new place", () => {
    assert.equal(judged(agentNoCleartextFallbackRule).stack.length, 2);
    for (const strict of [{ egress: { enabled: true } }, { enabled: true }]) {
      const { stack } = judged(
        agentNoCleartextFallbackRule,
        set("dublin-cilium", "values.encryption.strictMode", strict),
      );
      assert.equal(stack.length, 1);
    }
  });
});
