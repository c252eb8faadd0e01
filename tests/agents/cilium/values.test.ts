import assert from "node:assert/strict";
import { ciliumValues } from "../../../agents/cilium/values";
import type { Cloud, Encryption } from "../../../network/spec/shape";
import { agentPlan } from "../agent-plan";
import { CHART_KEYS, keyPaths } from "./chart-keys";

const CLOUDS: Cloud[] = ["aws", "gcp", "azure"];
const ENCRYPTIONS: Encryption[] = ["wireguard", "ipsec", "none"];

/** What every cloud's values have in common. */
const SHARED = {
  cluster: { name: "dublin", id: 7 },
  routingMode: "tunnel",
  tunnelProtocol: "vxlan",
  MTU: 1406,
  pmtuDiscovery: { enabled: true },
  kubeProxyReplacement: "false",
  agentNotReadyTaintKey: "node.cilium.io/agent-not-ready",
  operator: { replicas: 2 },
  encryption: { enabled: true, type: "wireguard" },
  hubble: { tls: { auto: { method: "cronJob" } } },
};

const POOL = {
  mode: "cluster-pool",
  operator: { clusterPoolIPv4PodCIDRList: ["10.80.0.0/17"], clusterPoolIPv4MaskSize: 24 },
};

function meshWith(service: unknown) {
  return {
    useAPIServer: true,
    policyDefaultLocalCluster: true,
    config: {
      enabled: true,
      clusters: {
        dublin: { enabled: true, ips: ["10.64.0.10"], port: 2379 },
        frankfurt: { enabled: true, ips: ["10.65.0.10", "10.65.8.10"], port: 2379 },
      },
    },
    apiserver: {
      replicas: 2,
      service,
      tls: {
        authMode: "cluster",
        auto: { enabled: true, method: "cronJob", certValidityDuration: 365, schedule: "0 0 1 */4 *" },
      },
    },
  };
}

describe("Cilium's values", () => {
  it("on EKS hand out pods from the member's range and wait behind the cluster's own load balancer", () => {
    assert.deepEqual(ciliumValues(agentPlan(), "aws"), {
      ...SHARED,
      ipam: POOL,
      clustermesh: meshWith({ type: "NodePort", nodePort: 32379 }),
    });
  });

  it("on GKE take the nodes' own pod ranges, in a tunnel, at a fixed internal address", () => {
    assert.deepEqual(ciliumValues(agentPlan(), "gcp"), {
      ...SHARED,
      ipam: { mode: "kubernetes" },
      cni: { binPath: "/home/kubernetes/bin" },
      nodeinit: { enabled: true, reconfigureKubelet: true, removeCbrBridge: true },
      clustermesh: meshWith({
        type: "LoadBalancer",
        loadBalancerIP: "10.64.0.10",
        loadBalancerSourceRanges: ["10.65.0.0/20"],
        annotations: {
          "networking.gke.io/load-balancer-type": "Internal",
          "networking.gke.io/internal-load-balancer-allow-global-access": "true",
        },
      }),
    });
  });

  it("on AKS hand out pods from the member's range, at a fixed internal address", () => {
    assert.deepEqual(ciliumValues(agentPlan(), "azure"), {
      ...SHARED,
      aksbyocni: { enabled: true },
      ipam: POOL,
      clustermesh: meshWith({
        type: "LoadBalancer",
        loadBalancerSourceRanges: ["10.65.0.0/20"],
        annotations: {
          "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
          "service.beta.kubernetes.io/azure-load-balancer-ipv4": "10.64.0.10",
        },
      }),
    });
  });

  it("have no ClusterMesh for a cluster alone, also where the mesh names only itself", () => {
    for (const mesh of [[], [{ name: "dublin", addresses: ["10.64.0.10"], nodes: "10.64.0.0/20" }]]) {
      for (const cloud of CLOUDS) {
        assert.ok(!("clustermesh" in ciliumValues(agentPlan({ mesh }), cloud)));
      }
    }
  });

  it("say which encryption, or that there is none", () => {
    const of = (encryption: Encryption) => ciliumValues(agentPlan({ encryption }), "aws").encryption;
    assert.deepEqual(of("ipsec"), { enabled: true, type: "ipsec" });
    assert.deepEqual(of("none"), { enabled: false });
  });

  it("hold no key that the pinned chart does not have", () => {
    for (const cloud of CLOUDS) {
      for (const encryption of ENCRYPTIONS) {
        const paths = keyPaths(ciliumValues(agentPlan({ encryption }), cloud));
        assert.deepEqual(
          paths.filter((path) => !CHART_KEYS.includes(path)),
          [],
        );
      }
    }
  });

  it("never switch on a cloud's native routing, which the chart refuses beside a tunnel", () => {
    for (const cloud of CLOUDS) {
      const values = ciliumValues(agentPlan(), cloud);
      assert.ok(!("gke" in values) && !("eni" in values));
    }
  });

  it("refuse a site, which has no cluster", () => {
    assert.throws(() => ciliumValues(agentPlan(), "site"), /cloud: site has no cluster of ours/);
  });
});
