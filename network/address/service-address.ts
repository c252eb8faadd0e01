import { cidr, formatAddress } from "./cidr";

/**
 * Hosts of a service range by what they are for. Kubernetes keeps at least the first sixteen addresses free of those that it hands
 * out by itself ("ServiceIPStaticSubrange", Kubernetes docs, stable since 1.26).
 */
const HOSTS = {
  /** The cluster's own DNS: the tenth by custom. */
  clusterDns: 10n,
  /** What answers for names of the cluster set. */
  clusterSetDns: 11n,
} as const;

/** The address of a service in a range of Services: of `10.96.0.0/20` the cluster's DNS has `10.96.0.10`. */
export function serviceAddress(services: string, use: keyof typeof HOSTS): string {
  return formatAddress(4, cidr(services).first + HOSTS[use]);
}
