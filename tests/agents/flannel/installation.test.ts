import assert from "node:assert/strict";
import { flannelInstallation } from "../../../agents/flannel/installation";
import { agentPlan } from "../agent-plan";
import { keyPaths } from "../cilium/chart-keys";
import { NODE_IPAM_KEYS } from "./chart-keys";

const plan = agentPlan({ kind: "flannel", version: "v0.28.9" });

describe("Flannel's installation", () => {
  it("on GKE is the chart alone, in a namespace that lets it change its nodes", () => {
    const { namespaces, releases, manifests } = flannelInstallation(plan, "gcp");
    assert.deepEqual(namespaces, [
      { name: "kube-flannel", labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
    ]);
    assert.deepEqual(
      releases.map(({ chart, version, repository }) => ({ chart, version, repository })),
      [{ chart: "flannel", version: "v0.28.9", repository: "https://flannel-io.github.io/flannel/" }],
    );
    assert.equal(manifests, undefined);
  });

  it("on EKS and AKS brings what gives nodes their pod ranges, before Flannel", () => {
    for (const cloud of ["aws", "azure"] as const) {
      const { namespaces = [], releases, manifests } = flannelInstallation(plan, cloud);
      assert.deepEqual(
        releases.map(({ chart }) => chart),
        ["oci://registry.k8s.io/networking/charts/node-ipam-controller", "flannel"],
      );
      const made = new Set(namespaces.map(({ name }) => name));
      for (const { namespace } of releases) assert.ok(made.has(namespace), namespace);
      assert.deepEqual(manifests, [
        {
          apiVersion: "networking.x-k8s.io/v1",
          kind: "ClusterCIDR",
          metadata: { name: "pods" },
          spec: { ipv4: "10.80.0.0/17", perNodeHostBits: 8 },
        },
      ]);
    }
  });

  it("holds no key that the pinned node-ipam-controller does not have", () => {
    const [ipam] = flannelInstallation(plan, "aws").releases;
    for (const path of keyPaths(ipam?.values)) assert.ok(NODE_IPAM_KEYS.includes(path), path);
  });
});
