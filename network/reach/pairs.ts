import type { Atom, Host, Layout } from "./layout";
import type { Walks } from "./walk";
import { both, type Way } from "./way";

/** What hosts of one member are, and which parts of which ranges they fill. */
export interface Place {
  /** Of nodes and of pods together. */
  id: number;
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
      id: network.id * 2 + (of === "pods" ? 1 : 0),
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

/** A number for two places in order. */
export function pairKey(from: Place, to: Place): number {
  return from.id * 2 ** 26 + to.id;
}

/** All ways from one member's hosts to another's together; `hops` are the first way's. */
export function wayBetween(walks: Walks, from: Place, to: Place): Way {
  let all: Way | undefined;
  for (const host of from.leavers) {
    for (const atom of to.atoms) {
      const way = walks.from(host, atom);
      all = all ? both(all, way) : way;
    }
  }
  if (!all) return { breaks: [], hops: [], joins: [], gateways: [] };
  return all.breaks.length === 0 ? all : { ...all, breaks: distinctBreaks(all.breaks) };
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
