import { linkName } from "../link/suite";
import type { Intent, Inventory, Link } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { PairReach } from "../reach/verdict";
import { Layer } from "../reach/verdict";
import { Survives } from "../spec/shape";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";
import { PROMISED } from "./promised-failures";

export const LINK_CAPACITY_MET = "capacity-link-capacity-met";

/** Mbit/s of a link in one direction with so many tunnels; `undefined` where nobody states a figure. */
export type CapacityOf = (link: Link, tunnels: number) => number | undefined;

/** One direction of one intent that asks for bandwidth. */
interface Flow {
  intent: Intent;
  /** Mbit/s. */
  bandwidth: number;
  survives: Survives;
  pair: PairReach;
}

/** What flows load links with in one direction, in Mbit/s: `a~b a`, from `a`. */
class Loads {
  readonly by = new Map<string, { mbps: number; flows: Flow[] }>();

  add(flow: Flow, path: readonly string[]): void {
    for (const [index, to] of path.slice(1).entries()) {
      const from = path[index] ?? "";
      const key = `${linkName(from, to)} ${from}`;
      const load = this.by.get(key) ?? { mbps: 0, flows: [] };
      load.mbps += flow.bandwidth;
      load.flows.push(flow);
      this.by.set(key, load);
    }
  }
}

/**
 * What tiers promise in bandwidth fits into each link along the ways that traffic takes, in each direction: as everything stands, with
 * one tunnel less for tiers that survive that, and over the ways that are left after each single failure that tiers survive.
 */
export function linkCapacityMet(
  network: Inventory,
  pairs: readonly PairReach[],
  capacityOf: CapacityOf,
): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const origin of network.unread)
    judgement.unknowns.push(unknownAt(origin, "the mesh's description", "whether links carry its traffic"));
  const flows = flowsOf(network, pairs, judgement);
  if (flows.length === 0) return judgement;
  const links = new Map(network.links.map((link) => [link.name, link]));
  const told = new Set<string>();
  const check = (loads: Loads, less: number, when: string): void => {
    for (const [key, { mbps, flows: on }] of loads.by) {
      const [name = "", from = ""] = key.split(" ");
      const link = links.get(name);
      const tunnels = (link?.tunnels.length ?? 0) - less;
      if (!link || told.has(key) || (less > 0 && tunnels < 1)) continue;
      const capacity = capacityOf(link, tunnels);
      if (capacity === undefined || mbps <= capacity) continue;
      told.add(key);
      judgement.problems.push(overloaded(link, from, { mbps, capacity, when }, on));
    }
  };

  const standing = new Loads();
  for (const flow of flows) standing.add(flow, flow.pair.path);
  check(standing, 0, "");
  const outliving = new Loads();
  for (const flow of flows) if (flow.survives !== Survives.none) outliving.add(flow, flow.pair.path);
  check(outliving, 1, " with one of its tunnels down");
  for (const [failure, moved] of failuresOf(flows)) {
    const loads = new Loads();
    for (const flow of flows) {
      const path = moved.has(flow) ? moved.get(flow) : flow.pair.path;
      if (path) loads.add(flow, path);
    }
    check(loads, 0, ` after the loss of ${failure}`);
  }
  return judgement;
}

function flowsOf({ intents }: Inventory, pairs: readonly PairReach[], { unknowns }: Judgement): Flow[] {
  const ways = new Map<string, PairReach>();
  for (const pair of pairs) {
    const key = `${pair.from}→${pair.to}`;
    // Packets between pods go where those between their nodes go.
    if (pair.ok && (pair.layer === Layer.underlay || !ways.has(key))) ways.set(key, pair);
  }
  return intents.flatMap((intent): Flow[] => {
    const { from, to, bandwidth, origin } = intent;
    if (bandwidth === undefined) return [];
    const survives = intent.survives ?? Survives.none;
    if (isUnknown(bandwidth) || isUnknown(survives)) {
      const what = isUnknown(bandwidth)
        ? `the bandwidth of tier ${intent.tier}`
        : `what tier ${intent.tier} survives`;
      unknowns.push(unknownAt({ urn: origin.urn }, what, `whether links carry ${from} to ${to}`));
      return [];
    }
    return [`${from}→${to}`, `${to}→${from}`].flatMap((key) => {
      const pair = ways.get(key);
      return pair ? [{ intent, bandwidth, survives, pair }] : [];
    });
  });
}

/** By failure, the flows that it moves or ends, each with the way that is left; `undefined`: none, or none was promised. */
function failuresOf(flows: readonly Flow[]): Map<string, Map<Flow, string[] | undefined>> {
  const failures = new Map<string, Map<Flow, string[] | undefined>>();
  for (const flow of flows) {
    for (const { failure, ok, path } of flow.pair.afterFailures) {
      const key = `${failure.kind} ${failure.name}`;
      const moved = failures.get(key) ?? new Map<Flow, string[] | undefined>();
      const kept = ok && PROMISED[flow.survives].includes(failure.kind);
      failures.set(key, moved.set(flow, kept ? path : undefined));
    }
  }
  return failures;
}

function overloaded(
  link: Link,
  from: string,
  { mbps, capacity, when }: { mbps: number; capacity: number; when: string },
  flows: readonly Flow[],
) {
  const asked = [...new Set(flows.map(({ intent }) => `${intent.from} to ${intent.to} (${intent.tier})`))];
  const shown = asked.slice(0, 3).join(", ") + (asked.length > 3 ? ` and ${asked.length - 3} more` : "");
  return {
    rule: LINK_CAPACITY_MET,
    message:
      `${link.name} is asked for ${mbps} Mbit/s from ${from}${when} and carries ${capacity}: ${shown}; so tiers get less than they promise; add ` +
      "tunnels or a second way, or ask for less bandwidth.",
    subjects: [...new Set(flows.map(({ intent }) => intent.origin.urn))],
  };
}
