import { holds, type Prefix } from "./interval";
import type { Atom, GatewayNode, GatewayRoute, Host, Layout, NetworkNode, StaticRoute } from "./layout";
import type { Break } from "./verdict";

/** What is written, each read once: no failure changes it. */
export class Tables {
  private readonly ofHosts = new Map<Host, (StaticRoute | undefined)[]>();
  private readonly ofGateways: (GatewayRoute | undefined)[][] = [];
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
    const known = this.ofHosts.get(host);
    if (known) return known[atom.id];
    const { network, table = "" } = host;
    const routes = this.networks[network]?.routes;
    const own = table === "" ? [] : (routes?.get(table) ?? []);
    const best = this.longestByAtom([...(routes?.get("") ?? []), ...own]);
    this.ofHosts.set(host, best);
    return best[atom.id];
  }

  /** The longest static route of a gateway's own table. */
  gatewayRoute({ id, routes }: GatewayNode, atom: Atom): GatewayRoute | undefined {
    if (routes.length === 0) return undefined;
    const known = this.ofGateways[id];
    if (known) return known[atom.id];
    const best = this.longestByAtom(routes);
    this.ofGateways[id] = best;
    return best[atom.id];
  }

  /** Atoms are cut so that a route holds all of one or nothing of it. */
  private longestByAtom<T extends Prefix>(routes: readonly T[]): (T | undefined)[] {
    const best: (T | undefined)[] = new Array(this.atoms.length);
    // The longest come last and stay; of equal ones the first does.
    for (const route of [...routes].reverse().sort((one, other) => one.length - other.length)) {
      for (let at = this.firstFrom(route.first); at < this.atoms.length; at++) {
        const atom = this.atoms[at];
        if (!atom || atom.first > route.last) break;
        if (holds(route, atom)) best[atom.id] = route;
      }
    }
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
