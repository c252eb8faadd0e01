import type { CloudFacts } from "../catalogue";
import type { AgentKind, Encryption } from "../spec/shape";

/** Largest packet that fits both ends' tunnels, in bytes. */
export function linkMtu(a: CloudFacts, b: CloudFacts): number {
  return Math.min(a.gateway.mtu, b.gateway.mtu);
}

/** VXLAN over IPv4: outer IP 20, UDP 8, VXLAN 8, inner Ethernet 14 (RFC 7348 §5). */
const VXLAN = 50;

/**
 * What each agent takes off a packet, in bytes, by how it encrypts. Where an agent has no such mode, the most that any of
 * its modes takes.
 *
 * - Cilium `pkg/mtu`: WireGuard 95 (cilium/cilium PR #45940, 2026; 80 before) and IPsec 77, each outside its VXLAN.
 * - Calico "Configure MTU" (v3.32): WireGuard 60 instead of VXLAN.
 * - flannel "Backends": WireGuard 80 instead of VXLAN.
 * - Weave Net's default of 1376 is Google Cloud's 1460 less 84 for its encrypted fast datapath.
 * - Docker's overlay adds 26 for ESP to its VXLAN.
 */
const OVERHEAD: Record<AgentKind, Record<Encryption, number>> = {
  cilium: { none: VXLAN, wireguard: 95 + VXLAN, ipsec: 77 + VXLAN },
  calico: { none: VXLAN, wireguard: 60, ipsec: 60 },
  flannel: { none: VXLAN, wireguard: 80, ipsec: 80 },
  weave: { none: VXLAN, wireguard: 84, ipsec: 84 },
  docker: { none: VXLAN, wireguard: 26 + VXLAN, ipsec: 26 + VXLAN },
};

/** What is left for a pod's packet on a path of `underlay` bytes, after the agent's overlay and encryption. */
export function podMtu(underlay: number, agent: AgentKind, encryption: Encryption): number {
  const left = underlay - OVERHEAD[agent][encryption];
  // ESP fills up to four bytes, and Docker rounds down to them.
  return agent === "docker" && encryption !== "none" ? left - (left % 4) : left;
}
