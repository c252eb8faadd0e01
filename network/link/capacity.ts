import type { CloudFacts } from "../catalogue";

/**
 * Mbit/s of a link in one direction over all its tunnels: each tunnel as fast as its slower end, all of them no faster than
 * either gateway. A gateway that serves several links shares this among them.
 */
export function linkCapacity(a: CloudFacts, b: CloudFacts, tunnels: number): number {
  const each = flowCeiling(a, b);
  const limits = [a, b].map((end) => end.gateway.gatewayCapacity ?? Number.POSITIVE_INFINITY);
  return Math.min(each * tunnels, ...limits);
}

/** Mbit/s of a single flow over a VPN: it stays on one tunnel, which is as fast as its slower end. */
export function flowCeiling(a: CloudFacts, b: CloudFacts): number {
  return Math.min(a.gateway.tunnelCapacity, b.gateway.tunnelCapacity);
}
