import type { Fault } from "../errors";
import { type Held, type Renewed, renew, type Served } from "./entries";
import { slotHash } from "./slot-hash";

/** Numbers from first to last, both within. */
export interface NumberPool {
  first: number;
  last: number;
}

/**
 * 16-bit ASNs that all three clouds take on their own side: AWS and Google Cloud 64512-65534 (EC2 API model
 * and Cloud Router reference, 2026-08), Azure without its own 65515-65520 (VPN Gateway FAQ, 2026).
 */
export const ASNS: NumberPool = { first: 64512, last: 65514 };

/** ClusterMesh ids with Cilium's default `maxConnectedClusters` of 255. */
export const CLUSTER_IDS: NumberPool = { first: 1, last: 255 };

/**
 * Ids over 127 come last: Cilium's chart refuses them with AWS ENI or AWS CNI chaining (cilium/cilium#21330).
 */
const CLUSTER_ID_POOLS: readonly NumberPool[] = [
  { first: 1, last: 127 },
  { first: 128, last: CLUSTER_IDS.last },
];

/** A key that wants a number. */
export interface NumberRequest {
  key: string;
}

/** @param avoid ASNs that somebody chose */
export function allocateAsns(
  held: Held<number>,
  requests: readonly NumberRequest[],
  avoid: readonly number[],
): Served<number> {
  return allocateNumbers(held, requests, new Set(avoid), [ASNS], "ASNs");
}

export function allocateClusterIds(held: Held<number>, requests: readonly NumberRequest[]): Served<number> {
  return allocateNumbers(held, requests, new Set(), CLUSTER_ID_POOLS, "cluster ids");
}

/**
 * The first pool that has a free number serves; in it the search begins where the key's hash says, and goes
 * round.
 */
function allocateNumbers(
  held: Held<number>,
  requests: readonly NumberRequest[],
  avoid: ReadonlySet<number>,
  pools: readonly NumberPool[],
  what: string,
): Served<number> {
  const terms = { stays: () => true, returns: (value: number) => !avoid.has(value) };
  const renewed = renew(held, new Map(requests.map(({ key }) => [key, terms])));
  const taken = new Set([...avoid, ...renewed.live.values(), ...renewed.removed.values()]);
  const left = pools.flatMap(numbersOf).filter((number) => !taken.has(number)).length;
  if (renewed.missing.length > left) {
    return { ...renewed, faults: [exhausted(what, pools, renewed, left)] };
  }
  for (const key of renewed.missing) {
    const number = firstFree(slotHash(key), pools, taken);
    taken.add(number);
    renewed.live.set(key, number);
  }
  return { ...renewed, faults: [] };
}

function firstFree(hash: number, pools: readonly NumberPool[], taken: ReadonlySet<number>): number {
  for (const { first, last } of pools) {
    const count = last - first + 1;
    for (let step = 0; step < count; step++) {
      const number = first + ((hash + step) % count);
      if (!taken.has(number)) return number;
    }
  }
  throw new RangeError("no number is left");
}

function numbersOf({ first, last }: NumberPool): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function exhausted(
  what: string,
  pools: readonly NumberPool[],
  renewed: Renewed<number>,
  left: number,
): Fault {
  const span = `${Math.min(...pools.map((pool) => pool.first))}-${Math.max(...pools.map((pool) => pool.last))}`;
  const reserved = renewed.removed.size;
  const mend = reserved > 0 ? `; removed entries of the lock hold ${reserved}, and may be deleted` : "";
  return {
    path: "members",
    message: `${renewed.missing.length} ${what} needed, ${left} left in ${span}${mend}`,
  };
}
