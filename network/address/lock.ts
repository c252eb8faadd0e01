/**
 * The allocations made so far, kept beside the stack. What stands here never moves; what is no longer needed
 * stays reserved, so that it is given to nobody else while routers and people may still know it.
 */
export interface Lock extends Allocations {
  /** What members and links had that are gone: given back to the same key, and to no other. */
  removed: Allocations;
}

/** Values by name path. */
export interface Allocations {
  /**
   * Canonical range by member and role: `dublin/nodes`, `dublin/pods`, `dublin/services`, `dublin/gateway`,
   * `dublin/control-plane`.
   */
  ranges: ReadonlyMap<string, string>;
  /** BGP ASN by member, 64512-65514. */
  asns: ReadonlyMap<string, number>;
  /** ClusterMesh id by member, 1-255. */
  clusterIds: ReadonlyMap<string, number>;
  /** Fixed address by its use: `dublin/load-balancer/nodes-a`. */
  addresses: ReadonlyMap<string, string>;
  /** /30 in 169.254.0.0/16 by tunnel: `amsterdam~dublin/tunnel/1`. */
  insides: ReadonlyMap<string, string>;
  /** Generation of the pre-shared key by tunnel, from 1. Raised by hand to rotate a key. */
  generations: ReadonlyMap<string, number>;
  /** By member, the member whose gateway it uses instead of one of its own. */
  gateways: ReadonlyMap<string, string>;
  /** How two members of one cloud are joined, by link: `gateway-peering`. Tunnels tell it of all others. */
  joins: ReadonlyMap<string, string>;
  /** What the mesh's network agent is where it is not the default: `kind: calico`, `datapath: routed`. */
  agent: ReadonlyMap<string, string>;
}

export type Section = keyof Allocations;

/** Sections in the order of the text. */
export const SECTIONS: readonly Section[] = [
  "ranges",
  "asns",
  "clusterIds",
  "addresses",
  "insides",
  "generations",
  "gateways",
  "joins",
  "agent",
];

export function emptyAllocations(): Allocations {
  return {
    ranges: new Map(),
    asns: new Map(),
    clusterIds: new Map(),
    addresses: new Map(),
    insides: new Map(),
    generations: new Map(),
    gateways: new Map(),
    joins: new Map(),
    agent: new Map(),
  };
}

/** A lock with nothing in it. */
export function emptyLock(): Lock {
  return { ...emptyAllocations(), removed: emptyAllocations() };
}

/** An entry's name among all sections: what a person reads in a message. */
export function entryName(section: Section, key: string): string {
  switch (section) {
    case "asns":
      return `${key}/asn`;
    case "clusterIds":
      return `${key}/cluster-id`;
    case "generations":
      return `${key}/generation`;
    case "gateways":
      return `${key}/used-gateway`;
    case "joins":
      return `${key}/join`;
    case "agent":
      return `agent/${key}`;
    default:
      return key;
  }
}
