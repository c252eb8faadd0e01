import { holds } from "./interval";
import type { Atom, Host, Layout, NetworkNode, StaticRoute } from "./layout";
import type { Break } from "./verdict";

/** What is written, each read once: no failure changes it. */
export class Tables {
  private readonly found = new Map<Host, (StaticRoute | undefined)[]>();
  /** What is wrong with joins of which every tunnel is up, by join and direction. */
  readonly faults: Break[][] = [];
  private readonly networks: readonly NetworkNode[];
  /** By where they begin. */
  private readonly atoms: readonly Atom[];

  constructor({ networks, atoms }: Layout) {
    this.networks = networks;
    this.atoms = [...atoms].sort((one, other) => one.first - other.first);
  }

  /** The longest route of a host's own table and of those that hold for its whole network. */
  route(host: Host, atom: Atom): StaticRoute | undefined {
    const known = this.found.get(host) ?? this.read(host);
    return known[atom.id];
  }

  /** By atom. Atoms are cut so that a route holds all of one or nothing of it. */
  private read(host: Host): (StaticRoute | undefined)[] {
    const { network, table = "" } = host;
    const routes = this.networks[network]?.routes;
    const all = [...(routes?.get("") ?? []), ...(table === "" ? [] : (routes?.get(table) ?? []))];
    const best: (StaticRoute | undefined)[] = new Array(this.atoms.length);
    // The longest come last and stay; of equal ones the first does.
    for (const route of all.reverse().sort((one, other) => one.length - other.length)) {
      for (let at = this.firstFrom(route.first); at < this.atoms.length; at++) {
        const atom = this.atoms[at];
        if (!atom || atom.first > route.last) break;
        if (holds(route, atom)) best[atom.id] = route;
      }
    }
    this.found.set(host, best);
    return best;
  }

  /** Place of the first atom that begins at an address or after it. */
  private firstFrom(address: number): number {
    let [low, high] = [0, this.atoms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.atoms[middle]?.first ?? 0) < address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
