import * as compute from "@pulumi/gcp/compute";
import type { AgentPort } from "../../network/model/agent-port";
import { podDoors } from "../../network/plan/admits";
import { controlPlaneRange, type GcpMember } from "./member";
import { resourceName } from "./names";

/** A permission as Google Cloud writes it. */
interface Allow {
  protocol: string;
  ports?: string[];
}

/**
 * Nodes and pods take everything from one another, webhooks' ports from the control plane, and the agent's ports from each
 * peer's node range, from each site's ranges the ports of its traffic; where pods are routed as they are, pods take from peers' pods
 * what those may open. Nobody takes anything else: Google Cloud denies what no
 * rule allows. Each peer and site has a rule of its own, so a new one changes no other.
 */
export function makeFirewall(
  member: GcpMember,
  vpc: compute.Network,
  agentPorts: AgentPort[],
  /** What the agent's own API is served at, to the control plane. */
  served: (AgentPort & { port: number })[] = [],
): void {
  const { name, ranges } = member.plan;
  allow(member, vpc, {
    name: `${name}-internal`,
    description: "Nodes and pods among themselves",
    sources: [ranges.nodes, ranges.pods],
    allows: [{ protocol: "all" }],
  });
  allow(member, vpc, {
    name: `${name}-control-plane`,
    description: "Control plane to webhooks; GKE itself opens 443 and 10250",
    sources: [controlPlaneRange(member.plan)],
    allows: [{ protocol: "tcp", ports: [...WEBHOOK_PORTS, ...served.map(({ port }) => String(port))] }],
  });
  admitOthers(member, vpc, agentPorts);
}

/** What peers and sites may open in the network: all that is added to the one of a cluster that is there. */
export function admitOthers(member: GcpMember, vpc: compute.Network, agentPorts: AgentPort[]): void {
  const { name, peers, inbound = [] } = member.plan;
  // An agent that joins nothing between nodes has no port there.
  for (const peer of agentPorts.length > 0 ? peers : []) {
    allow(member, vpc, {
      name: resourceName(`${name}~${peer.name}`),
      description: `Nodes of ${peer.name}: ${[...new Set(agentPorts.map(({ purpose }) => purpose))].join(", ")}`,
      sources: [peer.nodes],
      allows: allowsOf(agentPorts),
    });
  }
  for (const { from, sources, ports } of inbound) {
    allow(member, vpc, {
      name: resourceName(`${name}~${from}`),
      description: `Hosts of ${from}, as the mesh's traffic says`,
      sources,
      allows: allowsOfTraffic(ports),
    });
  }
  for (const { from, source, ports } of podDoors(member.plan)) {
    allow(member, vpc, {
      name: resourceName(`${name}~${from}~pods`),
      description: `Pods of ${from}, as the mesh's traffic says`,
      sources: [source],
      destinations: [member.plan.ranges.pods],
      allows: allowsOfTraffic(ports),
    });
  }
}

/** `443/tcp` and `30000-32767/udp`, by protocol; everything where no port is named. */
function allowsOfTraffic(ports: string[]): Allow[] {
  if (ports.length === 0) return [{ protocol: "all" }];
  const [tcp, udp] = (["tcp", "udp"] as const).map((protocol) => ({
    protocol,
    ports: ports.flatMap((port) => (port.endsWith(`/${protocol}`) ? [port.slice(0, -4)] : [])),
  }));
  return [tcp, udp].flatMap((each) => (each && each.ports.length > 0 ? [each] : []));
}

/** By custom of controller-runtime and of older charts. */
const WEBHOOK_PORTS = ["8443", "9443"];

/** One permission a protocol, its ports together. */
export function allowsOf(ports: AgentPort[]): Allow[] {
  const protocols = [...new Set(ports.map(({ protocol }) => protocol))];
  return protocols.map((protocol) => {
    const numbers = ports.flatMap((entry) =>
      entry.protocol === protocol && entry.port !== undefined ? [String(entry.port)] : [],
    );
    return numbers.length > 0 ? { protocol, ports: numbers } : { protocol };
  });
}

function allow(
  { parent }: GcpMember,
  vpc: compute.Network,
  rule: { name: string; description: string; sources: string[]; destinations?: string[]; allows: Allow[] },
): void {
  new compute.Firewall(
    rule.name,
    {
      network: vpc.id,
      description: rule.description,
      direction: "INGRESS",
      sourceRanges: rule.sources,
      ...(rule.destinations ? { destinationRanges: rule.destinations } : {}),
      allows: rule.allows,
    },
    { parent },
  );
}
