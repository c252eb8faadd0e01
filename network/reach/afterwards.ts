import type { TransitTables } from "../routing/transit";
import type { Crossing, Crossings } from "./crossings";
import { type Loss, losses } from "./failures";
import type { Layout } from "./layout";
import type { Announcements, Spread, ToldPrefix } from "./learned";
import { type Place, pairKey, wayBetween } from "./pairs";
import type { AfterFailure } from "./verdict";
import { Walks } from "./walk";
import type { Way } from "./way";

/**
 * What is left after each single failure. Only pairs whose traffic used what is lost are looked at again, and only prefixes that
 * these ask for spread again: taking away what nobody used changes nobody's best way.
 */
export class Afterwards {
  private readonly layout: Layout;
  private readonly announcements: Announcements;
  private readonly transit: TransitTables;
  private readonly crossings: Crossings;

  constructor(layout: Layout, announcements: Announcements, transit: TransitTables, crossings: Crossings) {
    this.layout = layout;
    this.announcements = announcements;
    this.transit = transit;
    this.crossings = crossings;
  }

  /** Adds to each pair the failures that leave it no way, or another one. */
  tell(pairs: readonly Crossing[], which: "links" | "all"): void {
    const users = usersOf(pairs);
    for (const loss of losses(this.layout, which)) {
      const walks = this.walksWithout(loss);
      const ways = new Map<number, Way>();
      const way = (from: Place, to: Place): Way => {
        const key = pairKey(from, to);
        const known = ways.get(key);
        if (known) return known;
        const found = wayBetween(walks, from, to);
        ways.set(key, found);
        return found;
      };
      for (const pair of touchedBy(loss, users)) {
        const { reach, from, to } = pair;
        if (loss.ends.has(reach.from) || loss.ends.has(reach.to)) continue;
        const [forth, back] = [way(from, to), way(to, from)];
        const ok = forth.breaks.length === 0 && back.breaks.length === 0;
        const path = ok ? this.crossings.pathOf(reach.from, reach.to, forth) : [];
        if (ok && same(path, reach.path)) continue;
        const after: AfterFailure = { failure: loss.failure, ok, path };
        reach.afterFailures.push(after);
      }
    }
  }

  private walksWithout({ lost, touched }: Loss): Walks {
    const spreads = new Map<number, Spread>();
    const spreadOf = (prefix: ToldPrefix): Spread => {
      const known = spreads.get(prefix.id);
      if (known) return known;
      const before = this.crossings.spreadOf(prefix);
      const spread = this.announcements.spreadAfter(before, prefix, lost, touched);
      spreads.set(prefix.id, spread);
      return spread;
    };
    return new Walks({
      layout: this.layout,
      tables: this.crossings.tables,
      announcements: this.announcements,
      transit: this.transit,
      lost,
      spreadOf,
      toldFor: (atom) => this.crossings.toldFor(atom),
    });
  }
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

/** Pairs that get through, by the joins and by the gateways that they use. */
interface Users {
  joins: Map<number, Crossing[]>;
  gateways: Map<number, Crossing[]>;
}

function usersOf(pairs: readonly Crossing[]): Users {
  const users: Users = { joins: new Map(), gateways: new Map() };
  for (const pair of pairs) {
    if (!pair.reach.ok) continue;
    for (const id of pair.joins) push(users.joins, id, pair);
    for (const id of pair.gateways) push(users.gateways, id, pair);
  }
  return users;
}

function touchedBy({ lost, touched }: Loss, users: Users): Set<Crossing> {
  return new Set([
    ...[...touched].flatMap((id) => users.joins.get(id) ?? []),
    ...[...lost.gateways].flatMap((id) => users.gateways.get(id) ?? []),
  ]);
}

function push(map: Map<number, Crossing[]>, key: number, value: Crossing): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
