import type { Fault } from "../errors";
import { cidr, cidrAt, contains } from "./cidr";
import { byText, type Held, type Renewed, renew, type Served } from "./entries";
import { slotHash } from "./slot-hash";

/**
 * Where a link's inside ranges come from. `azure-paired`: two tunnels of one Azure gateway instance take the
 * same place in 169.254.21 and 169.254.22, as AWS's two tunnels of one connection do. `azure`: single ones of
 * the same pool, for other links that touch Azure. `general`: any other link.
 */
export type InsidePool = "azure-paired" | "azure" | "general";

/** A link that wants a /30 for each tunnel, under the keys `<link>/tunnel/<n>`, from 1. */
export interface InsideRequest {
  link: string;
  pool: InsidePool;
  tunnels: number;
}

/**
 * Azure takes inside addresses from 169.254.21.0-169.254.22.255 only (Azure VPN Gateway, "Configure BGP for
 * AWS", 2026-02): 64 places, each a /30 in both halves.
 */
const AZURE = {
  halves: [cidr("169.254.21.0/24"), cidr("169.254.22.0/24")] as const,
  places: 64,
  quota:
    "169.254.21.0-169.254.22.255, all that Azure takes: 128 of them (azure-docs `vpn-gateway-howto-aws-bgp.md` @ 03e5750, 2026-02)",
};

/**
 * For the rest: clear of Azure's, of those that AWS reserves (169.254.0-5 and 169.254.169.252/30) and of
 * metadata services.
 */
const GENERAL = { range: cidr("169.254.64.0/18"), places: 4096 };

/** Most demanding first, so that a pair finds a place before single ones have taken halves. */
const ORDER: readonly InsidePool[] = ["azure-paired", "azure", "general"];

/**
 * Inside ranges, unique in the mesh. One that stands is kept as long as its link still takes from the same
 * pool: a member that moved to another cloud makes another link of the same name.
 */
export function allocateInsides(held: Held<string>, requests: readonly InsideRequest[]): Served<string> {
  const terms = requests.flatMap(({ link, pool, tunnels }) => {
    const suits = (text: string) => inPool(text, pool);
    return keysOf(link, tunnels).map((key) => [key, { stays: suits, returns: suits }] as const);
  });
  const renewed = renew(held, new Map(terms));
  const taken = new Set([...renewed.live.values(), ...renewed.removed.values()]);
  const faults = ORDER.flatMap((pool) => {
    const links = requests.filter((request) => request.pool === pool).sort((a, b) => byText(a.link, b.link));
    const short = links.filter((request) => !serve(request, renewed.live, taken));
    return short.length > 0 ? [exhausted(pool, short, taken, renewed)] : [];
  });
  return { ...renewed, faults };
}

function keysOf(link: string, tunnels: number): string[] {
  return Array.from({ length: tunnels }, (_, index) => `${link}/tunnel/${index + 1}`);
}

function inPool(text: string, pool: InsidePool): boolean {
  const range = cidr(text);
  if (pool === "general") return contains(GENERAL.range, range);
  return AZURE.halves.some((half) => contains(half, range));
}

/** Gives a link's tunnels what they lack; false where something is left without. */
function serve(
  { link, pool, tunnels }: InsideRequest,
  live: Map<string, string>,
  taken: Set<string>,
): boolean {
  const keys = keysOf(link, tunnels);
  const give = (key: string, text: string | undefined): boolean => {
    if (text === undefined) return false;
    live.set(key, text);
    taken.add(text);
    return true;
  };
  const lacking = (some: readonly string[]) => some.filter((key) => !live.has(key));
  if (pool !== "azure-paired") {
    const slots = pool === "azure" ? azureSingles : generalSingles;
    return lacking(keys).every((key) => give(key, firstFree(slots(link), taken)));
  }
  return instancesOf(keys).every((pair) => {
    const [first, second] = lacking(pair);
    if (first === undefined) return true;
    if (second === undefined) return give(first, beside(pair, link, live, taken));
    const place = freePlace(first, taken);
    return give(first, place?.[0]) && give(second, place?.[1]);
  });
}

/** Tunnels 1 and 2 end at the first Azure instance, 3 and 4 at the second. */
function instancesOf(keys: readonly string[]): string[][] {
  return keys.flatMap((_, index) => (index % 2 === 0 ? [keys.slice(index, index + 2)] : []));
}

/** The other half of the place where one of a pair stands already; any single one where that is taken. */
function beside(
  pair: readonly string[],
  link: string,
  live: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): string | undefined {
  const standing = pair.map((key) => live.get(key)).find((text) => text !== undefined);
  const place = places().find((halves) => standing !== undefined && halves.includes(standing)) ?? [];
  return firstFree([...place, ...azureSingles(link)], taken);
}

type Place = readonly [string, string];

/** A place that both halves have free. */
function freePlace(key: string, taken: ReadonlySet<string>): Place | undefined {
  const start = slotHash(key) % AZURE.places;
  const all = places();
  return [...all.slice(start), ...all.slice(0, start)].find(([a, b]) => !taken.has(a) && !taken.has(b));
}

function places(): Place[] {
  return Array.from({ length: AZURE.places }, (_, index) => azurePlace(index));
}

function azurePlace(place: number): Place {
  const [low, high] = AZURE.halves;
  const offset = BigInt(4 * place);
  return [cidrAt(4, low.first + offset, 30).text, cidrAt(4, high.first + offset, 30).text];
}

/** Both halves of one place after each other, so that a link's two tunnels break up one place and not two. */
function* azureSingles(link: string): Generator<string> {
  const start = slotHash(link) % AZURE.places;
  for (let step = 0; step < AZURE.places; step++) yield* azurePlace((start + step) % AZURE.places);
}

/** Places of four, what a link between two clouds takes. */
function* generalSingles(link: string): Generator<string> {
  const start = (slotHash(link) % (GENERAL.places / 4)) * 4;
  for (let step = 0; step < GENERAL.places; step++) {
    const place = BigInt((start + step) % GENERAL.places);
    yield cidrAt(4, GENERAL.range.first + 4n * place, 30).text;
  }
}

function firstFree(slots: Iterable<string>, taken: ReadonlySet<string>): string | undefined {
  for (const slot of slots) if (!taken.has(slot)) return slot;
  return undefined;
}

function exhausted(
  pool: InsidePool,
  short: readonly InsideRequest[],
  taken: ReadonlySet<string>,
  renewed: Renewed<string>,
): Fault {
  const missing = short
    .flatMap(({ link, tunnels }) => keysOf(link, tunnels))
    .filter((key) => !renewed.live.has(key));
  const links = short.map((request) => request.link);
  const where = pool === "general" ? GENERAL.range.text : AZURE.quota;
  const all = pool === "general" ? [...generalSingles("")] : [...azureSingles("")];
  const left = all.filter((slot) => !taken.has(slot)).length;
  const inPairs = pool === "azure-paired" ? " in pairs" : "";
  const held = [...renewed.removed.values()].filter((text) => inPool(text, pool)).length;
  const mend = held > 0 ? `; removed entries of the lock hold ${held}, and may be deleted` : "";
  return {
    path: "topology",
    message:
      `no inside ranges for ${links.slice(0, 3).join(", ")}${links.length > 3 ? ` and ${links.length - 3} more` : ""}: ` +
      `${missing.length} more needed${inPairs}, ${left} left in ${where}${mend}; join fewer members with a link of their own`,
  };
}
