/**
 * Nodes whose loss parts others that were joined (Tarjan's articulation points), in the order given. Linear in
 * nodes and edges, without recursion: a mesh may be a chain of hundreds.
 */
export function cutNodes(nodes: readonly string[], edges: readonly { a: string; b: string }[]): string[] {
  const incident = new Map<string, string[]>(nodes.map((name) => [name, []]));
  for (const { a, b } of edges) {
    if (a === b || !incident.has(a) || !incident.has(b)) continue;
    incident.get(a)?.push(b);
    incident.get(b)?.push(a);
  }
  const entered = new Map<string, number>();
  const lowest = new Map<string, number>();
  const found = new Set<string>();
  for (const root of nodes) {
    if (entered.has(root)) continue;
    let children = 0;
    const stack = [{ name: root, parent: "", next: 0 }];
    enter(root, entered, lowest);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = incident.get(top.name)?.[top.next++];
      if (to === undefined) {
        stack.pop();
        const above = stack.at(-1);
        if (!above) continue;
        const low = lowest.get(top.name) ?? 0;
        lowest.set(above.name, Math.min(lowest.get(above.name) ?? 0, low));
        if (above.name === root) children++;
        else if (low >= (entered.get(above.name) ?? 0)) found.add(above.name);
        continue;
      }
      const seen = entered.get(to);
      if (seen === undefined) {
        enter(to, entered, lowest);
        stack.push({ name: to, parent: top.name, next: 0 });
      } else if (to !== top.parent) {
        lowest.set(top.name, Math.min(lowest.get(top.name) ?? 0, seen));
      }
    }
    if (children > 1) found.add(root);
  }
  return nodes.filter((name) => found.has(name));
}

function enter(name: string, entered: Map<string, number>, lowest: Map<string, number>): void {
  lowest.set(name, entered.size);
  entered.set(name, entered.size);
}
