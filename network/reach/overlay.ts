import type { NetworkPolicyFact, PolicyPermission } from "../model/forwarding";
import type { Inventory } from "../model/inventory";
import { type AgentFact, type Origin, RangeUse } from "../model/network";
import { joined, type PortSet, portSet, without } from "../model/port-set";
import { isUnknown } from "../model/resource";
import { holdTogether, meets, type Prefix, prefixOf } from "./interval";
import { unknownBreak } from "./unknown-break";
import { type Break, BreakKind } from "./verdict";

/** Joins clusters whatever agents they have of their own. */
const JOINER = "submariner";

/**
 * The agent of each member that has one, by the member's name. Where one that joins clusters stands beside their own, in two of them at
 * least, it is that one.
 */
export function agentsByMember({ agents, clusters }: Inventory): Map<string, AgentFact> {
  const names = new Map(clusters.map(({ urn, name }) => [urn, name]));
  const joiners = agents.filter(({ kind }) => kind === JOINER);
  const own = agents.filter(({ kind }) => kind !== JOINER);
  return new Map(
    (joiners.length > 1 ? [...own, ...joiners] : [...joiners, ...own]).flatMap(
      (agent): [string, AgentFact][] => {
        const name = agent.cluster === undefined ? undefined : names.get(agent.cluster);
        return name === undefined ? [] : [[name, agent]];
      },
    ),
  );
}

/** What keeps two agents from joining their clusters, for traffic in either direction. */
export function agentBreaks(from: AgentFact, to: AgentFact): Break[] {
  if (from.kind !== to.kind) {
    return [
      agentBreak(
        from.origin,
        `one cluster runs ${from.kind} and the other ${to.kind}, which do not join their pods`,
      ),
    ];
  }
  // Pods come under their own addresses, by the network's own routes: the agents have nothing to do with each other.
  if (from.routing === "native" && to.routing === "native" && from.kind !== "cilium") return [];
  return [
    ...differs(from, to, "encryption", "encrypts"),
    ...differs(from, to, "routing", "routes"),
    ...sameId(from, to),
    ...names(from, to),
    ...names(to, from),
  ];
}

function differs(from: AgentFact, to: AgentFact, key: "encryption" | "routing", verb: string): Break[] {
  const [one, other] = [from[key], to[key]];
  if (isUnknown(one)) return [unknownBreak(from.origin, `how the agent ${verb}`)];
  if (isUnknown(other)) return [unknownBreak(to.origin, `how the agent ${verb}`)];
  if (one === other) return [];
  return [agentBreak(from.origin, `one agent ${verb} by ${one} and the other by ${other}`)];
}

/** Cilium's clusters have ids; others' have none. */
function sameId(from: AgentFact, to: AgentFact): Break[] {
  if (from.kind !== "cilium") return [];
  if (isUnknown(from.clusterId) || isUnknown(to.clusterId)) {
    return [unknownBreak(isUnknown(from.clusterId) ? from.origin : to.origin, "the cluster's id")];
  }
  if (from.clusterId !== to.clusterId) return [];
  return [agentBreak(to.origin, `both clusters have the id ${to.clusterId}`)];
}

/** Whether an agent was told of the other cluster, or both meet at one broker, which tells each of the other. */
function names(agent: AgentFact, other: AgentFact): Break[] {
  if (agent.broker !== undefined && other.broker !== undefined) {
    if (isUnknown(agent.broker)) return [unknownBreak(agent.origin, "at which broker the agent is")];
    if (isUnknown(other.broker)) return [unknownBreak(other.origin, "at which broker the agent is")];
    if (agent.broker === other.broker) return [];
    const message = `one cluster is at the broker ${agent.broker} and the other at ${other.broker}`;
    return [agentBreak(agent.origin, message)];
  }
  if (isUnknown(agent.peers)) return [unknownBreak(agent.origin, "which clusters the agent joins")];
  if (isUnknown(other.clusterName)) return [unknownBreak(other.origin, "the cluster's name")];
  const addresses = agent.peers[other.clusterName];
  if (addresses && addresses.length > 0) return [];
  const own = isUnknown(agent.clusterName) ? "a cluster" : agent.clusterName;
  return [agentBreak(agent.origin, `the agent of ${own} is not told where ${other.clusterName} is`)];
}

function agentBreak(origin: Origin, message: string): Break {
  return { kind: BreakKind.agent, message, origin };
}

/** What network policies let in from another cluster's pods. */
export interface Admission {
  /** Every port, where nothing shuts any. */
  ports: PortSet;
  /** A policy that may say otherwise. */
  unknown?: Origin;
}

/**
 * What pods of the cluster `from` may open at those of the cluster whose policies these are.
 *
 * @param pods its pods' ranges, for policies that go by addresses
 */
export function admission(
  policies: readonly NetworkPolicyFact[],
  from: string,
  pods: readonly Prefix[] = [],
): Admission {
  const permitted: PortSet[] = [];
  const refused: PortSet[] = [];
  let shut = false;
  let unknown: Origin | undefined;
  for (const { allPods, ingress, shuts, origin } of policies) {
    if (isUnknown(allPods) || isUnknown(ingress)) {
      unknown ??= origin;
      continue;
    }
    const refusesOnly = ingress.length > 0 && ingress.every(({ deny }) => deny === true);
    if (allPods && (shuts ?? !refusesOnly)) shut = true;
    for (const permission of ingress) {
      const { clusters, allBut, ports, deny } = permission;
      const named = clusters?.includes(from) ?? (allBut !== undefined && !allBut.includes(from));
      if (!named && !isMeant(permission, pods)) continue;
      if (!deny) permitted.push(portSet(ports));
      // What is refused of some pods is not refused of the cluster.
      else if (allPods) refused.push(portSet(ports));
    }
  }
  const ports = shut ? joined(permitted.flat()) : portSet([]);
  return { ports: without(ports, joined(refused.flat())), ...(unknown ? { unknown } : {}) };
}

/** By address: what is refused of some pods is not refused of the cluster, and a permission for some lets it in. */
function isMeant({ nets = [], deny }: PolicyPermission, pods: readonly Prefix[]): boolean {
  const ranges = nets.flatMap((net) => prefixOf(net) ?? []);
  if (pods.length === 0) return false;
  return deny
    ? pods.every((range) => holdTogether(ranges, range))
    : pods.some((range) => ranges.some((net) => meets(net, range)));
}

/** Pods' ranges of each member, by its name. */
export function podRanges({ ranges }: Inventory): Map<string, Prefix[]> {
  const found = new Map<string, Prefix[]>();
  for (const { use, member, cidr } of ranges) {
    const range = use !== RangeUse.pods || isUnknown(cidr) ? undefined : prefixOf(cidr);
    if (member !== undefined && range) found.set(member, [...(found.get(member) ?? []), range]);
  }
  return found;
}

/** What policies of a cluster refuse of what an intent needs. */
export function policyBreaks(
  { ports, unknown }: Admission,
  from: string,
  to: { member: string; origin: Origin },
  wanted: readonly string[],
): Break[] {
  if (unknown) return [unknownBreak(unknown, "what the network policy lets in")];
  const shut = (texts: readonly string[]) => without(portSet(texts), ports).length > 0;
  const missing =
    wanted.length === 0 ? (shut([]) ? ["every port"] : []) : wanted.filter((one) => shut([one]));
  if (missing.length === 0) return [];
  const message = `no network policy of ${to.member} lets pods of ${from} in on ${missing.join(", ")}`;
  return [{ kind: BreakKind.policy, message, origin: to.origin }];
}

/** What other clusters' policies call a member: its agent's name for it. */
export function clusterNameOf(agent: AgentFact, member: string): string {
  return isUnknown(agent.clusterName) || agent.clusterName === "" ? member : agent.clusterName;
}
