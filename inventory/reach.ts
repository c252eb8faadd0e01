import { agentDrivers } from "../agents";
import { submarinerPorts } from "../agents/submariner/facts";
import { TRANSIT } from "../clouds/transit";
import type { AgentPort } from "../network/model/agent-port";
import type { Inventory } from "../network/model/inventory";
import type { AgentFact } from "../network/model/network";
import { isUnknown } from "../network/model/resource";
import { type ReachOptions, reach } from "../network/reach/reach";
import { type Stranger, strangers } from "../network/reach/strangers";
import type { PairReach } from "../network/reach/verdict";
import { Survives } from "../network/spec/shape";

const found = new WeakMap<Inventory, Map<ReachOptions["failures"], PairReach[]>>();

/** Who reaches whom in an inventory, by what the clouds' and agents' rooms know. Found once, however many rules ask. */
export function reachOf(inventory: Inventory, failures: ReachOptions["failures"]): PairReach[] {
  const known = found.get(inventory) ?? new Map<ReachOptions["failures"], PairReach[]>();
  found.set(inventory, known);
  // With every failure tried, all else is told as well.
  const pairs = known.get("all") ?? known.get(failures);
  if (pairs) return pairs;
  const made = reach(inventory, { transit: TRANSIT, agentPorts, failures });
  known.set(failures, made);
  return made;
}

const foundWanted = new WeakMap<Inventory, PairReach[]>();

/**
 * The same of the pairs that rules look at: those that a link joins, and all of members that an intent names. Every failure is tried
 * only where an intent promises to survive one, which costs as much as all else together. Of a thousand networks that nobody joins
 * that leaves nothing to follow.
 */
export function reachAsMeant(inventory: Inventory): PairReach[] {
  const known = foundWanted.get(inventory);
  if (known) return known;
  const promised = inventory.intents.some(({ survives = Survives.none }) => survives !== Survives.none);
  const failures = promised ? "all" : "none";
  const whole = found.get(inventory);
  const made =
    whole?.get("all") ??
    (promised ? undefined : whole?.get("none")) ??
    reach(inventory, { transit: TRANSIT, agentPorts, failures, asked: meant(inventory) });
  foundWanted.set(inventory, made);
  return made;
}

function meant({ intents, links }: Inventory): NonNullable<ReachOptions["asked"]> {
  const named = new Set(intents.flatMap(({ from, to }) => [from, to]));
  const linked = new Map<string, Set<string>>();
  for (const { a, b } of links)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      linked.set(one, (linked.get(one) ?? new Set()).add(other));
  return (from, to) => named.has(from) || named.has(to) || linked.get(from)?.has(to) === true;
}

/** Who can talk to whom without being asked to. */
export function strangersOf(inventory: Inventory): Stranger[] {
  return strangers(inventory, reachOf(inventory, "none"), { agentPorts });
}

/** Ports between clusters of the agents whose ports are known. */
function agentPorts({ kind, encryption, routing }: AgentFact): {
  nodes: AgentPort[];
  loadBalancer: AgentPort[];
} {
  if (kind === "submariner" && !isUnknown(encryption))
    return { nodes: submarinerPorts(encryption), loadBalancer: [] };
  const facts = agentDrivers().find((driver) => driver.kind === kind)?.facts;
  if (!facts || isUnknown(encryption)) return { nodes: [], loadBalancer: [] };
  const { entry } = facts;
  return {
    nodes: facts
      .ports(encryption, routing === "native" ? "routed" : "overlay")
      .filter(({ port }) => port === undefined || port !== entry?.port.port),
    loadBalancer: entry ? [entry.port] : [],
  };
}
