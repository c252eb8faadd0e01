/**
 * The keys of chart 1.19.6 that we set, out of its `values.yaml` (cilium/charts, 2026-08-03). A `*` stands for a name of
 * ours. `nodeinit.reconfigureKubelet` and `.removeCbrBridge` are not in `values.yaml`: the chart's `files/nodeinit` reads them.
 */
export const CHART_KEYS = [
  "MTU",
  "agentNotReadyTaintKey",
  "aksbyocni.enabled",
  "cluster.id",
  "cluster.name",
  "clustermesh.apiserver.replicas",
  "clustermesh.apiserver.service.annotations.*",
  "clustermesh.apiserver.service.loadBalancerIP",
  "clustermesh.apiserver.service.loadBalancerSourceRanges",
  "clustermesh.apiserver.service.nodePort",
  "clustermesh.apiserver.service.type",
  "clustermesh.apiserver.tls.authMode",
  "clustermesh.apiserver.tls.auto.certValidityDuration",
  "clustermesh.apiserver.tls.auto.enabled",
  "clustermesh.apiserver.tls.auto.method",
  "clustermesh.apiserver.tls.auto.schedule",
  "clustermesh.config.clusters.*.enabled",
  "clustermesh.config.clusters.*.ips",
  "clustermesh.config.clusters.*.port",
  "clustermesh.config.enabled",
  "clustermesh.policyDefaultLocalCluster",
  "clustermesh.useAPIServer",
  "cni.binPath",
  "encryption.enabled",
  "encryption.type",
  "hubble.tls.auto.method",
  "ipam.mode",
  "ipam.operator.clusterPoolIPv4MaskSize",
  "ipam.operator.clusterPoolIPv4PodCIDRList",
  "kubeProxyReplacement",
  "nodeinit.enabled",
  "nodeinit.reconfigureKubelet",
  "nodeinit.removeCbrBridge",
  "operator.replicas",
  "pmtuDiscovery.enabled",
  "routingMode",
  "tls.ca.cert",
  "tls.ca.key",
  "tunnelProtocol",
];

const NAMED = ["clustermesh.apiserver.service.annotations", "clustermesh.config.clusters"];

/** Every key path of `values` down to what is no map, names of ours as `*`. */
export function keyPaths(values: unknown, path = ""): string[] {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return [path];
  return Object.entries(values).flatMap(([key, value]) => {
    const step = NAMED.includes(path) ? "*" : key;
    return keyPaths(value, path ? `${path}.${step}` : step);
  });
}
