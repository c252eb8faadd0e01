import type { CloudFacts } from "../catalogue";

/** Largest packet that fits both ends' tunnels, in bytes. */
export function linkMtu(a: CloudFacts, b: CloudFacts): number {
  return Math.min(a.gateway.mtu, b.gateway.mtu);
}
