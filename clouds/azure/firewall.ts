import { NetworkSecurityGroup, SecurityRule } from "@pulumi/azure-native/network";
import type { AgentPort } from "../../network/model/agent-port";
import type { MemberPlan } from "../../network/plan/shape";
import { type AzureMember, placed } from "./member";

/** A rule's particulars; all are inbound to the nodes. */
interface Inbound {
  suffix: string;
  description: string;
  /** Unique in the group; the lowest wins. One each, by what the rule is for, so that no rule ever moves another's. */
  priority: number;
  access: "Allow" | "Deny";
  protocol: string;
  /** Ranges, or one of Azure's own words. */
  sources: string[] | "*" | "AzureLoadBalancer";
  ports: string[] | typeof ANY;
}

/** Azure takes it in place of a list, not in one. */
const ANY = "*";

/** Of the agent's rules, by protocol. 4096 is the highest that Azure takes, just above its own default rules. */
const PRIORITIES = {
  ownNodes: 100,
  loadBalancer: 110,
  tcp: 1000,
  udp: 1010,
  icmp: 1020,
  esp: 1030,
  deny: 4096,
} as const;

const PROTOCOLS = { tcp: "Tcp", udp: "Udp", icmp: "Icmp", esp: "Esp" } as const;

/**
 * Nodes take everything from one another, and from each peer the agent's ports only. The last rule refuses the rest: Azure's
 * own default would let in whatever it calls the virtual network, and that is every range that BGP brings over the links.
 *
 * Adding or removing a peer changes the sources of the agent's rules in place, and nothing else.
 */
export function makeFirewall(member: AzureMember, agentPorts: AgentPort[]): NetworkSecurityGroup {
  const { plan, parent } = member;
  const group = new NetworkSecurityGroup(`${plan.name}-nodes`, placed(member), { parent });
  for (const rule of [...localRules(plan), ...agentRules(plan, agentPorts), DENY_REST]) {
    new SecurityRule(
      `${plan.name}-${rule.suffix}`,
      {
        resourceGroupName: member.group.name,
        networkSecurityGroupName: group.name,
        description: rule.description,
        direction: "Inbound",
        access: rule.access,
        priority: rule.priority,
        protocol: rule.protocol,
        ...(typeof rule.sources === "string"
          ? { sourceAddressPrefix: rule.sources }
          : { sourceAddressPrefixes: rule.sources }),
        sourcePortRange: "*",
        destinationAddressPrefix: plan.ranges.nodes,
        ...(rule.ports === ANY ? { destinationPortRange: ANY } : { destinationPortRanges: rule.ports }),
      },
      { parent },
    );
  }
  return group;
}

const DENY_REST: Inbound = {
  suffix: "deny-rest",
  description: "Nobody else, not even over the links",
  priority: PRIORITIES.deny,
  access: "Deny",
  protocol: "*",
  sources: ANY,
  ports: ANY,
};

function localRules(plan: MemberPlan): Inbound[] {
  return [
    {
      suffix: "from-nodes",
      description: "Nodes, their pods and internal load balancers",
      priority: PRIORITIES.ownNodes,
      access: "Allow",
      protocol: "*",
      sources: [plan.ranges.nodes],
      ports: ANY,
    },
    {
      suffix: "from-load-balancer",
      description: "Health probes of load balancers",
      priority: PRIORITIES.loadBalancer,
      access: "Allow",
      protocol: "*",
      sources: "AzureLoadBalancer",
      ports: ANY,
    },
  ];
}

/** One rule a protocol, for all ports and all peers. In a routed datapath peers' pods come under their own addresses. */
function agentRules(plan: MemberPlan, agentPorts: AgentPort[]): Inbound[] {
  const routed = plan.agent.datapath === "routed";
  const sources = plan.peers.flatMap((peer) => (routed ? [peer.nodes, peer.pods] : [peer.nodes])).sort();
  if (sources.length === 0) return [];
  return (["tcp", "udp", "icmp", "esp"] as const).flatMap((protocol): Inbound[] => {
    const ports = agentPorts.filter((port) => port.protocol === protocol);
    if (ports.length === 0) return [];
    const numbers = ports.flatMap(({ port }) => (port === undefined ? [] : [port]));
    return [
      {
        suffix: `agent-${protocol}`,
        description: `Peers: ${ports.map(({ purpose }) => purpose).join(", ")}`.slice(0, 140),
        priority: PRIORITIES[protocol],
        access: "Allow",
        protocol: PROTOCOLS[protocol],
        sources,
        ports: numbers.length === 0 ? ANY : [...new Set(numbers)].sort((a, b) => a - b).map(String),
      },
    ];
  });
}
