import { ciliumPorts, clusterMeshPort } from "../agents/cilium/facts";
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

/** The same, with every failure tried only where an intent promises to survive one: that costs as much as all else together. */
export function reachAsPromised(inventory: Inventory): PairReach[] {
  const promised = inventory.intents.some(({ survives = Survives.none }) => survives !== Survives.none);
  return reachOf(inventory, promised ? "all" : "none");
}

/** Who can talk to whom without being asked to. */
export function strangersOf(inventory: Inventory): Stranger[] {
  return strangers(inventory, reachOf(inventory, "none"), { agentPorts });
}

/** Ports between clusters of the agents whose ports are known. */
function agentPorts({ kind, encryption }: AgentFact): { nodes: AgentPort[]; loadBalancer: AgentPort[] } {
  if (kind !== "cilium" || isUnknown(encryption)) return { nodes: [], loadBalancer: [] };
  const ports = ciliumPorts(encryption);
  return {
    nodes: ports.filter(({ port }) => port !== clusterMeshPort.port),
    loadBalancer: [clusterMeshPort],
  };
}
