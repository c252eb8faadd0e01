/**
 * ConfigMap that makes AKS's CoreDNS send a zone's names elsewhere: AKS takes servers of one's own out of it, by keys that end in
 * `.server` ("Customize CoreDNS with Azure Kubernetes Service", 2025).
 */
export function coreDnsConfigMap(zone: string, address: string) {
  return {
    metadata: { name: "coredns-custom", namespace: "kube-system" },
    data: { "clusterset.server": `${zone}:53 {\n    errors\n    cache 30\n    forward . ${address}\n}\n` },
  };
}
