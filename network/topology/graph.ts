import { DisjointSets } from "./disjoint-sets";

/** Members joined by links. A weight is a round trip in milliseconds, or any cost that adds up along a path. */
export interface Graph {
  nodes: string[];
  edges: Edge[];
  /** Whether traffic of others may pass through a member: only where its cloud passes on what it learned. */
  mayTransit(name: string): boolean;
}

export interface Edge {
  a: string;
  b: string;
  weight: number;
}

/**
 * Members along the lightest path, both ends included; `undefined` where there is none. Members between the ends must
 * be open to transit. Of equally light paths the one with fewer hops, then the one whose names come first.
 */
export function shortestPath(graph: Graph, from: string, to: string): string[] | undefined {
  const neighbours = adjacency(graph);
  const best = new Map<string, Visit>([[from, { weight: 0, path: [from] }]]);
  const done = new Set<string>();
  const queue = new VisitQueue();
  queue.push({ weight: 0, path: [from] });
  for (let visit = queue.pop(); visit; visit = queue.pop()) {
    const name = visit.path.at(-1) ?? from;
    if (done.has(name)) continue;
    done.add(name);
    if (name === to) return visit.path;
    if (name !== from && !graph.mayTransit(name)) continue;
    for (const [next, weight] of neighbours.get(name) ?? []) {
      if (done.has(next)) continue;
      const candidate = { weight: visit.weight + weight, path: [...visit.path, next] };
      const known = best.get(next);
      if (known && compareVisits(known, candidate) <= 0) continue;
      best.set(next, candidate);
      queue.push(candidate);
    }
  }
  return undefined;
}

/** Edges whose loss alone parts members that were joined (Tarjan), in the order given. Parallel edges are none. */
export function bridges<E extends { a: string; b: string }>(nodes: string[], edges: readonly E[]): E[] {
  const incident = new Map<string, { edge: number; to: string }[]>(nodes.map((name) => [name, []]));
  edges.forEach(({ a, b }, edge) => {
    incident.get(a)?.push({ edge, to: b });
    incident.get(b)?.push({ edge, to: a });
  });
  const entered = new Map<string, number>();
  const lowest = new Map<string, number>();
  const found = new Set<number>();
  for (const root of nodes) {
    if (entered.has(root)) continue;
    // A stack of its own: a mesh may be a chain of hundreds.
    const stack = [{ name: root, by: -1, next: 0 }];
    entered.set(root, entered.size);
    lowest.set(root, entered.size - 1);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { name, by } = top;
      const step = incident.get(name)?.[top.next++];
      if (!step) {
        stack.pop();
        const parent = stack.at(-1);
        if (!parent) continue;
        const low = lowest.get(name) ?? 0;
        lowest.set(parent.name, Math.min(lowest.get(parent.name) ?? 0, low));
        if (low > (entered.get(parent.name) ?? 0)) found.add(by);
      } else if (step.edge !== by) {
        const seen = entered.get(step.to);
        if (seen === undefined) {
          lowest.set(step.to, entered.size);
          entered.set(step.to, entered.size);
          stack.push({ name: step.to, by: step.edge, next: 0 });
        } else {
          lowest.set(name, Math.min(lowest.get(name) ?? 0, seen));
        }
      }
    }
  }
  return edges.filter((_, edge) => found.has(edge));
}

/** Groups of members that are joined, each in name order, the groups by their first name. */
export function components(nodes: string[], edges: readonly { a: string; b: string }[]): string[][] {
  const groups = new DisjointSets(nodes);
  for (const { a, b } of edges) groups.join(a, b);
  const byRoot = new Map<string, string[]>();
  for (const name of [...nodes].sort()) {
    const root = groups.rootOf(name);
    byRoot.set(root, [...(byRoot.get(root) ?? []), name]);
  }
  return [...byRoot.values()];
}

function adjacency({ nodes, edges }: Graph): Map<string, [string, number][]> {
  const neighbours = new Map<string, [string, number][]>(nodes.map((name) => [name, []]));
  for (const { a, b, weight } of edges) {
    neighbours.get(a)?.push([b, weight]);
    neighbours.get(b)?.push([a, weight]);
  }
  return neighbours;
}

interface Visit {
  weight: number;
  path: string[];
}

function compareVisits(x: Visit, y: Visit): number {
  if (x.weight !== y.weight) return x.weight - y.weight;
  if (x.path.length !== y.path.length) return x.path.length - y.path.length;
  const [one, other] = [x.path.join(" "), y.path.join(" ")];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A binary heap, lightest visit first. */
class VisitQueue {
  private readonly heap: Visit[] = [];

  push(visit: Visit): void {
    const { heap } = this;
    let index = heap.push(visit) - 1;
    while (index > 0) {
      const up = (index - 1) >> 1;
      if (this.compare(index, up) >= 0) break;
      this.swap(index, up);
      index = up;
    }
  }

  pop(): Visit | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let index = 0; ; ) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && this.compare(child, least) < 0) least = child;
      }
      if (least === index) return first;
      this.swap(index, least);
      index = least;
    }
  }

  private compare(x: number, y: number): number {
    const [one, other] = [this.heap[x], this.heap[y]];
    return one && other ? compareVisits(one, other) : 0;
  }

  private swap(x: number, y: number): void {
    const [one, other] = [this.heap[x], this.heap[y]];
    if (one && other) [this.heap[x], this.heap[y]] = [other, one];
  }
}
