/**
 * The keys of chart tigera-operator v3.32.1 that we set: its `values.yaml` (projectcalico/calico @ v3.32.1, 2026-06-24), and below
 * `installation` and `defaultFelixConfiguration`, which it renders as they are, the fields of `Installation`
 * (operator.tigera.io/v1, "Installation API", Calico docs 3.32) and `FelixConfiguration` (projectcalico.org/v3, the same).
 */
export const CHART_KEYS = [
  "apiServer.enabled",
  "defaultFelixConfiguration.enabled",
  "defaultFelixConfiguration.wireguardEnabled",
  "defaultFelixConfiguration.wireguardHostEncryptionEnabled",
  "goldmane.enabled",
  "installation.calicoNetwork.bgp",
  "installation.calicoNetwork.ipPools.*.cidr",
  "installation.calicoNetwork.ipPools.*.encapsulation",
  "installation.calicoNetwork.ipPools.*.name",
  "installation.calicoNetwork.ipPools.*.natOutgoing",
  "installation.calicoNetwork.ipPools.*.nodeSelector",
  "installation.calicoNetwork.mtu",
  "installation.calicoNetwork.nodeAddressAutodetectionV4.kubernetes",
  "installation.cni.ipam.type",
  "installation.cni.type",
  "installation.enabled",
  "installation.kubernetesProvider",
  "whisker.enabled",
];

/** Every key path of `values`, elements of lists as `*`. */
export function keyPaths(values: unknown, path = ""): string[] {
  if (typeof values !== "object" || values === null) return [path];
  const list = Array.isArray(values);
  return Object.entries(values).flatMap(([key, value]) => {
    const step = list ? "*" : key;
    return keyPaths(value, path ? `${path}.${step}` : step);
  });
}
