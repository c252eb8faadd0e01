/** Union-find: which names are together. */
export class DisjointSets {
  private readonly parent: Map<string, string>;

  constructor(names: Iterable<string>) {
    this.parent = new Map([...names].map((name) => [name, name]));
  }

  rootOf(name: string): string {
    let root = name;
    for (let up = this.parent.get(root); up !== undefined && up !== root; up = this.parent.get(root))
      root = up;
    this.parent.set(name, root);
    return root;
  }

  /** Whether the two were apart until now. */
  join(a: string, b: string): boolean {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one === other) return false;
    this.parent.set(one, other);
    return true;
  }
}
