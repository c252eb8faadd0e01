import assert from "node:assert/strict";
import { flannelFaults } from "../../../agents/flannel/faults";
import type { AgentPlan } from "../../../network/plan/shape";
import type { Cloud } from "../../../network/spec/shape";
import { agentPlan } from "../agent-plan";

const submariner = { broker: "dublin", services: "10.96.0.0/20" };

function faults(changes: Partial<AgentPlan> = {}, cloud: Cloud = "aws"): string[] {
  const agent = agentPlan({ kind: "flannel", version: "v0.28.9", submariner, ...changes });
  return flannelFaults({ name: "dublin", cloud, agent }).map(({ path, message }) => `${path} ${message}`);
}

describe("Flannel's faults", () => {
  it("are none in any cloud, joined by Submariner or alone", () => {
    for (const cloud of ["aws", "gcp", "azure"] as const) {
      assert.deepEqual(faults({}, cloud), []);
      assert.deepEqual(faults({ mesh: [], submariner: undefined, encryption: "none" }, cloud), []);
    }
  });

  const cases: [string, Partial<AgentPlan>, RegExp][] = [
    ["IPsec", { encryption: "ipsec" }, /^agent\.encryption ipsec is no backend .* wireguard is, or none/],
    ["routed pods", { datapath: "routed" }, /^agent\.datapath routed is not built/],
    ["older charts", { version: "v0.27.4" }, /^agent\.version v0\.27\.4 .* like v0\.28\.9/],
    ["what is no version", { version: "latest" }, /^agent\.version latest/],
    ["names that gateways do not take", { clusterName: "Dublin" }, /^agent\.clusterName "Dublin"/],
    ["other clusters without Submariner", { submariner: undefined }, /^agent\.submariner is missing/],
  ];
  for (const [what, changes, message] of cases) {
    it(`name ${what}, and what would be right`, () => {
      const [only, ...rest] = faults(changes);
      assert.match(only ?? "", message);
      assert.deepEqual(rest, []);
    });
  }

  it("name strict isolation, which Flannel could not keep", () => {
    const agent = agentPlan({ kind: "flannel", version: "v0.28.9", submariner });
    const [only] = flannelFaults({ name: "dublin", cloud: "aws", agent, isolation: "strict" });
    assert.match(
      `${only?.path} ${only?.message}`,
      /^isolation strict is not built for flannel, .*use cilium/,
    );
  });

  it("name exported Services on GKE, where nobody would find them", () => {
    assert.match(
      faults({ sharesServices: true }, "gcp")[0] ?? "",
      /^agent\.sharesServices .*kube-dns.*use cilium/,
    );
    assert.deepEqual(faults({ sharesServices: true }, "aws"), []);
  });
});
