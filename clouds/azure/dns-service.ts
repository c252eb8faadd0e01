/**
 * Address of the cluster's DNS: the tenth of the service range, by Kubernetes' custom. A canonical range of /28 or shorter
 * has it without a carry. `10.96.0.0/20` gives `10.96.0.10`.
 */
export function dnsServiceAddress(services: string): string {
  const base = services.slice(0, services.indexOf("/"));
  const dot = base.lastIndexOf(".") + 1;
  return `${base.slice(0, dot)}${Number(base.slice(dot)) + 10}`;
}
