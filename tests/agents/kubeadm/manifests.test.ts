import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { configMap, inCluster, object, onPremises, read } from "../manifests";

const kubeadm = (written: unknown) => configMap("kubeadm-config", { ClusterConfiguration: written });
const proxy = (config: string) => configMap("kube-proxy", { "config.conf": config });

describe("ranges that a cluster was made with", () => {
  it("are found in kubeadm's configuration, of each family, with its default for Services", () => {
    const both =
      "networking:\n  podSubnet: 10.244.0.0/16,fd00:10:244::/56\n  serviceSubnet: 10.97.0.0/16\n  dnsDomain: cluster.local\n";
    assert.deepEqual(read(onPremises("office", [kubeadm(both)])).ranges, [
      "pods 10.244.0.0/16",
      "pods fd00:10:244::/56",
      "services 10.97.0.0/16",
    ]);
    assert.deepEqual(read(onPremises("office", [kubeadm("kind: ClusterConfiguration")])).ranges, [
      "services 10.96.0.0/12",
    ]);
  });

  it("are found in kube-proxy's, and on the control plane's command lines", () => {
    assert.deepEqual(read(onPremises("office", [proxy("clusterCIDR: 10.244.0.0/16")])).ranges, [
      "pods 10.244.0.0/16",
    ]);
    const manager = object("v1", "Pod", "kube-controller-manager", {
      spec: {
        containers: [
          {
            command: [
              "kube-controller-manager",
              "--cluster-cidr=10.8.0.0/16",
              "--service-cluster-ip-range=10.96.0.0/16",
            ],
          },
        ],
      },
    });
    assert.deepEqual(read(onPremises("office", [manager])).ranges, [
      "pods 10.8.0.0/16",
      "services 10.96.0.0/16",
    ]);
  });

  it("are unknown where the text is", () => {
    for (const written of [UNKNOWN, "networking: [", 7]) {
      assert.deepEqual(read(onPremises("office", [kubeadm(written)])).ranges, [
        "pods unknown",
        "services unknown",
      ]);
    }
  });

  it("are a cloud's own word where it made the cluster, whose kube-proxy may be told the whole VPC", () => {
    assert.deepEqual(read(inCluster("dublin", [proxy("clusterCIDR: 10.0.0.0/16")])).ranges, []);
  });
});
