import assert from "node:assert/strict";
import fc from "fast-check";
import { readAgents } from "../../agents/read";
import { inventory } from "../../inventory";
import { agentEncrypted } from "../../network/judge/agent-encrypted";
import { rangesDisjoint } from "../../network/judge/ranges-disjoint";
import { type Resource, UNKNOWN } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import { configMap, daemonSet, inCluster, object, onPremises, read } from "./manifests";
import { resource } from "./releases";

const flannel = (network: string, backend = "vxlan") =>
  configMap("kube-flannel-cfg", {
    "net-conf.json": JSON.stringify({ Network: network, Backend: { Type: backend } }),
  });

const PER_AGENT: Record<string, (pods: string, clear: boolean) => Resource[]> = {
  calico: (pods, clear) => [
    object("operator.tigera.io/v1", "Installation", "default", {
      spec: { cni: { type: "Calico" }, calicoNetwork: { ipPools: [{ cidr: pods }] } },
    }),
    object("crd.projectcalico.org/v1", "FelixConfiguration", "default", {
      spec: { wireguardEnabled: !clear },
    }),
  ],
  flannel: (pods, clear) => [flannel(pods, clear ? "vxlan" : "wireguard")],
  weave: (pods, clear) => [
    daemonSet("weave-net", "weave", [
      { name: "IPALLOC_RANGE", value: pods },
      ...(clear
        ? []
        : [{ name: "WEAVE_PASSWORD", valueFrom: { secretKeyRef: { name: "weave", key: "p" } } }]),
    ]),
  ],
  cilium: (pods, clear) => [
    configMap("cilium-config", {
      "cluster-pool-ipv4-cidr": pods,
      "enable-wireguard": String(!clear),
      ipam: "cluster-pool",
    }),
  ],
  submariner: (pods, clear) => [
    object("submariner.io/v1alpha1", "Submariner", "submariner", {
      spec: { clusterID: "x", clusterCIDR: pods, cableDriver: clear ? "vxlan" : "libreswan" },
    }),
  ],
};

describe("agents by their manifests", () => {
  for (const [kind, of] of Object.entries(PER_AGENT)) {
    it(`${kind}: two clusters whose pods overlap are refused, and so is one that sends in clear`, () => {
      const network = inventory([
        ...inCluster("dublin", of("10.8.0.0/16", false)),
        ...inCluster("frankfurt", of("10.8.128.0/17", true), "gcp:container/cluster:Cluster"),
      ]);
      assert.deepEqual(
        network.agents.map((agent) => [agent.kind, agent.cluster?.split("::").at(-1)]),
        [
          [kind, "dublin"],
          [kind, "frankfurt"],
        ],
      );
      const overlaps = rangesDisjoint(network).problems.map(({ message }) => message);
      assert.equal(overlaps.length, 1);
      assert.match(
        overlaps[0] ?? "",
        /^dublin pods 10\.8\.0\.0\/16 .* overlaps frankfurt pods 10\.8\.128\.0\/17/,
      );
      const clear = agentEncrypted(network).problems;
      assert.equal(clear.length, 1);
      assert.match(clear[0]?.message ?? "", new RegExp(`^the ${kind} agent frankfurt-.*in clear`));
      assert.ok(clear[0]?.subjects[0]?.includes("frankfurt-"));
    });

    it(`${kind}: what is not known of it is unknown, and never an agent that is missing`, () => {
      for (const props of [UNKNOWN, undefined]) {
        const hidden = of("10.8.0.0/16", false).map((one) => ({
          ...one,
          props: { metadata: one.props.metadata, data: props ?? UNKNOWN, spec: props ?? UNKNOWN },
        }));
        const { agent } = read(inCluster("dublin", hidden));
        assert.equal(agent?.kind, kind);
        assert.equal(agent?.encryption, UNKNOWN);
      }
    });
  }

  it("are the same agents as children of a file, a group or a chart, and as patches", () => {
    const child = {
      ...flannel("10.8.0.0/16"),
      parent: "urn:pulumi:dev::x::kubernetes:yaml:ConfigFile::flannel",
    };
    assert.deepEqual(read(inCluster("dublin", [child])).ranges, ["pods 10.8.0.0/16"]);
    const patch = { ...child, type: "kubernetes:core/v1:ConfigMapPatch" };
    assert.deepEqual(read(inCluster("dublin", [patch])).ranges, ["pods 10.8.0.0/16"]);
  });

  it("are known by their logical names while their own are not", () => {
    const nameless = resource("kubernetes:core/v1:ConfigMap", "flannel:kube-flannel/kube-flannel-cfg", {
      props: {},
    });
    const { agent, ranges } = read(inCluster("dublin", [nameless]));
    assert.equal(agent?.kind, "flannel");
    assert.deepEqual(ranges, ["pods unknown"]);
  });

  it("are told once where a chart's children say again what its values do", () => {
    const chart = resource("kubernetes:helm.sh/v4:Chart", "flannel", {
      props: { chart: "flannel", values: { podCidr: "10.8.0.0/16" } },
    });
    const [, , made] = inCluster("dublin", [chart]);
    const child = { ...flannel("10.8.0.0/16"), parent: made?.urn };
    const { agents, ranges } = read(inCluster("dublin", [chart, child]));
    assert.equal(agents.length, 1);
    assert.equal(agents[0]?.encryption, "none");
    assert.deepEqual(ranges, ["pods 10.8.0.0/16"]);
  });

  it("tell what a chart's values do not", () => {
    const chart = resource("kubernetes:helm.sh/v4:Chart", "flannel", {
      props: { chart: "flannel", values: UNKNOWN },
    });
    const [, , made] = inCluster("dublin", [chart]);
    const child = { ...flannel("10.8.0.0/16", "wireguard"), parent: made?.urn };
    const { agent, ranges } = read(inCluster("dublin", [chart, child]));
    assert.equal(agent?.encryption, "wireguard");
    assert.ok(ranges.includes("pods 10.8.0.0/16"));
  });

  it("of one provider are of one cluster, also where no cloud made it", () => {
    const { agents } = read([
      ...onPremises("office", [flannel("10.8.0.0/16"), daemonSet("kube-flannel-ds", "kube-flannel", [])]),
      ...onPremises("lab", [flannel("10.9.0.0/16")]),
    ]);
    assert.deepEqual(
      agents.map(({ version }) => version),
      ["1.2.3", UNKNOWN],
    );
  });

  it("never fail, whatever their objects hold", () => {
    const value = fc.oneof(fc.constant(UNKNOWN), fc.anything());
    const types = [
      ...["ConfigMap", "Secret"].map((kind) => `kubernetes:core/v1:${kind}`),
      ...["DaemonSet", "Deployment"].map((kind) => `kubernetes:apps/v1:${kind}`),
      "kubernetes:operator.tigera.io/v1:Installation",
      "kubernetes:crd.projectcalico.org/v1:IPPool",
      "kubernetes:projectcalico.org/v3:FelixConfiguration",
      "kubernetes:submariner.io/v1alpha1:Submariner",
      "kubernetes:submariner.io/v1alpha1:ServiceDiscovery",
    ];
    const names = [
      ...["calico-config", "calico-node", "kube-flannel-cfg", "weave-net", "cilium-config", "default"],
      ...["kubeadm-config", "kube-proxy", "kube-apiserver", "cilium-clustermesh"],
    ];
    const any = fc.record({
      type: fc.constantFrom(...types),
      name: fc.constantFrom(...names),
      data: fc.oneof(value, fc.dictionary(fc.constantFrom("net-conf.json", "ClusterConfiguration"), value)),
      spec: fc.oneof(value, fc.record({ template: value, calicoNetwork: value, containers: value })),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (all) => {
        readAgents(
          new ResourceIndex(
            all.map(({ type, name, data, spec }, index) =>
              resource(type, `r${index}`, { props: { metadata: { name }, data, spec } }),
            ),
          ),
        );
      }),
    );
  });
});
