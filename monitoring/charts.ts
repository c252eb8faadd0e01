/** A Helm chart that watches the mesh, and the version that this release of isthmus pins. */
export interface MonitoringChart {
  name: string;
  /** Of the Helm release. */
  release: string;
  repository: string;
  version: string;
  /** Where the version is from, and its date. */
  source: string;
}

const repository = "https://prometheus-community.github.io/helm-charts";

/**
 * Versions of the charts. Both are the newest of their tables of values that were read, `values.yaml` of
 * prometheus-community/helm-charts @ cf408a29 (2026-08-21).
 */
export const MONITORING_CHARTS = {
  stack: {
    name: "kube-prometheus-stack",
    release: "monitoring",
    repository,
    version: "88.5.3",
    source: "prometheus-community/helm-charts, 2026-08-21",
  },
  probes: {
    name: "prometheus-blackbox-exporter",
    release: "probes",
    repository,
    version: "11.17.2",
    source: "prometheus-community/helm-charts, 2026-08-10",
  },
} as const satisfies Record<string, MonitoringChart>;
