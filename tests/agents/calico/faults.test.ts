import assert from "node:assert/strict";
import { calicoFaults } from "../../../agents/calico/faults";
import type { AgentPlan } from "../../../network/plan/shape";
import type { Cloud } from "../../../network/spec/shape";
import { agentPlan } from "../agent-plan";

function faults(cloud: Cloud, changes: Partial<AgentPlan>) {
  const agent = agentPlan({ kind: "calico", version: "v3.32.1", encryption: "none", ...changes });
  return calicoFaults({ name: "dublin", cloud, agent });
}

describe("what Calico cannot do", () => {
  it("is nothing where pods are routed in the clear, or within a cluster on EKS and AKS", () => {
    for (const cloud of ["aws", "gcp", "azure"] as const)
      assert.deepEqual(faults(cloud, { datapath: "routed" }), []);
    const alone = { datapath: "overlay", encryption: "wireguard" } as const;
    for (const cloud of ["aws", "azure"] as const) {
      assert.deepEqual(faults(cloud, { ...alone, mesh: [] }), []);
      const itself = [{ name: "dublin", addresses: [], nodes: "10.64.0.0/20" }];
      assert.deepEqual(faults(cloud, { ...alone, mesh: itself }), []);
    }
  });

  it("is WireGuard on GKE, with what to choose instead", () => {
    const [fault] = faults("gcp", { datapath: "routed", encryption: "wireguard" });
    assert.equal(fault?.path, "agent.encryption");
    assert.match(
      fault?.message ?? "",
      /^wireguard does not run on GKE with Calico; give none, .*or take cilium\.$/,
    );
    for (const cloud of ["aws", "azure"] as const)
      assert.deepEqual(faults(cloud, { datapath: "routed", encryption: "wireguard" }), []);
  });

  it("is IPsec", () => {
    assert.match(
      faults("aws", { datapath: "routed", encryption: "ipsec" })[0]?.message ?? "",
      /^ipsec is nothing/,
    );
  });

  it("is an overlay on GKE", () => {
    const [fault, ...others] = faults("gcp", { datapath: "overlay", mesh: [] });
    assert.match(fault?.message ?? "", /^overlay is nothing that Calico does on GKE.*datapath: routed/);
    assert.deepEqual(others, []);
  });

  it("is an overlay of several clusters without Submariner", () => {
    const [fault] = faults("aws", { datapath: "overlay" });
    assert.equal(fault?.path, "agent.submariner");
    assert.match(fault?.message ?? "", /^is missing: Calico's overlay is of one cluster/);
    const submariner = { broker: "dublin", services: "10.96.0.0/20" };
    assert.deepEqual(faults("aws", { datapath: "overlay", submariner }), []);
  });

  it("is a chart whose kinds are not in one of their own, or none that can be read", () => {
    for (const version of ["v3.31.7", "3.32.1", "v2.40.0", "latest", ""]) {
      const [fault] = faults("aws", { datapath: "routed", version });
      assert.equal(fault?.path, "agent.version", version);
    }
    for (const version of ["v3.32.0", "v3.33.0", "v4.0.0"])
      assert.deepEqual(faults("aws", { datapath: "routed", version }), []);
  });
});
