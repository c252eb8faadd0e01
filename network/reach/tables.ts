import { longest } from "./interval";
import type { Atom, Host, Layout, NetworkNode, StaticRoute } from "./layout";

/** Route tables of networks, each asked once by a host for an atom: no failure changes what is written there. */
export class Tables {
  private readonly found = new Map<Host, (StaticRoute | null)[]>();
  private readonly networks: readonly NetworkNode[];

  constructor({ networks }: Layout) {
    this.networks = networks;
  }

  /** The longest route of a host's own table and of those that hold for its whole network. */
  route(host: Host, atom: Atom): StaticRoute | undefined {
    const known = this.found.get(host) ?? [];
    const before = known[atom.id];
    if (before !== undefined) return before ?? undefined;
    if (known.length === 0) this.found.set(host, known);
    const { network, table = "" } = host;
    const routes = this.networks[network]?.routes;
    const all = [...(routes?.get("") ?? []), ...(table === "" ? [] : (routes?.get(table) ?? []))];
    const [best] = longest(all, atom);
    known[atom.id] = best ?? null;
    return best;
  }
}
