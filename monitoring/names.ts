/** Everything that watches the mesh stands in a namespace of its own. */
export const NAMESPACE = "isthmus-monitoring";

/** Names of what the charts make are not left to them: probes and people ask for them. */
export const FULL_NAMES = { stack: "mesh", probes: "mesh-probes" } as const;

/** Prometheus' `job` of all probes. */
export const PROBE_JOB = "isthmus-probe";

/** Prometheus' `job` of the network agents: the operator puts it together of the monitor's namespace and name. */
export const AGENT_MONITOR = "network-agent";
export const AGENT_JOB = `${NAMESPACE}/${AGENT_MONITOR}`;

/** The exporter's module that opens a TCP connection and closes it. */
export const PROBE_MODULE = "mesh_handshake";

/** Port of the exporter (chart default, `service.port`). */
export const PROBER_PORT = 9115;

/** Secret with the name and password of Grafana's administrator. */
export const GRAFANA_ADMIN = {
  secret: "grafana-admin",
  user: "admin-user",
  password: "admin-password",
} as const;

export const LABELS = { "app.kubernetes.io/managed-by": "isthmus" } as const;
