import { type Coverage, reads } from "../network/model/coverage";

/** Values of the agents' charts, each at its chart's own paths. */
const VALUES = {
  ...{ chart: "word", version: "word", valueYamlFiles: "references" },
  // Cilium.
  "values.cluster.name": "word",
  "values.cluster.id": "number",
  "values.encryption.enabled": "flag",
  "values.encryption.type": "cipher",
  "values.routingMode": "word",
  "values.gke.enabled": "flag",
  "values.eni.enabled": "flag",
  "values.MTU": "number",
  "values.clustermesh.config.enabled": "flag",
  "values.clustermesh.config.clusters.*.name": "word",
  "values.clustermesh.config.clusters.*.enabled": "flag",
  "values.clustermesh.config.clusters.*.ips": "addresses",
  "values.clustermesh.config.clusters.*.address": "address",
  "values.ipam.mode": ["word", "range"],
  "values.ipam.operator.clusterPoolIPv4PodCIDRList": ["cidrs", "range"],
} as const;

export const AGENT_COVERAGE: Coverage = {
  read: [reads("kubernetes:helm.sh/v3:Release", "agent", VALUES)],
  notRead: [],
};
