/**
 * The keys of `submariner-operator` that we set, out of `values.yaml` of submariner-io/submariner-charts@5cf3f48 (0.19, 2024-10). The
 * packaged values of 0.24.2 have not been seen: docs/agents/submariner.md says so.
 */
export const OPERATOR_KEYS = [
  "broker.ca",
  "broker.globalnet",
  "broker.insecure",
  "broker.namespace",
  "broker.server",
  "broker.token",
  "ipsec.psk",
  "serviceAccounts.globalnet.create",
  "submariner.cableDriver",
  "submariner.clusterCidr",
  "submariner.clusterId",
  // A map there, `{}`; `templates/submariner.yaml`@01599cbb reads the two.
  "submariner.coreDNSCustomConfig.configmapName",
  "submariner.coreDNSCustomConfig.namespace",
  "submariner.healthcheckEnabled",
  "submariner.natEnabled",
  "submariner.serviceCidr",
  "submariner.serviceDiscovery",
];

/** Those of `submariner-k8s-broker` (its README.md, 0.12.2). */
export const BROKER_KEYS = ["rbac.create", "serviceAccounts.client.create"];
