import assert from "node:assert/strict";
import { applied, kubernetesSuite } from "../available";
import type { Manifest } from "../manifest";

/** One sound object of each source of definitions, and of Kubernetes' own. */
const SOUND: Manifest[] = [
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "dashboard", namespace: "default" },
    data: { "mesh.json": "{}" },
  },
  {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "keys", namespace: "kube-system" },
    stringData: { keys: "3+ rfc4106(gcm(aes)) 00 128" },
  },
  {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: "agent", namespace: "kube-system" },
    spec: {
      selector: { matchLabels: { app: "agent" } },
      template: {
        metadata: { labels: { app: "agent" } },
        spec: {
          hostNetwork: true,
          containers: [
            {
              name: "agent",
              image: "registry.example/agent:1.0",
              securityContext: { privileged: true },
              resources: { requests: { cpu: "0.1", memory: "1024Mi" } },
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: "cilium.io/v2",
    kind: "CiliumNetworkPolicy",
    metadata: { name: "isolation", namespace: "default" },
    spec: { endpointSelector: {}, ingress: [{ fromEntities: ["cluster"] }] },
  },
  {
    apiVersion: "multicluster.x-k8s.io/v1alpha1",
    kind: "ServiceExport",
    metadata: { name: "web", namespace: "default" },
  },
  {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: "tunnels", namespace: "default" },
    spec: { groups: [{ name: "tunnels", rules: [{ alert: "TunnelDown", expr: "vector(1)", for: "5m" }] }] },
  },
  {
    apiVersion: "operator.tigera.io/v1",
    kind: "Installation",
    metadata: { name: "default" },
    spec: { cni: { type: "Calico" } },
  },
  {
    apiVersion: "projectcalico.org/v3",
    kind: "IPPool",
    metadata: { name: "frankfurt" },
    spec: { cidr: "10.65.0.0/17", disabled: true, natOutgoing: false },
  },
];

interface Wrong {
  what: string;
  manifest: Manifest;
  says: RegExp;
}

const WRONG: Wrong[] = [
  {
    what: "a field that its kind does not have",
    manifest: {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "mesh-monitor" },
      spec: { finalisers: [] },
    },
    says: /^Namespace mesh-monitor: .*spec\.finalisers: field not declared in schema/,
  },
  {
    what: "a number where a text belongs",
    manifest: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "limits", namespace: "default" },
      data: { mtu: 1406 },
    },
    says: /^ConfigMap default\/limits: .*data\.mtu/,
  },
  {
    what: "a selector that Cilium's policies do not have",
    manifest: {
      apiVersion: "cilium.io/v2",
      kind: "CiliumClusterwideNetworkPolicy",
      metadata: { name: "isolation" },
      spec: { endpointSelektor: {}, ingress: [{ fromEntities: ["cluster"] }] },
    },
    says: /^CiliumClusterwideNetworkPolicy isolation: .*endpointSelektor/,
  },
  {
    what: "an entity that Cilium does not know",
    manifest: {
      apiVersion: "cilium.io/v2",
      kind: "CiliumClusterwideNetworkPolicy",
      metadata: { name: "isolation" },
      spec: { endpointSelector: {}, ingress: [{ fromEntities: ["everyone"] }] },
    },
    says: /Unsupported value: "everyone"/,
  },
  {
    what: "a rule of Prometheus whose expression is left out",
    manifest: {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "tunnels", namespace: "default" },
      spec: { groups: [{ name: "tunnels", rules: [{ alert: "TunnelDown" }] }] },
    },
    says: /^PrometheusRule default\/tunnels: .*expr: Required value/,
  },
  {
    what: "an installation of Calico with an unknown encapsulation",
    manifest: {
      apiVersion: "operator.tigera.io/v1",
      kind: "Installation",
      metadata: { name: "default" },
      spec: { calicoNetwork: { ipPools: [{ cidr: "10.64.0.0/17", encapsulation: "Geneve" }] } },
    },
    says: /^Installation default: .*Unsupported value: "Geneve"/,
  },
  {
    what: "a namespace that nobody makes",
    manifest: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "dashboard", namespace: "nowhere" },
      data: {},
    },
    says: /^ConfigMap nowhere\/dashboard: namespaces "nowhere" not found/,
  },
  {
    what: "a kind that nobody defines",
    manifest: { apiVersion: "example.org/v1", kind: "Tunnel", metadata: { name: "one" } },
    says: /^Tunnel one: no such kind as example\.org\/v1 Tunnel/,
  },
  {
    what: "a version that its kind does not have",
    manifest: {
      apiVersion: "monitoring.coreos.com/v9",
      kind: "Probe",
      metadata: { name: "pairs", namespace: "default" },
    },
    says: /^Probe default\/pairs: probes\.monitoring\.coreos\.com has no monitoring\.coreos\.com\/v9, only .*\/v1/,
  },
];

kubernetesSuite("a real API server", () => {
  for (const manifest of SOUND) {
    it(`takes and holds a sound ${manifest.kind} of ${manifest.apiVersion}`, async () => {
      const [held] = await applied(manifest);
      assert.equal(held?.kind, manifest.kind);
    });
  }

  for (const { what, manifest, says } of WRONG) {
    it(`fails a manifest with ${what}`, async () => {
      await assert.rejects(applied(manifest), { message: says });
    });
  }

  it("fails two objects of one name, where the second would change the first", async () => {
    const one = SOUND[0];
    assert.ok(one);
    await assert.rejects(applied(one, one), { message: /^ConfigMap default\/dashboard: is there twice/ });
  });

  it("names every fault of several manifests at once", async () => {
    const wrong = WRONG.slice(0, 2).map(({ manifest }) => manifest);
    await assert.rejects(applied(...wrong), {
      message: /^Namespace mesh-monitor: .*\nConfigMap default\/limits: /,
    });
  });

  it("holds nothing more of what a test has applied", async () => {
    const one = SOUND[0];
    assert.ok(one);
    const [first] = await applied(one);
    const [second] = await applied(one);
    const uid = (manifest: Manifest | undefined) => Object(manifest?.metadata).uid;
    assert.notEqual(uid(first), uid(second));
  });
});
