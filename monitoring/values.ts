import { FULL_NAMES, GRAFANA_ADMIN, LABELS, NAMESPACE, PROBE_MODULE } from "./names";
import type { Subject } from "./subject";
import { HANDSHAKE_LIMIT } from "./timing";

/** Helm values, or a part of them. */
export type Values = Record<string, unknown>;

/** Only what is in the namespace: somebody else's Prometheus may be in the cluster, and keeps what is its own. */
const ownNamespace = { matchLabels: { "kubernetes.io/metadata.name": NAMESPACE } };

/** Days of history, and what it may take on a node's disk. */
const RETENTION = { retention: "7d", retentionSize: "4GB" } as const;

/**
 * Prometheus, its operator, Alertmanager and Grafana, and nothing that watches the inside of the cluster: no kubelet, no node
 * exporter, no default rules. Keys and defaults: `values.yaml` of kube-prometheus-stack 88.5 (prometheus-community/helm-charts @
 * cf408a29, 2026-08-21).
 */
export function stackValues({ cluster }: Subject): Values {
  const everyOne = Object.fromEntries(
    ["rule", "serviceMonitor", "podMonitor", "probe", "scrapeConfig"].flatMap((kind) => [
      [`${kind}SelectorNilUsesHelmValues`, false],
      [`${kind}NamespaceSelector`, ownNamespace],
    ]),
  );
  return {
    fullnameOverride: FULL_NAMES.stack,
    commonLabels: LABELS,
    defaultRules: { create: false },
    kubernetesServiceMonitors: { enabled: false },
    kubeStateMetrics: { enabled: false },
    nodeExporter: { enabled: false },
    prometheusOperator: {
      namespaces: { releaseNamespace: true, additional: [] },
      // A control plane does not reach pods of an overlay (EKS): a webhook would refuse every rule. Its certificates go with it, and
      // the hooks that make them, which Helm would wait for.
      admissionWebhooks: { enabled: false },
      tls: { enabled: false },
      kubeletService: { enabled: false },
    },
    prometheus: {
      prometheusSpec: {
        ...everyOne,
        ...RETENTION,
        // Who looks at several clusters together tells them apart by it.
        externalLabels: { cluster },
        resources: { requests: { cpu: "100m", memory: "512Mi" }, limits: { memory: "1Gi" } },
      },
    },
    alertmanager: {
      alertmanagerSpec: {
        alertmanagerConfigNamespaceSelector: ownNamespace,
        // The mesh's alerts have no namespace, which the default asks of an alert before a receiver gets it.
        alertmanagerConfigMatcherStrategy: { type: "None" },
        resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { memory: "128Mi" } },
      },
    },
    grafana: {
      defaultDashboardsEnabled: false,
      // The chart's default password is known to everyone.
      admin: {
        existingSecret: GRAFANA_ADMIN.secret,
        userKey: GRAFANA_ADMIN.user,
        passwordKey: GRAFANA_ADMIN.password,
      },
      resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
      sidecar: {
        dashboards: {
          enabled: true,
          label: "grafana_dashboard",
          labelValue: "1",
          searchNamespace: NAMESPACE,
        },
      },
    },
  };
}

/**
 * The exporter that opens the connections. Keys and defaults: `values.yaml` of prometheus-blackbox-exporter 11.17 (the same
 * repository, 2026-08-10); it drops every capability, for a TCP connection needs none.
 */
export function probesValues(): Values {
  return {
    fullnameOverride: FULL_NAMES.probes,
    commonLabels: LABELS,
    config: {
      modules: {
        [PROBE_MODULE]: {
          prober: "tcp",
          timeout: `${HANDSHAKE_LIMIT}ms`,
          tcp: { preferred_ip_protocol: "ip4", ip_protocol_fallback: false },
        },
      },
    },
    resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "64Mi" } },
  };
}
