import { parseAddress } from "../address/address";
import { isPrivate } from "../address/private";
import type { AgentFact, RangeFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { holds, type Prefix, prefixOf } from "./interval";
import { type Break, BreakKind } from "./verdict";

/**
 * Where an agent is told that another cluster is at private addresses that lie in none of that cluster's networks' ranges. A name, a
 * public address, and one of a network of which a range is not known may lead there by ways that nobody sees here.
 *
 * @param ranges of the other's member
 */
export function misledTo(agent: AgentFact, other: AgentFact, ranges: readonly RangeFact[]): Break[] {
  if (isUnknown(agent.peers) || isUnknown(other.clusterName)) return [];
  const told = agent.peers[other.clusterName] ?? [];
  const networks = told.length === 0 ? undefined : networksOf(ranges);
  if (!networks) return [];
  const addresses = told.map((text) => ({ text, at: privateAt(text) }));
  if (addresses.some(({ at }) => at === undefined || networks.some((range) => holds(range, both(at)))))
    return [];
  const own = isUnknown(agent.clusterName) ? "a cluster" : agent.clusterName;
  return [
    {
      kind: BreakKind.agent,
      message:
        `the agent of ${own} is told that ${other.clusterName} is at ${told.join(", ")}, which lies in no range of ` +
        `its network (${networks.map(({ text }) => text).join(", ")})`,
      origin: agent.origin,
    },
  ];
}

/** `undefined` where one is not known, or none is there. */
function networksOf(ranges: readonly RangeFact[]): Prefix[] | undefined {
  const networks: Prefix[] = [];
  for (const { use, cidr } of ranges) {
    if (use === "pods" || use === "services" || use === "controlPlane") continue;
    const prefix = isUnknown(cidr) ? undefined : prefixOf(cidr);
    if (!prefix) return undefined;
    networks.push(prefix);
  }
  return networks.length > 0 ? networks : undefined;
}

function privateAt(text: string): number | undefined {
  const address = parseAddress(text);
  return address?.version === 4 && isPrivate(Number(address.value)) ? Number(address.value) : undefined;
}

function both(at: number): { first: number; last: number } {
  return { first: at, last: at };
}
