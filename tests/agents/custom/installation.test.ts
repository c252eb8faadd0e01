import assert from "node:assert/strict";
import { customInstallation } from "../../../agents/custom/installation";
import type { CustomAgentSpec } from "../../../network/spec/custom-agent-shape";
import { agentPlan } from "../agent-plan";

const agent = agentPlan({
  kind: "custom",
  version: "1.2.3",
  mesh: [
    { name: "amsterdam", addresses: [], nodes: "10.66.0.0/20", pods: "10.82.0.0/17" },
    { name: "dublin", addresses: [], nodes: "10.64.0.0/20", pods: "10.80.0.0/17" },
    { name: "frankfurt", addresses: [], nodes: "10.65.0.0/20", pods: "10.81.0.0/17" },
  ],
});
const custom: CustomAgentSpec = {
  chart: "cni",
  repository: "https://charts.example.com",
  overhead: { wireguard: 80 },
};

describe("a custom agent's installation", () => {
  it("is one release of the chart at the version that the spec pins, in kube-system", () => {
    assert.deepEqual(customInstallation(custom, agent, "aws"), {
      releases: [
        {
          name: "cni",
          chart: "cni",
          repository: "https://charts.example.com",
          version: "1.2.3",
          namespace: "kube-system",
          values: {},
        },
      ],
    });
  });

  it("is of a registry without a repository, under the last part of its name", () => {
    const { repository: _none, ...rest } = custom;
    const [release] = customInstallation(
      { ...rest, chart: "oci://registry.example.com/charts/cni" },
      agent,
      "aws",
    ).releases;
    assert.deepEqual(
      [release?.name, release?.chart, release && "repository" in release],
      ["cni", "oci://registry.example.com/charts/cni", false],
    );
  });

  it("has a namespace made where it wants one of its own, that lets it set up nodes", () => {
    assert.deepEqual(customInstallation({ ...custom, namespace: "cni-system" }, agent, "aws").namespaces, [
      { name: "cni-system", labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
    ]);
  });

  it("tells the chart what the plan decided, in the place of every placeholder", () => {
    const values = {
      cluster: "{{clusterName}}-{{clusterId}}",
      cloud: "{{cloud}}",
      ipam: { cidr: "{{pods}}", mask: "{{podsPerNodeMask}}" },
      mtu: ["{{mtu}}", "{{podMtu}}"],
      encryption: "{{encryption}}",
      peers: { names: "{{remote.names}}", nodes: "{{remote.nodes}}", pods: "{{remote.pods}}" },
    };
    assert.deepEqual(customInstallation({ ...custom, values }, agent, "azure").releases[0]?.values, {
      cluster: "dublin-7",
      cloud: "azure",
      ipam: { cidr: "10.80.0.0/17", mask: 24 },
      mtu: [1406, 1326],
      encryption: "wireguard",
      peers: {
        names: ["amsterdam", "frankfurt"],
        nodes: ["10.66.0.0/20", "10.65.0.0/20"],
        pods: ["10.82.0.0/17", "10.81.0.0/17"],
      },
    });
  });
});
