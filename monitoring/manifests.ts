import type { Manifest } from "../agents/installation";
import { agentMetrics } from "./agent-metrics";
import { alerts } from "./alerts";
import { dashboards } from "./dashboards";
import { AGENT_MONITOR, FULL_NAMES, LABELS, NAMESPACE, PROBE_JOB, PROBE_MODULE, PROBER_PORT } from "./names";
import { recordings } from "./recordings";
import type { Subject } from "./subject";
import { PROBE_INTERVAL, SCRAPE_TIMEOUT } from "./timing";

/** Kinds of Prometheus' operator, which its chart brings. */
const OPERATOR_API = "monitoring.coreos.com/v1";

/** What is configured from the plan, each a Kubernetes resource: probes, what asks the agents, rules, dashboards. */
export function monitoringManifests(subject: Subject): Manifest[] {
  return [
    ...subject.probes.map((probe) => probeManifest(subject, probe)),
    ...agentMonitor(subject),
    ruleManifest(subject),
    ...dashboards(subject).map(dashboardManifest),
  ];
}

/** The operator hands each target to the exporter, and names it as the series' `instance`. */
function probeManifest({ cluster }: Subject, { to, targets }: Subject["probes"][number]): Manifest {
  return {
    apiVersion: OPERATOR_API,
    kind: "Probe",
    metadata: { name: `to-${to}`, namespace: NAMESPACE, labels: LABELS },
    spec: {
      jobName: PROBE_JOB,
      interval: `${PROBE_INTERVAL}s`,
      scrapeTimeout: `${SCRAPE_TIMEOUT}s`,
      module: PROBE_MODULE,
      prober: { url: `${FULL_NAMES.probes}.${NAMESPACE}.svc:${PROBER_PORT}` },
      targets: { staticConfig: { static: targets, labels: { from: cluster, to } } },
    },
  };
}

function agentMonitor({ agent }: Subject): Manifest[] {
  const metrics = agentMetrics(agent.kind);
  if (!metrics) return [];
  const { namespace, labels, port } = metrics.pods;
  return [
    {
      apiVersion: OPERATOR_API,
      kind: "PodMonitor",
      metadata: { name: AGENT_MONITOR, namespace: NAMESPACE, labels: LABELS },
      spec: {
        namespaceSelector: { matchNames: [namespace] },
        selector: { matchLabels: labels },
        podMetricsEndpoints: [{ port, interval: "30s" }],
      },
    },
  ];
}

function ruleManifest(subject: Subject): Manifest {
  return {
    apiVersion: OPERATOR_API,
    kind: "PrometheusRule",
    metadata: { name: "mesh", namespace: NAMESPACE, labels: LABELS },
    spec: { groups: ruleGroups(subject) },
  };
}

/** As Prometheus takes them, also from a file. */
export function ruleGroups(subject: Subject): { name: string; interval?: string; rules: object[] }[] {
  return [
    { name: "isthmus-recordings", interval: `${PROBE_INTERVAL}s`, rules: recordings(subject) },
    { name: "isthmus-alerts", rules: alerts(subject) },
  ];
}

/** Grafana's sidecar takes every ConfigMap of this label. */
function dashboardManifest({ uid, ...rest }: { uid: string }): Manifest {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: `dashboard-${uid}`,
      namespace: NAMESPACE,
      labels: { ...LABELS, grafana_dashboard: "1" },
    },
    data: { [`${uid}.json`]: `${JSON.stringify({ uid, ...rest }, undefined, 2)}\n` },
  };
}
