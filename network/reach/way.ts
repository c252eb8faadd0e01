import type { Origin } from "../model/network";
import { unknownBreak } from "./unknown-break";
import type { Break } from "./verdict";

/** What became of packets on their way: where nothing stopped them there are no breaks. */
export interface Way {
  breaks: Break[];
  /** Joins along the first of equal ways, in order. */
  hops: number[];
  /** Joins of all equal ways. */
  joins: number[];
  /** Gateways of all equal ways. */
  gateways: number[];
}

export const ARRIVED: Way = { breaks: [], hops: [], joins: [], gateways: [] };

/** Over a peering of networks, and there. */
export function crossing(join: number): Way {
  return { ...ARRIVED, hops: [join], joins: [join] };
}

export function through(gateway: number, way: Way): Way {
  return way.gateways.includes(gateway) ? way : { ...way, gateways: [gateway, ...way.gateways] };
}

export function joinedBy(join: number, way: Way): Way {
  return { ...way, hops: [join, ...way.hops], joins: [join, ...way.joins] };
}

/** Two ways of which packets take either; the hops are the first's. */
export function both(one: Way, other: Way): Way {
  return {
    breaks: other.breaks.length === 0 ? one.breaks : [...one.breaks, ...other.breaks],
    hops: one.hops,
    joins: united(one.joins, other.joins),
    gateways: united(one.gateways, other.gateways),
  };
}

/** Each number once. There are few: the ways of one packet. */
function united(some: number[], more: readonly number[]): number[] {
  const fresh = more.filter((one) => !some.includes(one));
  return fresh.length === 0 ? some : [...some, ...fresh];
}

export function stopped(why: Break | Break[]): Way {
  return { ...ARRIVED, breaks: [why].flat() };
}

export function notKnown(origin: Origin, what: string): Way {
  return stopped(unknownBreak(origin, what));
}
