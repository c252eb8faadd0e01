import type { AgentPort } from "../../network/model/agent-port";

/** Where a manager gives the join token of a role over TLS-PSK. Below Swarm's own port and registered for nothing that runs beside it. */
export const tokenPorts = { worker: 2374, manager: 2373 } as const;

export type SwarmRole = keyof typeof tokenPorts;

/**
 * What hosts of one Swarm take from each other ("Use overlay networks", docs.docker.com, 2026). 4789/udp is left out on purpose: packets of
 * an encrypted network travel as ESP in transport mode and VXLAN is inside, so a firewall without 4789 carries encrypted networks and
 * drops both a network that somebody made without encryption and what a stranger injects (GHSA-vwm3-crmr-xfxw, moby, 2023-04).
 */
export const swarmPorts: readonly AgentPort[] = [
  { port: 2377, protocol: "tcp", purpose: "Swarm managers" },
  { port: 7946, protocol: "tcp", purpose: "Swarm gossip" },
  { port: 7946, protocol: "udp", purpose: "Swarm gossip" },
  { port: tokenPorts.worker, protocol: "tcp", purpose: "Swarm worker's token over TLS-PSK" },
  { port: tokenPorts.manager, protocol: "tcp", purpose: "Swarm manager's token over TLS-PSK" },
  { protocol: "esp", purpose: "Swarm encrypted overlay" },
];

/** Outer Ethernet, IPv4, UDP and VXLAN headers (`vxlanEncap`, moby `drivers/overlay/overlay.go`, 20.10.24). */
const VXLAN = 50;

/** ESP's header, vector, trailer and 64-bit check value (`pktExpansion`, moby `drivers/overlay/encryption.go`, 20.10.24). */
const ESP = 26;

/** An encrypted packet's length is divisible by four (`maxMTU`, moby `drivers/overlay/ov_network.go`, 20.10.24). */
const MULTIPLE = 4;

/** The largest packet of a container on an encrypted overlay, in bytes, where hosts carry packets of `underlay` bytes: 1406 gives 1328. */
export function swarmContainerMtu(underlay: number): number {
  return Math.floor((underlay - VXLAN - ESP) / MULTIPLE) * MULTIPLE;
}
