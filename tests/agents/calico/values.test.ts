import assert from "node:assert/strict";
import { calicoInstallation } from "../../../agents/calico/installation";
import { calicoValues } from "../../../agents/calico/values";
import type { AgentPlan } from "../../../network/plan/shape";
import { agentPlan } from "../agent-plan";
import { CHART_KEYS, keyPaths } from "./chart-keys";

const CLOUDS = ["aws", "gcp", "azure"] as const;

function plan(changes: Partial<AgentPlan>): AgentPlan {
  return agentPlan({ kind: "calico", version: "v3.32.1", encryption: "none", mesh: [], ...changes });
}

const QUIET = { apiServer: { enabled: true }, goldmane: { enabled: false }, whisker: { enabled: false } };

describe("Calico's values", () => {
  it("where pods are routed leave their addresses to each cloud's own plugin, and keep policies", () => {
    const of = (cloud: (typeof CLOUDS)[number]) => calicoValues(plan({ datapath: "routed" }), cloud);
    const calicoNetwork = { bgp: "Disabled", mtu: 1406 };
    const installed = (kubernetesProvider: string, type: string, ipam: string) => ({
      installation: { enabled: true, kubernetesProvider, cni: { type, ipam: { type: ipam } }, calicoNetwork },
      ...QUIET,
    });
    assert.deepEqual(of("aws"), installed("EKS", "AmazonVPC", "AmazonVPC"));
    assert.deepEqual(of("azure"), installed("AKS", "AzureVNET", "AzureVNET"));
    assert.deepEqual(of("gcp"), installed("GKE", "GKE", "HostLocal"));
  });

  it("in an overlay hand out pods from the member's range by VXLAN, without BGP", () => {
    const providers = [
      ["aws", "EKS"],
      ["azure", "AKS"],
    ] as const;
    for (const [cloud, kubernetesProvider] of providers) {
      const { installation } = calicoValues(plan({ datapath: "overlay" }), cloud);
      assert.deepEqual(installation, {
        enabled: true,
        kubernetesProvider,
        cni: { type: "Calico", ipam: { type: "Calico" } },
        calicoNetwork: {
          bgp: "Disabled",
          mtu: 1356,
          nodeAddressAutodetectionV4: { kubernetes: "NodeInternalIP" },
          ipPools: [
            {
              name: "pods",
              cidr: "10.80.0.0/17",
              encapsulation: "VXLAN",
              natOutgoing: "Enabled",
              nodeSelector: "all()",
            },
          ],
        },
      });
    }
  });

  it("encrypt by WireGuard, behind a cloud's plugin the nodes' own traffic too, and say nothing without", () => {
    const of = (changes: Partial<AgentPlan>) => calicoValues(plan(changes), "aws").defaultFelixConfiguration;
    const on = { enabled: true, wireguardEnabled: true };
    assert.deepEqual(of({ encryption: "wireguard" }), on);
    assert.deepEqual(of({ encryption: "wireguard", datapath: "routed" }), {
      ...on,
      wireguardHostEncryptionEnabled: true,
    });
    assert.equal(of({}), undefined);
  });

  it("tell the pods' MTU: less 60 with WireGuard, on AKS of no more than the 1400 bytes that it carries", () => {
    const of = (cloud: (typeof CLOUDS)[number], changes: Partial<AgentPlan>) =>
      JSON.stringify(calicoValues(plan(changes), cloud)).match(/"mtu":(\d+)/)?.[1];
    assert.equal(of("aws", { encryption: "wireguard" }), "1346");
    assert.equal(of("aws", { encryption: "wireguard", datapath: "routed" }), "1346");
    assert.equal(of("azure", { encryption: "wireguard", mtu: 1446 }), "1340");
    assert.equal(of("azure", { encryption: "none", mtu: 1446 }), "1396");
  });

  it("hold no key that the pinned chart does not have", () => {
    for (const cloud of CLOUDS) {
      for (const encryption of ["wireguard", "none"] as const) {
        for (const datapath of ["routed", "overlay"] as const) {
          const paths = keyPaths(calicoValues(plan({ encryption, datapath }), cloud));
          assert.deepEqual(
            paths.filter((path) => !CHART_KEYS.includes(path)),
            [],
          );
        }
      }
    }
  });

  it("refuse a site, which has no cluster", () => {
    assert.throws(() => calicoValues(plan({}), "site"), /cloud: site has no cluster of ours/);
  });
});

describe("Calico's installation", () => {
  it("brings its kinds before the operator, of one version, into the operator's namespace", () => {
    const { namespaces, releases } = calicoInstallation(plan({}), "aws");
    assert.deepEqual(
      releases.map(({ chart, version, namespace }) => [chart, version, namespace]),
      [
        ["crd.projectcalico.org.v1", "v3.32.1", "tigera-operator"],
        ["tigera-operator", "v3.32.1", "tigera-operator"],
      ],
    );
    assert.deepEqual(
      namespaces?.map(({ name }) => name),
      ["tigera-operator"],
    );
  });

  it("keeps routed pods' addresses on AKS, which would hide them from other networks, and nowhere else", () => {
    const of = (cloud: (typeof CLOUDS)[number], datapath: AgentPlan["datapath"]) =>
      calicoInstallation(plan({ datapath }), cloud).manifests?.map(({ metadata }) => metadata.name);
    assert.deepEqual(of("azure", "routed"), ["azure-ip-masq-agent-config"]);
    for (const cloud of ["aws", "gcp"] as const) assert.equal(of(cloud, "routed"), undefined);
    assert.equal(of("azure", "overlay"), undefined);
  });
});
