import assert from "node:assert/strict";
import { MONITORING_CHARTS } from "../../monitoring/charts";
import { monitoringInstallation } from "../../monitoring/installation";
import { NAMESPACE } from "../../monitoring/names";
import { HANDSHAKE_LIMIT, PROBE_INTERVAL, SCRAPE_TIMEOUT } from "../../monitoring/timing";
import { valueAt } from "../../network/model/property";
import { ALONE, DUBLIN, SILENT } from "./subjects";

const releases = (subject = DUBLIN) =>
  Object.fromEntries(monitoringInstallation(subject).releases.map((release) => [release.chart, release]));
const stack = (path: string) => valueAt(releases()["kube-prometheus-stack"]?.values ?? {}, path);

describe("what watches a mesh from a cluster", () => {
  it("is installed from charts of pinned versions, each with its source and date", () => {
    for (const { name, version, source } of Object.values(MONITORING_CHARTS)) {
      assert.equal(releases()[name]?.version, version);
      assert.match(version, /^\d+\.\d+\.\d+$/);
      assert.match(source, /prometheus-community\/helm-charts, 20\d\d-\d\d-\d\d/);
    }
  });

  it("needs nothing of the host, and stands in a namespace of its own", () => {
    const { namespace, manifests } = monitoringInstallation(DUBLIN);
    assert.equal(namespace.labels?.["pod-security.kubernetes.io/enforce"], "baseline");
    assert.equal(stack("nodeExporter.enabled"), false);
    for (const { metadata } of manifests) assert.equal(metadata.namespace, NAMESPACE);
    for (const { namespace: home } of Object.values(releases())) assert.equal(home, NAMESPACE);
  });

  it("has no webhook, which a control plane does not reach in an overlay, nor what makes its certificates", () => {
    assert.equal(stack("prometheusOperator.admissionWebhooks.enabled"), false);
    assert.equal(stack("prometheusOperator.tls.enabled"), false);
  });

  it("leaves other Prometheuses of the cluster what is theirs", () => {
    assert.equal(stack("prometheusOperator.namespaces.releaseNamespace"), true);
    for (const kind of ["rule", "serviceMonitor", "podMonitor", "probe", "scrapeConfig"]) {
      assert.equal(stack(`prometheus.prometheusSpec.${kind}SelectorNilUsesHelmValues`), false);
      const selector = stack(`prometheus.prometheusSpec.${kind}NamespaceSelector`);
      assert.deepEqual(selector, { matchLabels: { "kubernetes.io/metadata.name": NAMESPACE } });
    }
  });

  it("watches the mesh and not the inside of the cluster", () => {
    for (const part of ["kubernetesServiceMonitors", "kubeStateMetrics", "nodeExporter"])
      assert.equal(stack(`${part}.enabled`), false);
    assert.equal(stack("defaultRules.create"), false);
    assert.equal(stack("grafana.defaultDashboardsEnabled"), false);
  });

  it("names its cluster to whoever looks at several", () => {
    assert.equal(
      valueAt(
        releases()["kube-prometheus-stack"]?.values ?? {},
        "prometheus.prometheusSpec.externalLabels.cluster",
      ),
      "dublin",
    );
  });

  it("probes each member from a resource of its own, with the pair as labels", () => {
    const probes = monitoringInstallation(DUBLIN).manifests.filter(({ kind }) => kind === "Probe");
    assert.deepEqual(
      probes.map(({ metadata, spec }) => [metadata.name, valueAt(spec as object, "targets.staticConfig")]),
      [
        ["to-amsterdam", { static: ["10.0.1.1:2379"], labels: { from: "dublin", to: "amsterdam" } }],
        [
          "to-frankfurt",
          { static: ["10.0.2.1:2379", "10.0.2.2:2379"], labels: { from: "dublin", to: "frankfurt" } },
        ],
      ],
    );
    const values = releases()["prometheus-blackbox-exporter"]?.values ?? {};
    for (const { spec } of probes) {
      const { module, prober } = spec as { module: string; prober: { url: string } };
      assert.equal(valueAt(values, `config.modules.${module}.prober`), "tcp");
      assert.equal(prober.url, `${valueAt(values, "fullnameOverride")}.${NAMESPACE}.svc:9115`);
    }
  });

  it("gives a handshake up before TCP would repeat it, and in time for the next", () => {
    assert.ok(HANDSHAKE_LIMIT < 1000);
    assert.ok(HANDSHAKE_LIMIT / 1000 < SCRAPE_TIMEOUT - 0.5);
    assert.ok(SCRAPE_TIMEOUT < PROBE_INTERVAL);
  });

  it("probes nothing where there is nothing to probe, and asks no agent that tells nothing", () => {
    assert.equal(releases(ALONE)["prometheus-blackbox-exporter"], undefined);
    const kinds = (subject: typeof DUBLIN) =>
      monitoringInstallation(subject).manifests.map(({ kind }) => kind);
    assert.ok(!kinds(ALONE).includes("Probe"));
    assert.ok(!kinds(SILENT).includes("PodMonitor"));
  });

  it("is the same each time, byte for byte", () => {
    assert.equal(
      JSON.stringify(monitoringInstallation(DUBLIN)),
      JSON.stringify(monitoringInstallation(structuredClone(DUBLIN))),
    );
  });
});
