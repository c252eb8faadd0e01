/**
 * ConfigMap that makes GKE's kube-dns send a zone's names elsewhere, as a stub domain ("Setting up custom kube-dns ConfigMaps", GKE
 * docs, 2025). kube-dns is what GKE runs where no other DNS provider is asked for.
 */
export function kubeDnsConfigMap(zone: string, address: string) {
  return {
    metadata: { name: "kube-dns", namespace: "kube-system" },
    data: { stubDomains: JSON.stringify({ [zone]: [address] }) },
  };
}
