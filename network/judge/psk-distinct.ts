import type { Inventory } from "../model/inventory";
import type { KeyFact } from "../model/key";
import type { TunnelEndFact } from "../model/network";
import type { Problem } from "../problem";
import { type Judgement, nameIn, unknownAt } from "./judgement";

export const PSK_DISTINCT = "encryption-psk-distinct";

/**
 * No two tunnels have one key. The two ends of a tunnel have, and so have all ends that meet in one of Azure's connections, which
 * takes one key for its two tunnels: these are one line.
 */
export function pskDistinct({ keys, tunnels, tunnelEnds }: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const lines = linesOf(keys, tunnels);
  const gateways = new Map(tunnelEnds.map((end) => [holderOf(end), end.gateway]));
  const byKey = new Map<string, KeyFact[]>();
  for (const key of keys) {
    if (key.same === undefined) continue;
    const holders = byKey.get(key.same);
    if (holders) holders.push(key);
    else byKey.set(key.same, [key]);
  }
  for (const holders of byKey.values()) {
    const byLine = new Map(holders.map((key) => [lines.of(key), key]));
    const [first, other] = byLine.values();
    if (!first || !other) continue;
    // Ends whose peers were not found may be each other's.
    const perhaps = byLine.size > 2 || gatewayOf(first, gateways) === gatewayOf(other, gateways);
    if (surelySeveral(holders, lines)) judgement.problems.push(problem([...byLine.values()]));
    else if (perhaps)
      judgement.unknowns.push(unknownAt(first.origin, "the key", "whether two tunnels share it"));
  }
  // One that cannot be compared is known all the same where the other end's is.
  const comparable = new Set(keys.flatMap((key) => (key.same === undefined ? [] : [lines.of(key)])));
  const several = new Set(keys.map((key) => lines.of(key))).size > 1;
  for (const key of keys) {
    if (!several || key.same !== undefined || comparable.has(lines.of(key))) continue;
    comparable.add(lines.of(key));
    judgement.unknowns.push({
      ...unknownAt(key.origin, "the key", "whether another tunnel has the same"),
      because: "it is a secret that no resource here makes",
    });
  }
  return judgement;
}

/** Which keys must be one: an end's line, by what it is joined with, and whether it is joined at all. */
interface Lines {
  of(key: Pick<KeyFact, "urn" | "tunnel">): string;
  joined(key: KeyFact): boolean;
}

function linesOf(keys: KeyFact[], tunnels: Inventory["tunnels"]): Lines {
  const held = new Set(keys.map(holderOf));
  const parents = new Map<string, string>();
  const root = (holder: string): string => {
    let at = holder;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  const paired = new Set<string>();
  for (const { a, b } of tunnels) {
    const [one, other] = [holderAmong(held, a), holderAmong(held, b)];
    paired.add(one).add(other);
    const [from, to] = [root(one), root(other)];
    if (from !== to) parents.set(from, to);
  }
  return { of: (key) => root(holderOf(key)), joined: (key) => paired.has(holderOf(key)) };
}

/** Whether keys are of more than one line for sure: several are joined, or are of one resource. */
function surelySeveral(holders: KeyFact[], lines: Lines): boolean {
  const joined = new Set(holders.filter((key) => lines.joined(key)).map((key) => lines.of(key)));
  if (joined.size > 1) return true;
  const ofResource = new Map<string, string>();
  return holders.some((key) => {
    const line = lines.of(key);
    const before = ofResource.get(key.urn) ?? line;
    ofResource.set(key.urn, before);
    return before !== line;
  });
}

function problem(holders: KeyFact[]): Problem {
  const names = holders.map(({ urn, tunnel }) => `tunnel ${tunnel} of ${nameIn(urn)} (${urn})`);
  return {
    rule: PSK_DISTINCT,
    message:
      `${names.join(" and ")} have one pre-shared key: who learns it from one peer can take the place of the others, and a change of it takes all of them down; give ` +
      "each tunnel a `random.RandomPassword` of its own.",
    subjects: [...new Set(holders.map(({ urn }) => urn))],
  };
}

function gatewayOf(key: KeyFact, gateways: ReadonlyMap<string, string | undefined>): string | undefined {
  // An end whose gateway is not known may be at any.
  return gateways.get(holderOf(key)) ?? key.urn;
}

function holderOf({ urn, tunnel }: { urn: string; tunnel: number }): string {
  return `${urn} ${tunnel}`;
}

/** Azure's connection holds one key for whichever of its tunnels. */
function holderAmong(held: ReadonlySet<string>, end: TunnelEndFact): string {
  const own = holderOf(end);
  return held.has(own) ? own : holderOf({ urn: end.urn, tunnel: 1 });
}
