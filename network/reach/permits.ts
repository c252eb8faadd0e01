import type { Intent, Inventory } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { Doors, type Knock, knockAt, knockOf, type Named } from "./doors";
import type { Prefix } from "./interval";
import type { Host, Layout } from "./layout";
import { admission, agentsByMember, clusterNameOf, podRanges, policyBreaks } from "./overlay";
import { distinctBreaks, type Place, pairKey } from "./pairs";
import type { ReachKnowledge } from "./reach";
import { unknownBreak } from "./unknown-break";
import { type Break, BreakKind } from "./verdict";

/** A place as firewalls see it: the networks that they stand before, and the ranges that knock. */
interface Guarded {
  networks: { urn: string; member: string; cloud: string }[];
  ranges: Named[];
}

/** Every port, where an intent names none. */
const EVERY_PORT: Knock = {
  protocol: "tcp",
  ports: { first: 1, last: 65_535 },
  text: "every port",
};

/** What firewalls and network policies keep from traffic that is meant to be. */
export class Permits {
  readonly agents: Map<string, AgentFact>;
  private readonly inventory: Inventory;
  private readonly layout: Layout;
  private readonly knowledge: ReachKnowledge;
  private readonly doors: Doors;
  private readonly intents = new Map<string, Intent[]>();
  private readonly guarded = new Map<Place, Guarded>();
  private readonly knocks = new Map<AgentFact, { nodes: Knock[]; loadBalancer: Knock[] }>();
  private readonly pods: Map<string, Prefix[]>;
  private readonly between = new Map<number, Break[]>();

  constructor(inventory: Inventory, layout: Layout, knowledge: ReachKnowledge) {
    this.inventory = inventory;
    this.layout = layout;
    this.knowledge = knowledge;
    this.doors = new Doors(inventory);
    this.agents = agentsByMember(inventory);
    this.pods = podRanges(inventory);
    for (const intent of inventory.intents) {
      const key = `${intent.from}→${intent.to}`;
      this.intents.set(key, [...(this.intents.get(key) ?? []), intent]);
    }
  }

  /** Between nodes of clusters their agents' ports; elsewhere what intents ask for. */
  nodes(from: Place, to: Place): Break[] {
    const key = pairKey(from, to);
    const known = this.between.get(key);
    if (known) return known;
    const [agent, other] = [this.agents.get(from.member), this.agents.get(to.member)];
    const found =
      agent && other ? this.shut(from, to, this.knocksOf(other).nodes, "nodes") : this.traffic(from, to);
    this.between.set(key, found);
    return found;
  }

  /** What stands before the other cluster's API of its agent. */
  balancer(from: Place, to: Place): Break[] {
    const other = this.agents.get(to.member);
    return other ? this.shut(from, to, this.knocksOf(other).loadBalancer, "any") : [];
  }

  /** By the ports of intents. Those that nobody knows yet may be any. */
  traffic(from: Place, to: Place): Break[] {
    return this.intentsOf(from.member, to.member).flatMap(({ ports, origin }) => {
      const every = ports === undefined || isUnknown(ports) || ports.length === 0;
      const shut = this.shut(from, to, every ? [EVERY_PORT] : ports.map(knockAt), "nodes");
      return hidden(ports) && shut.length > 0 ? [unknownBreak(origin, PORTS)] : shut;
    });
  }

  /** What network policies refuse of what intents ask for; where none asks, whether they refuse everything. */
  policies(from: string, to: string): Break[] {
    const agent = this.agents.get(to);
    const intents = this.intentsOf(from, to);
    if (!agent) return [];
    const policies = this.inventory.policies.filter(({ cluster }) => cluster === agent.cluster);
    const other = this.agents.get(from);
    const admitted = admission(policies, other ? clusterNameOf(other, from) : from, this.pods.get(from));
    if (intents.length === 0) {
      if (admitted.unknown || admitted.ports.length > 0) return [];
      const message = `network policies of ${to} keep pods of ${from} out`;
      return [{ kind: BreakKind.policy, message, origin: agent.origin }];
    }
    return intents.flatMap(({ ports, origin }) => {
      const wanted = ports === undefined || isUnknown(ports) ? [] : ports;
      const refused = policyBreaks(admitted, from, { member: to, origin: agent.origin }, wanted);
      return hidden(ports) && refused.length > 0 ? [unknownBreak(origin, PORTS)] : refused;
    });
  }

  private intentsOf(from: string, to: string): readonly Intent[] {
    return this.intents.get(`${from}→${to}`) ?? [];
  }

  private knocksOf(agent: AgentFact): { nodes: Knock[]; loadBalancer: Knock[] } {
    const known = this.knocks.get(agent);
    if (known) return known;
    const { nodes, loadBalancer } = this.knowledge.agentPorts(agent);
    const made = { nodes: nodes.map(knockOf), loadBalancer: loadBalancer.map(knockOf) };
    this.knocks.set(agent, made);
    return made;
  }

  private shut(from: Place, to: Place, knocks: readonly Knock[], before: "nodes" | "any"): Break[] {
    if (this.inventory.firewalls.length === 0 || knocks.length === 0) return [];
    const [near, far] = [this.guardedOf(from), this.guardedOf(to)];
    const breaks: Break[] = [];
    for (const network of far.networks) {
      if (network.cloud !== "site") breaks.push(...this.doors.shutIn(network, near.ranges, knocks, before));
    }
    for (const network of near.networks) breaks.push(...this.doors.shutOut(network, far.ranges, knocks));
    return distinctBreaks(breaks);
  }

  private guardedOf(place: Place): Guarded {
    const known = this.guarded.get(place);
    if (known) return known;
    const networks = [...new Set(place.hosts.map(({ network }) => network))].flatMap((id) => {
      const network = this.layout.networks[id];
      return network ? [{ urn: network.urn, member: place.member, cloud: network.cloud }] : [];
    });
    const made = { networks, ranges: place.hosts.map((host) => named(host, place)) };
    this.guarded.set(place, made);
    return made;
  }
}

const PORTS = "which ports the traffic needs";

function hidden(ports: Intent["ports"]): boolean {
  return ports !== undefined && isUnknown(ports);
}

function named(host: Host, { member }: Place): Named {
  return { first: host.first, last: host.last, text: host.text, member };
}
