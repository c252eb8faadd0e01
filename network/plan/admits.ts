import type { MeshSpec, TrafficSpec } from "../spec/shape";
import type { MemberPlan } from "./shape";

/** Connections that pods of another member may open. */
export interface AdmitPlan {
  /** The member's name. */
  from: string;
  /** `443/tcp`, `30000-32767/udp`; empty: every port. */
  ports: string[];
}

/** Connections that a site's hosts may open, as an intent in `traffic` says. */
export interface InboundPlan {
  /** The site's name. */
  from: string;
  /** Its ranges. Sorted. */
  sources: string[];
  /** `443/tcp`, `30000-32767/udp`; empty: every port. */
  ports: string[];
}

/**
 * What pods of the clusters that a member reaches may open at its own pods.
 *
 * A pair of clusters that `traffic` names, in either direction, gets the ports of its intents from whom to whom they say, and no
 * more. A pair that it does not name gets every port where isolation is open, and nothing where it is strict. In an overlay of open
 * isolation nobody is held to that, and nothing is said.
 */
export function podAdmits(
  name: string,
  { isolation, datapath, traffic = [] }: MeshSpec,
  peers: readonly string[],
): Pick<MemberPlan, "isolation" | "admits"> {
  const strict = isolation === "strict";
  if (!strict && datapath !== "routed") return {};
  const admits = peers.flatMap((from): AdmitPlan[] => {
    const intents = traffic.filter((intent) => intent.from === from && intent.to === name);
    if (intents.length > 0) return [{ from, ports: askedPorts(intents) }];
    const named = traffic.some((intent) => intent.from === name && intent.to === from);
    return strict || named ? [] : [{ from, ports: [] }];
  });
  return { ...(strict ? { isolation } : {}), admits };
}

/** Ports of several intents together, sorted; empty: every port. */
export function askedPorts(intents: readonly Pick<TrafficSpec, "ports">[]): string[] {
  const every = intents.some(({ ports }) => ports === undefined || ports.length === 0);
  return every ? [] : [...new Set(intents.flatMap(({ ports }) => ports ?? []))].sort();
}

/** What a cloud's firewall lets in between pods. */
export interface PodDoor {
  /** The peer's name. */
  from: string;
  /** Its pod range. */
  source: string;
  /** `443/tcp`, `30000-32767/udp`; empty: every port. */
  ports: string[];
}

/**
 * What a member's firewall lets in from its peers' pods, in the order of `peers`: in an overlay nothing, since it sees nodes only. A
 * member of no mesh, for which nobody says whom it admits, takes every port from each of its peers.
 */
export function podDoors({ agent, peers, admits }: MemberPlan): PodDoor[] {
  if (agent.datapath !== "routed") return [];
  const admitted = new Map(
    (admits ?? peers.map(({ name }) => ({ from: name, ports: [] }))).map(({ from, ports }) => [from, ports]),
  );
  return peers.flatMap(({ name, pods }): PodDoor[] => {
    const ports = admitted.get(name);
    return ports === undefined ? [] : [{ from: name, source: pods, ports }];
  });
}
