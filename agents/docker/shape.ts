import type { SwarmRole } from "./facts";

/** One Swarm over the hosts of several members, decided by the plan. */
export interface SwarmPlan {
  /** Sorted by member, then by number. */
  hosts: SwarmHostPlan[];
  /** The manager that begins the Swarm where no other is found. Held by the lock, so that a new host never takes its place. */
  first: string;
  /** Where overlay networks get their ranges; disjoint from all other ranges of the mesh. */
  pools: string[];
  /** Prefix length of one overlay network; 24 or longer. */
  poolMask: number;
  /** Where a host's own bridges get theirs, the same on every host: nothing outside the host sees them. */
  bridges: string;
  /** Bytes that the path between any two hosts carries. */
  mtu: number;
}

export interface SwarmHostPlan {
  name: string;
  /** Fixed and private, reached over the links. */
  address: string;
  role: SwarmRole;
}

/**
 * Where a host reads the keys that it gets join tokens with: its cloud's secret store, by its own identity. `keys` names the store's secret
 * of each role; a worker's identity may read the worker's only.
 */
export type KeyStore =
  | { cloud: "aws"; region: string; keys: KeyNames }
  | { cloud: "gcp"; project: string; keys: KeyNames }
  | { cloud: "azure"; vault: string; clientId: string; keys: KeyNames };

export interface KeyNames {
  worker: string;
  /** Absent on a worker. */
  manager?: string;
}
