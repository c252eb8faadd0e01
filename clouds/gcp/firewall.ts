import * as compute from "@pulumi/gcp/compute";
import type { AgentPort } from "../../network/model/agent-port";
import { controlPlaneRange, type GcpMember } from "./member";
import { resourceName } from "./names";

/** A permission as Google Cloud writes it. */
interface Allow {
  protocol: string;
  ports?: string[];
}

/**
 * Nodes and pods take everything from one another, webhooks' ports from the control plane, and the agent's ports from each
 * peer's node range. Nobody takes anything else: Google Cloud denies what no rule allows. Each peer has a rule of its own, so
 * a new one changes no other.
 */
export function makeFirewall(member: GcpMember, vpc: compute.Network, agentPorts: AgentPort[]): void {
  const { name, ranges, peers } = member.plan;
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
    allows: [{ protocol: "tcp", ports: WEBHOOK_PORTS }],
  });
  for (const peer of peers) {
    allow(member, vpc, {
      name: resourceName(`${name}~${peer.name}`),
      description: `Nodes of ${peer.name}: ${[...new Set(agentPorts.map(({ purpose }) => purpose))].join(", ")}`,
      sources: [peer.nodes],
      allows: allowsOf(agentPorts),
    });
  }
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
  rule: { name: string; description: string; sources: string[]; allows: Allow[] },
): void {
  new compute.Firewall(
    rule.name,
    {
      network: vpc.id,
      description: rule.description,
      direction: "INGRESS",
      sourceRanges: rule.sources,
      allows: rule.allows,
    },
    { parent },
  );
}
