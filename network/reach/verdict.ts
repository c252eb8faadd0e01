import type { Origin } from "../model/network";

/**
 * Which network traffic is looked at in. `underlay`: nodes, through the links. `overlay`: pods, through the agent, whose packets
 * between nodes the underlay carries; where the agent routes natively, pods through the links themselves.
 */
export const Layer = { underlay: "underlay", overlay: "overlay" } as const;
export type Layer = (typeof Layer)[keyof typeof Layer];

/** What keeps traffic from getting through. */
export const BreakKind = {
  /** A table on the way has no route, or a route that leads nowhere. */
  blackHole: "black-hole",
  /** Nobody tells a range to the gateway that would need it. */
  notAdvertised: "not-advertised",
  /** A member on the way does not pass on what it learned. */
  notPassedOn: "not-passed-on",
  loop: "loop",
  /** It gets there and no answer comes back. */
  oneWay: "one-way",
  firewall: "firewall",
  policy: "policy",
  /** The agents do not join the clusters. */
  agent: "agent",
  /** A value that decides is not known. */
  unknown: "unknown",
} as const;
export type BreakKind = (typeof BreakKind)[keyof typeof BreakKind];

/** One thing that keeps traffic from getting through. */
export interface Break {
  kind: BreakKind;
  /** What is wrong and where, as a clause: `dublin-nodes-a has no route to 10.65.0.0/20`. */
  message: string;
  /** What stops it, or what ought to have what is missing. */
  origin: Origin;
}

/** One single failure. */
export interface Failure {
  kind: "tunnel" | "gateway-instance" | "zone" | "link" | "member" | "cloud";
  /** `amsterdam~dublin/tunnel/2`, `dublin/gateway/0`, `dublin/eu-west-1a`, `amsterdam~dublin`, `dublin`, `aws`. */
  name: string;
}

/** What is left of one pair after one failure that touches its traffic. */
export interface AfterFailure {
  failure: Failure;
  ok: boolean;
  /** Members along the way that is left; empty where there is none. */
  path: string[];
}

/** Whether one member's ranges reach another's. */
export interface PairReach {
  from: string;
  to: string;
  layer: Layer;
  ok: boolean;
  /** Members along the way, both ends included; empty where there is no way. */
  path: string[];
  /** Names of the links along the way, those of equal cost together. */
  links: string[];
  /** Estimated round trip in milliseconds, where the members' places are known. */
  rtt?: number;
  /** Every reason found; empty where it is ok. */
  breaks: Break[];
  /** Failures after which the pair no longer reaches, or takes another way. A failure of an end itself is not listed. */
  afterFailures: AfterFailure[];
}
