import assert from "node:assert/strict";
import { agentCombinationSupported } from "../../../network/judge/agent-combination-supported";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import type { Cloud } from "../../../network/spec/shape";
import { agent, cluster, network } from "./example";

/** Agents on one cluster of a cloud. */
function judge(cloud: Cloud, ...facts: Partial<AgentFact>[]) {
  const agents = facts.map((one, index) => agent("dublin", { urn: `urn:agent-${index}`, ...one }));
  return agentCombinationSupported(network({ clusters: [cluster("dublin", { cloud })], agents }));
}

describe("agentCombinationSupported", () => {
  it("accepts one agent a cluster", () => {
    for (const cloud of ["aws", "gcp", "azure"] as const)
      assert.deepEqual(judge(cloud, {}), { problems: [], unknowns: [] });
  });

  it("refuses Submariner beside Cilium, with the reason and its source", () => {
    const message = judge("aws", {}, { kind: "submariner" }).problems[0]?.message ?? "";
    assert.match(message, /on dublin \(aws\): Submariner .*submariner#3168.*ClusterMesh/);
  });

  it("refuses two agents that set up the same pods, unless one is chained behind the other", () => {
    assert.match(
      judge("aws", {}, { kind: "calico" }).problems[0]?.message ?? "",
      /interfaces of the same pods/,
    );
    assert.deepEqual(judge("aws", { chaining: "generic-veth" }, { kind: "calico" }).problems, []);
    assert.deepEqual(judge("aws", { kind: "calico" }, { kind: "flannel" }).problems, []);
  });

  it("refuses Calico's WireGuard on GKE, and Flannel where nothing gives nodes their pod ranges", () => {
    assert.match(judge("gcp", { kind: "calico" }).problems[0]?.message ?? "", /does not run on GKE/);
    assert.deepEqual(judge("gcp", { kind: "calico", encryption: "none" }).problems, []);
    for (const cloud of ["aws", "azure"] as const) {
      const without = judge(cloud, { kind: "flannel", nodeRanges: false });
      assert.match(without.problems[0]?.message ?? "", /spec\.podCIDR.*node-ipam-controller/);
      const given = judge(cloud, { kind: "flannel", nodeRanges: true });
      assert.deepEqual(given, { problems: [], unknowns: [] });
    }
    assert.deepEqual(judge("gcp", { kind: "flannel", nodeRanges: false }).problems, []);
  });

  it("refuses a mesh of more clusters than its agents take", () => {
    const peers = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`cluster-${index}`, []]));
    const facts = { peers, maxClusters: 255 };
    assert.match(judge("aws", facts).problems[0]?.message ?? "", /mesh of 301 clusters .* takes 255 at most/);
    assert.deepEqual(judge("aws", { ...facts, maxClusters: 511 }).problems, []);
  });

  it("names what is not known", () => {
    const cases = [
      judge("aws", { chaining: UNKNOWN }, { kind: "calico" }),
      judge("gcp", { kind: "calico", encryption: UNKNOWN }),
      judge("aws", { peers: UNKNOWN }),
      judge("aws", { kind: "flannel", nodeRanges: UNKNOWN }),
      judge("azure", { kind: "flannel" }),
      judge("aws", { peers: { frankfurt: [] }, maxClusters: UNKNOWN }),
      judge("aws", {}, { kind: "submariner", cluster: undefined, clusterName: UNKNOWN }),
    ];
    for (const { problems, unknowns } of cases) {
      assert.deepEqual(problems, []);
      assert.ok(unknowns.length >= 1);
    }
  });
});
