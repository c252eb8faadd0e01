import { NetworkSecurityGroup, SecurityRule } from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { slotHash } from "../../network/address/slot-hash";
import type { AgentPort } from "../../network/model/agent-port";
import { podDoors } from "../../network/plan/admits";
import type { MemberPlan } from "../../network/plan/shape";
import { type AzureMember, placed } from "./member";
import { groupIn, nameIn } from "./resource-id";

/** A rule's particulars; all are inbound. */
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
  /** Default: the nodes. */
  destinations?: string[];
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
  pods: { first: 1100, last: 1999 },
  sites: { first: 2000, last: 3999 },
  deny: 4096,
} as const;

const PROTOCOLS = { tcp: "Tcp", udp: "Udp", icmp: "Icmp", esp: "Esp" } as const;

/**
 * Nodes take everything from one another, from each peer the agent's ports only, and from a site the ports of its traffic; where
 * pods are routed as they are, they take from peers' pods what those may open. The last rule refuses the rest: Azure's
 * own default would let in whatever it calls the virtual network, and that is every range that BGP brings over the links.
 *
 * Adding or removing a peer changes the sources of the agent's rules in place, and nothing else.
 */
export function makeFirewall(member: AzureMember, agentPorts: AgentPort[]): NetworkSecurityGroup {
  const { plan, parent } = member;
  const group = new NetworkSecurityGroup(`${plan.name}-nodes`, placed(member), { parent });
  const rules = [...localRules(plan), ...othersRules(plan, agentPorts), denyRest(plan)];
  makeRules(member, { group: member.group.name, name: group.name }, rules);
  return group;
}

/** What peers and sites may open on the nodes: all that is added to the group of a cluster that is there, by its resource id. */
export function admitOthers(member: AzureMember, id: string, agentPorts: AgentPort[]): void {
  const { plan } = member;
  makeRules(member, { group: groupIn(id), name: nameIn(id) }, othersRules(plan, agentPorts));
}

function othersRules(plan: MemberPlan, agentPorts: AgentPort[]): Inbound[] {
  return [...agentRules(plan, agentPorts), ...podRules(plan), ...siteRules(plan)];
}

function makeRules(
  { plan, parent }: AzureMember,
  of: { group: pulumi.Input<string>; name: pulumi.Input<string> },
  rules: Inbound[],
): void {
  for (const rule of rules) {
    new SecurityRule(
      `${plan.name}-${rule.suffix}`,
      {
        resourceGroupName: of.group,
        networkSecurityGroupName: of.name,
        description: rule.description,
        direction: "Inbound",
        access: rule.access,
        priority: rule.priority,
        protocol: rule.protocol,
        ...(typeof rule.sources === "string"
          ? { sourceAddressPrefix: rule.sources }
          : { sourceAddressPrefixes: rule.sources }),
        sourcePortRange: "*",
        ...(rule.destinations
          ? { destinationAddressPrefixes: rule.destinations }
          : { destinationAddressPrefix: plan.ranges.nodes }),
        ...(rule.ports === ANY ? { destinationPortRange: ANY } : { destinationPortRanges: rule.ports }),
      },
      { parent },
    );
  }
}

/** Pods that are routed as they are have addresses of the VNet's, which Azure's own rules would let anybody of it open. */
function own({ agent, ranges }: MemberPlan): Pick<Inbound, "destinations"> {
  return agent.datapath === "routed" ? { destinations: [ranges.nodes, ranges.pods].sort() } : {};
}

function denyRest(plan: MemberPlan): Inbound {
  return {
    suffix: "deny-rest",
    description: "Nobody else, not even over the links",
    priority: PRIORITIES.deny,
    access: "Deny",
    protocol: "*",
    sources: ANY,
    ports: ANY,
    ...own(plan),
  };
}

function localRules(plan: MemberPlan): Inbound[] {
  return [
    {
      suffix: "from-nodes",
      description: "Nodes, their pods and internal load balancers",
      priority: PRIORITIES.ownNodes,
      access: "Allow",
      protocol: "*",
      sources: own(plan).destinations ?? [plan.ranges.nodes],
      ports: ANY,
      ...own(plan),
    },
    {
      suffix: "from-load-balancer",
      description: "Health probes of load balancers",
      priority: PRIORITIES.loadBalancer,
      access: "Allow",
      protocol: "*",
      sources: "AzureLoadBalancer",
      ports: ANY,
      ...own(plan),
    },
  ];
}

/** One rule a protocol, for all ports and all peers: between nodes, whatever the datapath. */
function agentRules(plan: MemberPlan, agentPorts: AgentPort[]): Inbound[] {
  const sources = plan.peers.map(({ nodes }) => nodes).sort();
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

/** One rule a peer and protocol, where pods are routed as they are: from its pods to those here. */
function podRules(plan: MemberPlan): Inbound[] {
  const doors = podDoors(plan);
  const slots = slotsOf(
    doors.map(({ from }) => from),
    PRIORITIES.pods,
  );
  return doors.flatMap(({ from, source, ports }) =>
    trafficRules(ports, PRIORITIES.pods.first + 2 * (slots.get(from) ?? 0), {
      suffix: `pods-${from}`,
      description: `Pods of ${from}, as the mesh's traffic says`,
      sources: [source],
      destinations: [plan.ranges.pods],
    }),
  );
}

/** One rule a site and protocol; in a routed datapath pods are reached under their own addresses. */
function siteRules(plan: MemberPlan): Inbound[] {
  const inbound = plan.inbound ?? [];
  const slots = slotsOf(
    inbound.map(({ from }) => from),
    PRIORITIES.sites,
  );
  return inbound.flatMap(({ from, sources, ports }) =>
    trafficRules(ports, PRIORITIES.sites.first + 2 * (slots.get(from) ?? 0), {
      suffix: `site-${from}`,
      description: `Hosts of ${from}, as the mesh's traffic says`,
      sources,
      ...own(plan),
    }),
  );
}

/** What intents ask for, TCP before UDP; every port and protocol in one rule where they name none. */
function trafficRules(
  ports: string[],
  priority: number,
  rule: Pick<Inbound, "suffix" | "description" | "sources" | "destinations">,
): Inbound[] {
  const common = { ...rule, access: "Allow" as const };
  if (ports.length === 0) return [{ ...common, priority, protocol: "*", ports: ANY }];
  return (["tcp", "udp"] as const).flatMap((protocol, index): Inbound[] => {
    const own = ports.flatMap((port) => (port.endsWith(`/${protocol}`) ? [port.slice(0, -4)] : []));
    if (own.length === 0) return [];
    const suffix = `${rule.suffix}-${protocol}`;
    return [{ ...common, suffix, priority: priority + index, protocol: PROTOCOLS[protocol], ports: own }];
  });
}

/** A place for each one's rules by its name alone; where two names meet, the later takes the next. */
function slotsOf(names: string[], { first, last }: { first: number; last: number }): Map<string, number> {
  const count = (last + 1 - first) / 2;
  const taken = new Map<number, string>();
  for (const name of [...names].sort()) {
    let slot = slotHash(name) % count;
    while (taken.has(slot)) slot = (slot + 1) % count;
    taken.set(slot, name);
  }
  return new Map([...taken].map(([slot, name]) => [name, slot]));
}
