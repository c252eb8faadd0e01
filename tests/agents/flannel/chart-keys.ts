/** The keys of chart v0.28.9 that we set, out of its `values.yaml` (flannel-io/flannel@07274bb7, chart/kube-flannel, 2026-08-07). */
export const FLANNEL_KEYS = [
  "flannel.args",
  "flannel.backend",
  "flannel.cniBinDir",
  "flannel.healthz.port",
  // Commented out there, and rendered by `templates/config.yaml`.
  "flannel.mtu",
  "netpol.enabled",
  "podCidr",
];

/** Those of chart 0.3.0 (kubernetes-sigs/node-ipam-controller@02d4754c, charts/node-ipam-controller/values.yaml). */
export const NODE_IPAM_KEYS = ["installCRDs", "leaderElection.enabled", "replicaCount"];
