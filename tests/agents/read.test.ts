import assert from "node:assert/strict";
import { readAgents } from "../../agents/read";
import { UNKNOWN } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import { released, resource } from "./releases";

describe("reading agents", () => {
  it("knows an agent by its chart, however the chart is named", () => {
    for (const chart of [
      "cilium",
      "oci://quay.io/cilium/charts/cilium",
      "./charts/cilium/",
      "/tmp/cilium-1.19.6.tgz",
    ]) {
      assert.equal(readAgents(released(chart, {}).index).agents[0]?.kind, "cilium", chart);
    }
  });

  it("passes over other charts and those whose name is not known", () => {
    for (const chart of ["nginx", "cilium-extras", UNKNOWN, undefined, 7]) {
      assert.deepEqual(readAgents(released(chart, {}).index).agents, []);
    }
  });

  it("reads a v4 Chart like a Release", () => {
    const { index } = released(
      "cilium",
      { cluster: { name: "oslo" } },
      { type: "kubernetes:helm.sh/v4:Chart" },
    );
    assert.equal(readAgents(index).agents[0]?.clusterName, "oslo");
  });

  it("finds the cluster behind the Kubernetes provider, on every cloud, and gives it the pod range", () => {
    for (const [clusterType, cloud] of [
      ["aws:eks/cluster:Cluster", "aws"],
      ["gcp:container/cluster:Cluster", "gcp"],
      ["azure-native:containerservice:ManagedCluster", "azure"],
      ["azure-native:containerservice/v20250101:ManagedCluster", "azure"],
    ]) {
      const { index, cluster, release } = released("cilium", {}, { clusterType });
      const { agents, ranges } = readAgents(index);
      assert.equal(agents[0]?.cluster, cluster.urn);
      assert.deepEqual(ranges, [
        {
          use: "pods",
          cidr: "10.0.0.0/8",
          cloud,
          owner: cluster.urn,
          origin: { urn: release.urn, property: "values.ipam.operator.clusterPoolIPv4PodCIDRList" },
        },
      ]);
    }
  });

  it("takes a cluster that it cannot find for a site's, and the release for the range's owner", () => {
    const release = resource("kubernetes:helm.sh/v3:Release", "agent", { props: { chart: "cilium" } });
    const { agents, ranges } = readAgents(new ResourceIndex([release]));
    assert.equal(agents[0]?.cluster, undefined);
    assert.equal(ranges[0]?.cloud, "site");
    assert.equal(ranges[0]?.owner, release.urn);
  });

  it("knows Weave, but not whether it encrypts", () => {
    const [agent] = readAgents(released("weave-net", { password: "x" }).index).agents;
    assert.equal(agent?.kind, "weave");
    assert.equal(agent?.encryption, UNKNOWN);
  });
});
