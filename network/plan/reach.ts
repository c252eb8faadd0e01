import type { MeshSpec } from "../spec/shape";

/** What of a graph of links the plan needs: neighbours by name. */
export type Neighbours = Map<string, Set<string>>;

export function neighboursOf(names: string[], pairs: [string, string][]): Neighbours {
  const neighbours: Neighbours = new Map(names.map((name) => [name, new Set<string>()]));
  for (const [a, b] of pairs) {
    neighbours.get(a)?.add(b);
    neighbours.get(b)?.add(a);
  }
  return neighbours;
}

/**
 * The members that each member exchanges traffic with: those it has a link to, and those behind members that pass
 * routes on. Members that do not pass on are ends only, so being connected in the graph is not enough.
 */
export function reachable(
  neighbours: Neighbours,
  passesOn: (name: string) => boolean,
): Map<string, string[]> {
  const groups = transitGroups(neighbours, passesOn);
  const result = new Map<string, string[]>();
  for (const [name, direct] of neighbours) {
    const reached = new Set(direct);
    for (const hop of [name, ...direct]) {
      for (const far of groups.get(hop) ?? []) reached.add(far);
    }
    reached.delete(name);
    result.set(name, [...reached].sort());
  }
  return result;
}

/** For each member that passes routes on: everyone at its connected group of such members, and their neighbours. */
function transitGroups(
  neighbours: Neighbours,
  passesOn: (name: string) => boolean,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const start of neighbours.keys()) {
    if (!passesOn(start) || groups.has(start)) continue;
    const group = new Set<string>();
    const stack = [start];
    while (stack.length > 0) {
      const hop = stack.pop() as string; // the loop's condition
      if (groups.has(hop)) continue;
      groups.set(hop, group);
      group.add(hop);
      for (const next of neighbours.get(hop) ?? []) {
        group.add(next);
        if (passesOn(next) && !groups.has(next)) stack.push(next);
      }
    }
  }
  return groups;
}

/** Names of a spec's members, in order: maps are never taken in the order that somebody wrote them. */
export function memberNames(spec: MeshSpec): string[] {
  return Object.keys(spec.members).sort();
}
