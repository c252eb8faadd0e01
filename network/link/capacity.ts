import type { CloudFacts } from "../catalogue";

/**
 * Mbit/s of a link in one direction over all its tunnels: each tunnel as fast as its slower end, all of them no faster than
 * either gateway. A gateway that serves several links shares this among them.
 */
export function linkCapacity(a: CloudFacts, b: CloudFacts, tunnels: number): number {
  const each = Math.min(a.gateway.tunnelCapacity, b.gateway.tunnelCapacity);
  const limits = [a, b].map((end) => end.gateway.gatewayCapacity ?? Number.POSITIVE_INFINITY);
  return Math.min(each * tunnels, ...limits);
}
