import type { Atom, Host, Layout } from "./layout";
import type { Walks, Way } from "./walk";

/** What hosts of one member are, and which parts of which ranges they fill. */
export interface Place {
  member: string;
  hosts: Host[];
  /** One host for all that leave by one table. */
  leavers: Host[];
  atoms: Atom[];
}

/** Members' hosts: nodes, or pods where these have addresses of their own. */
export function placesOf({ networks }: Layout, of: Host["of"]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const network of networks) {
    const hosts = network.hosts.filter((host) => host.of === of);
    const place = places.get(network.member) ?? {
      member: network.member,
      hosts: [],
      leavers: [],
      atoms: [],
    };
    place.hosts.push(...hosts);
    place.leavers.push(...leaversOf(hosts));
    place.atoms.push(...network.atoms.filter(({ host }) => host.of === of));
    places.set(network.member, place);
  }
  return places;
}

function leaversOf(hosts: readonly Host[]): Host[] {
  const byTable = new Map<string, Host>();
  for (const host of hosts) {
    const key = `${host.table} ${host.zone} ${String(host.learns)}`;
    if (!byTable.has(key)) byTable.set(key, host);
  }
  return [...byTable.values()];
}

/** All ways from one member's hosts to another's together; `hops` are the first way's. */
export function wayBetween(walks: Walks, from: Place, to: Place): Way {
  const [breaks, joins, gateways]: [Way["breaks"], Set<number>, Set<number>] = [[], new Set(), new Set()];
  let hops: number[] | undefined;
  for (const host of from.leavers) {
    for (const atom of to.atoms) {
      const way = walks.from(host, atom);
      hops ??= way.hops;
      breaks.push(...way.breaks);
      for (const join of way.joins) joins.add(join);
      for (const gateway of way.gateways) gateways.add(gateway);
    }
  }
  return { breaks: distinctBreaks(breaks), hops: hops ?? [], joins: [...joins], gateways: [...gateways] };
}

/** The same is found from every subnet. */
export function distinctBreaks(breaks: Way["breaks"]): Way["breaks"] {
  if (breaks.length < 2) return breaks;
  const seen = new Set<string>();
  return breaks.filter(({ kind, message, origin }) => {
    const key = `${kind} ${origin.urn} ${message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
