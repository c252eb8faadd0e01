import { InputError } from "../errors";
import { type AddressRequest, allocateAddresses } from "./address-pool";
import type { Cidr } from "./cidr";
import { byText, type Held, type Renewed, renew, sorted } from "./entries";
import { allocateInsides, type InsideRequest } from "./inside-pool";
import { type Allocations, entryName, type Lock, type Section } from "./lock";
import { allocateAsns, allocateClusterIds, type NumberRequest } from "./number-pool";
import { allocateRanges, type RangeRequest } from "./range-pool";

/**
 * All that a spec wants of the lock. A key that is not asked for is removed. The order of a list means
 * nothing.
 */
export interface Requests {
  /** Where new ranges come from. */
  supernets: Cidr[];
  /** What new ranges keep out of: what others own, and every range that was written by hand. */
  avoid: Cidr[];
  ranges: RangeRequest[];
  asns: NumberRequest[];
  /** ASNs that were written by hand. */
  avoidAsns: number[];
  clusterIds: NumberRequest[];
  insides: InsideRequest[];
  /** Default none. */
  addresses?: AddressRequest[];
  /** Keys of tunnels, each of which has a generation. */
  generations: { key: string }[];
  /** What was decided with the lock in view, to be held by it. Default none. */
  gateways?: DecidedRequest[];
  joins?: DecidedRequest[];
  agent?: DecidedRequest[];
}

/** A value that is not looked for in a pool. */
export interface DecidedRequest {
  key: string;
  value: string;
}

export interface Allocation {
  lock: Lock;
  /** Names of what the lock lacked, new or given back, sorted: it is behind the spec where there is one. */
  added: string[];
  /** Names of what was in use and is wanted no more, sorted. */
  removed: string[];
}

/**
 * The lock as these requests need it. What stands never moves and is never resized; what is wanted no more
 * stays reserved, and is given back if it is wanted again; what is new keeps clear of both. The same whatever
 * the order of the requests.
 *
 * @throws InputError where no room is left, with how much is missing, for every pool that is too small
 */
export function allocate(lock: Lock, requests: Requests): Allocation {
  const of = <S extends Section>(section: S) => ({ live: lock[section], removed: lock.removed[section] });
  const ranges = allocateRanges(of("ranges"), requests.ranges, requests.supernets, requests.avoid);
  const asns = allocateAsns(of("asns"), requests.asns, requests.avoidAsns);
  const clusterIds = allocateClusterIds(of("clusterIds"), requests.clusterIds);
  const addresses = allocateAddresses(of("addresses"), requests.addresses ?? []);
  const insides = allocateInsides(of("insides"), requests.insides);
  const generations = renewGenerations(lock, requests.generations);
  const gateways = renewDecided(of("gateways"), requests.gateways ?? []);
  const joins = renewDecided(of("joins"), requests.joins ?? []);
  const agent = renewDecided(of("agent"), requests.agent ?? []);

  const faults = [ranges, asns, clusterIds, addresses, insides].flatMap((section) => section.faults);
  if (faults.length > 0) throw new InputError(faults);
  const sections = { ranges, asns, clusterIds, addresses, insides, generations, gateways, joins, agent };
  return {
    lock: { ...part(sections, "live"), removed: part(sections, "removed") },
    added: names(sections, ({ missing, revived }) => [...missing, ...revived]),
    removed: names(sections, ({ gone }) => gone),
  };
}

/** Each tunnel's first generation is 1; a higher one was written by hand and stays. */
function renewGenerations(lock: Lock, requests: readonly { key: string }[]): Renewed<number> {
  const terms = { stays: () => true, returns: () => true };
  const wanted = new Map(requests.map(({ key }) => [key, terms]));
  const renewed = renew({ live: lock.generations, removed: lock.removed.generations }, wanted);
  for (const key of renewed.missing) renewed.live.set(key, 1);
  return renewed;
}

/** What stands is written over where it was decided anew. */
function renewDecided(held: Held<string>, requests: readonly DecidedRequest[]): Renewed<string> {
  const terms = requests.map(({ key, value }) => {
    const same = (standing: string) => standing === value;
    return [key, { stays: same, returns: same }] as const;
  });
  const renewed = renew(held, new Map(terms));
  const values = new Map(requests.map(({ key, value }) => [key, value]));
  for (const key of renewed.missing) renewed.live.set(key, values.get(key) ?? "");
  return renewed;
}

interface Sections {
  ranges: Renewed<string>;
  asns: Renewed<number>;
  clusterIds: Renewed<number>;
  addresses: Renewed<string>;
  insides: Renewed<string>;
  generations: Renewed<number>;
  gateways: Renewed<string>;
  joins: Renewed<string>;
  agent: Renewed<string>;
}

function part(sections: Sections, which: "live" | "removed"): Allocations {
  return {
    ranges: sorted(sections.ranges[which]),
    asns: sorted(sections.asns[which]),
    clusterIds: sorted(sections.clusterIds[which]),
    addresses: sorted(sections.addresses[which]),
    insides: sorted(sections.insides[which]),
    generations: sorted(sections.generations[which]),
    gateways: sorted(sections.gateways[which]),
    joins: sorted(sections.joins[which]),
    agent: sorted(sections.agent[which]),
  };
}

function names(sections: Sections, keys: (renewed: Renewed<unknown>) => string[]): string[] {
  return Object.entries(sections)
    .flatMap(([section, renewed]) => keys(renewed).map((key) => entryName(section as Section, key)))
    .sort(byText);
}
