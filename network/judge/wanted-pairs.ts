import type { Intent, Inventory } from "../model/inventory";
import { Layer, type PairReach } from "../reach/verdict";

/** A pair of members that somebody means to talk. */
export interface WantedPair {
  pair: PairReach;
  /** Who asks for it; none where two members are merely joined by a link. */
  intents: Intent[];
}

/**
 * The pairs that must reach each other: those that an intent names, there and back, in every layer that both have; and those that a
 * link joins, between their nodes, for nobody builds a tunnel between two networks that are not to talk.
 */
export function wantedPairs(network: Inventory, pairs: readonly PairReach[]): WantedPair[] {
  const intents = new Map<string, Intent[]>();
  for (const intent of network.intents) {
    for (const key of [keyOf(intent.from, intent.to), keyOf(intent.to, intent.from)]) {
      intents.set(key, [...(intents.get(key) ?? []), intent]);
    }
  }
  const linked = new Set(network.links.flatMap(({ a, b }) => [keyOf(a, b), keyOf(b, a)]));
  return pairs.flatMap((pair): WantedPair[] => {
    const key = keyOf(pair.from, pair.to);
    const asked = intents.get(key) ?? [];
    if (asked.length > 0) return [{ pair, intents: asked }];
    return linked.has(key) && pair.layer === Layer.underlay ? [{ pair, intents: [] }] : [];
  });
}

/** Members that intents name and that have no hosts that anybody could see, each with an intent that does; by name. */
export function hostless(network: Inventory, pairs: readonly PairReach[]): Map<string, Intent> {
  const seen = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  const named = network.intents.flatMap((intent) =>
    [intent.from, intent.to].map((member) => [member, intent] as const),
  );
  const missing = named.filter(([member]) => !seen.has(member));
  return new Map(missing.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function keyOf(from: string, to: string): string {
  return `${from}→${to}`;
}
