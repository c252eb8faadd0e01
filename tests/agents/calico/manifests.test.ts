import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { configMap, daemonSet, inCluster, object, onPremises, read } from "../manifests";
import { resource } from "../releases";

const installation = (spec: unknown) => object("operator.tigera.io/v1", "Installation", "default", { spec });
const felix = (spec: unknown) => object("projectcalico.org/v3", "FelixConfiguration", "default", { spec });
const pool = (spec: unknown) => object("crd.projectcalico.org/v1", "IPPool", "pool", { spec });
const node = (env: Record<string, unknown>) =>
  daemonSet(
    "calico-node",
    "calico-node",
    Object.entries(env).map(([name, value]) => ({ name, value })),
  );

describe("reading Calico's objects", () => {
  it("finds the operator's pools and how they are routed", () => {
    const { agent, ranges } = read(
      inCluster("dublin", [
        installation({
          cni: { type: "Calico" },
          calicoNetwork: {
            mtu: 1400,
            ipPools: [{ cidr: "10.1.0.0/16", encapsulation: "None" }, { cidr: UNKNOWN }],
          },
        }),
      ]),
    );
    assert.deepEqual(ranges, ["pods 10.1.0.0/16", "pods unknown"]);
    assert.equal(agent?.routing, "tunnel");
    assert.equal(agent?.mtu, UNKNOWN);
    assert.equal(agent?.encryption, "none");
  });

  it("knows the default pool, and that kubeadm's range or a pool's comes before it", () => {
    const bare = installation({ cni: { type: "Calico" } });
    assert.deepEqual(read(inCluster("dublin", [bare])).ranges, ["pods 192.168.0.0/16"]);
    assert.deepEqual(read(onPremises("office", [bare])).ranges, ["pods unknown"]);
    const kubeadm = configMap("kubeadm-config", {
      ClusterConfiguration: "networking:\n  podSubnet: 10.244.0.0/16\n",
    });
    assert.deepEqual(read(onPremises("office", [bare, kubeadm])).ranges, [
      "pods 10.244.0.0/16",
      "services 10.96.0.0/12",
    ]);
    assert.deepEqual(read(inCluster("dublin", [bare, pool({ cidr: "10.2.0.0/16" })])).ranges, [
      "pods 10.2.0.0/16",
    ]);
  });

  it("has no ranges of its own where the cloud's plugin gives pods their addresses", () => {
    for (const spec of [
      { cni: { type: "AmazonVPC" } },
      { kubernetesProvider: "EKS" },
      // The operator sees what it runs in.
      {},
    ]) {
      const { agent, ranges } = read(inCluster("dublin", [installation(spec)]));
      assert.deepEqual(ranges, [], JSON.stringify(spec));
      assert.equal(agent?.routing, "native");
    }
  });

  it("believes Felix's configuration beside the operator's chart, which does not know of it", () => {
    const chart = resource("kubernetes:helm.sh/v3:Release", "calico", {
      props: { chart: "tigera-operator", version: "v3.32.1", values: {} },
    });
    const of = (spec: unknown) => read(inCluster("dublin", [chart, felix(spec)]));
    assert.equal(of({ wireguardEnabled: true }).agent?.encryption, "wireguard");
    assert.equal(of({ wireguardEnabled: UNKNOWN }).agent?.encryption, UNKNOWN);
    assert.equal(of({}).agent?.encryption, "none");
    assert.equal(of({}).agents.length, 1);
    assert.equal(of({}).agent?.version, "v3.32.1");
  });

  it("reads calico-node's variables, and the one for WireGuard before the object", () => {
    const { agent, ranges } = read(
      inCluster("dublin", [
        node({
          CALICO_IPV4POOL_CIDR: "10.3.0.0/16",
          CALICO_IPV4POOL_IPIP: "Never",
          CALICO_IPV4POOL_VXLAN: "CrossSubnet",
          FELIX_WIREGUARDENABLED: "true",
        }),
        configMap("calico-config", { veth_mtu: "0" }),
        felix({ wireguardEnabled: false }),
      ]),
    );
    assert.deepEqual(ranges, ["pods 10.3.0.0/16"]);
    assert.equal(agent?.encryption, "wireguard");
    assert.equal(agent?.routing, "tunnel");
    assert.equal(agent?.version, "1.2.3");
    assert.equal(agent?.mtu, 0);
    assert.equal(
      read(inCluster("dublin", [node({ FELIX_WIREGUARDENABLED: UNKNOWN })])).agent?.encryption,
      UNKNOWN,
    );
    assert.deepEqual(read(inCluster("dublin", [node({})])).ranges, ["pods unknown"]);
    assert.deepEqual(read(inCluster("dublin", [node({ NO_DEFAULT_POOLS: "true" })])).ranges, []);
  });

  it("knows Calico by a pool alone, but not whether it encrypts; pools of load balancers are no pods'", () => {
    const { agent, ranges } = read(
      inCluster("dublin", [
        pool({ cidr: "10.4.0.0/16", vxlanMode: "Always" }),
        pool({ cidr: "10.0.9.0/24", allowedUses: ["LoadBalancer"] }),
      ]),
    );
    assert.equal(agent?.kind, "calico");
    assert.equal(agent?.encryption, UNKNOWN);
    assert.equal(agent?.routing, "tunnel");
    assert.deepEqual(ranges, ["pods 10.4.0.0/16"]);
  });
});
