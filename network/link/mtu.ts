import type { CloudFacts } from "../catalogue";
import type { AgentKind, Encryption } from "../spec/shape";

/** Largest packet that fits both ends' tunnels, in bytes. */
export function linkMtu(a: CloudFacts, b: CloudFacts): number {
  return Math.min(a.gateway.mtu, b.gateway.mtu);
}

/** VXLAN over IPv4: outer IP 20, UDP 8, VXLAN 8, inner Ethernet 14 (RFC 7348 §5). */
const VXLAN = 50;

/**
 * What encryption adds to a packet, in bytes.
 *
 * - Cilium WireGuard 95 (cilium/cilium PR #45940, 2026; 80 before), Calico 60 (Calico docs "Configure MTU", v3.32), Flannel 80
 *   (flannel `pkg/backend/wireguard`); 80 is WireGuard over IPv6, the most that the others add.
 * - IPsec: ESP with AES-GCM-16 in tunnel mode adds outer IP 20, ESP 8, IV 8, at most 3 padding and 2 trailer, ICV 16, NAT-T 8: 65
 *   (RFC 4303, RFC 4106); Docker's encrypted overlay adds 26, which that covers.
 */
const ENCRYPTION: Record<Encryption, (agent: AgentKind) => number> = {
  wireguard: (agent) => ({ cilium: 95, calico: 60, flannel: 80, weave: 80, docker: 80 })[agent],
  ipsec: () => 65,
  none: () => 0,
};

/** What is left for a pod's packet on a path of `underlay` bytes, after the agent's overlay and encryption. */
export function podMtu(underlay: number, agent: AgentKind, encryption: Encryption): number {
  // Flannel's WireGuard replaces its VXLAN; the others carry the one in the other.
  const overlay = agent === "flannel" && encryption === "wireguard" ? 0 : VXLAN;
  return underlay - overlay - ENCRYPTION[encryption](agent);
}
