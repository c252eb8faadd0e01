import type { Inventory } from "../model/inventory";
import { type Break, BreakKind, type PairReach } from "../reach/verdict";
import type { Judgement } from "./judgement";
import { nameIn, unknownAt } from "./judgement";
import { hostless, type WantedPair, wantedPairs } from "./wanted-pairs";

export const REACH_NO_BLACK_HOLE = "reach-no-black-hole";
export const REACH_BOTH_WAYS = "reach-both-ways";

/**
 * Every pair that must reach each other does: no table without a route or with one that leads nowhere, no range that nobody tells,
 * no firewall or network policy in the way. What stops several pairs is told once.
 */
export function reachNoBlackHole(network: Inventory, pairs: readonly PairReach[]): Judgement {
  const judged = wantedPairs(network, pairs);
  const told = breaksOf(judged, ({ kind }) => kind !== BreakKind.unknown && kind !== BreakKind.oneWay);
  const unknown = breaksOf(judged, ({ kind }) => kind === BreakKind.unknown);
  return {
    problems: told.map((found) => ({
      rule: REACH_NO_BLACK_HOLE,
      message: `${found.break.message}, so ${pairsText(found.pairs)} (${layersText(found.pairs)}); ${remedy(found.break)}.`,
      subjects: [found.break.origin.urn],
    })),
    unknowns: [
      ...unknown.map((found) => ({
        ...unknownAt(found.break.origin, "what it says", `whether ${reachText(found.pairs)}`),
        because: found.break.message,
      })),
      ...[...hostless(network, pairs)].map(([member, { from, to, origin }]) => ({
        ...unknownAt(origin, `range of ${member}`, `whether ${from} reaches ${to}`),
        because: `no network or subnet tells where the hosts of ${member} are`,
      })),
    ],
  };
}

/** Where traffic gets through, answers come back. */
export function reachBothWays(network: Inventory, pairs: readonly PairReach[]): Judgement {
  const found = breaksOf(wantedPairs(network, pairs), ({ kind }) => kind === BreakKind.oneWay);
  return {
    problems: found.map((one) => ({
      rule: REACH_BOTH_WAYS,
      message:
        `traffic goes one way only: ${one.break.message} (${layersText(one.pairs)}); ` +
        "give the way back the routes, advertisements and permissions that the way there has.",
      subjects: [one.break.origin.urn],
    })),
    unknowns: [],
  };
}

interface FoundBreak {
  break: Break;
  pairs: PairReach[];
}

/** Each break once, with all the pairs that it stops, in the order of the pairs. */
function breaksOf(judged: readonly WantedPair[], which: (one: Break) => boolean): FoundBreak[] {
  const found = new Map<string, FoundBreak>();
  for (const { pair, intents } of judged) {
    // An intent is there and back; what only answers need not be let in by a policy of its own.
    const opens = intents.some(({ from, to }) => from === pair.from && to === pair.to);
    for (const one of pair.breaks.filter(which)) {
      if (one.kind === BreakKind.policy && !opens) continue;
      const key = `${one.kind} ${one.origin.urn} ${one.origin.property ?? ""} ${one.message}`;
      const before = found.get(key);
      if (before) before.pairs.push(pair);
      else found.set(key, { break: one, pairs: [pair] });
    }
  }
  return [...found.values()];
}

function pairsText(pairs: readonly PairReach[]): string {
  const [first, ...rest] = pairs;
  if (!first) return "nothing";
  const more = rest.length === 0 ? "" : ` (and ${rest.length} more)`;
  return `${nameIn(first.from)} does not reach ${nameIn(first.to)}${more}`;
}

function reachText(pairs: readonly PairReach[]): string {
  const [first] = pairs;
  return first ? `${nameIn(first.from)} reaches ${nameIn(first.to)}` : "traffic gets through";
}

function layersText(pairs: readonly PairReach[]): string {
  const layers = new Set(pairs.map(({ layer }) => layer));
  return [...layers].map((layer) => (layer === "underlay" ? "between nodes" : "between pods")).join(", ");
}

const REMEDIES: Record<Exclude<Break["kind"], "unknown" | "one-way">, string> = {
  "black-hole": "give the table a route there, or take away the one that leads nowhere",
  "not-advertised": "let the gateway of that range tell it to its peers",
  "not-passed-on": "join the two by a link of their own, or through a member that passes on what it learns",
  loop: "let only one of the tables point to the other",
  firewall: "allow those ports from that range, and nothing more",
  policy: "let a network policy allow it, as the mesh's traffic says",
  agent: "let both agents name each other, with one kind, one encryption and ids of their own",
};

function remedy({ kind }: Break): string {
  return kind === "unknown" || kind === "one-way" ? "" : REMEDIES[kind];
}
