import { isUnknown } from "../model/resource";
import type { Join, Layout } from "./layout";
import type { Lost } from "./learned";
import type { Failure } from "./verdict";

/** A single failure, and what does not work because of it. */
export interface Loss {
  failure: Failure;
  lost: Lost;
  /** Members whose own traffic it ends, so that nothing of it can be promised. */
  ends: ReadonlySet<string>;
}

/**
 * Every single failure that takes something away which traffic could use: a tunnel beside which another carries on takes nothing.
 *
 * A zone takes its own hosts and nothing else: regional gateways outlive it (AWS: an attachment carries what comes from the zones that
 * it has a subnet in, and that is looked at as it is), so of a zone only a member that lies in it altogether is listed.
 */
export function losses(layout: Layout, which: "links" | "all"): Loss[] {
  const links = linkLosses(layout);
  if (which === "links") return links;
  return [
    ...tunnelLosses(layout),
    ...instanceLosses(layout),
    ...zoneLosses(layout),
    ...links,
    ...memberLosses(layout),
    ...cloudLosses(layout),
  ];
}

function linkLosses({ joins }: Layout): Loss[] {
  const byLink = new Map<string, Set<number>>();
  for (const { id, name } of joins) byLink.set(name, (byLink.get(name) ?? new Set()).add(id));
  return [...byLink]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, ids]) => loss({ kind: "link", name }, { joins: ids }));
}

function tunnelLosses({ joins }: Layout): Loss[] {
  return joins.flatMap((join) => {
    const [only, ...others] = join.tunnels;
    if (!only || others.length > 0) return [];
    return [loss({ kind: "tunnel", name: only.name }, { joins: new Set([join.id]) })];
  });
}

/** Both ends' interfaces: a join is lost where all of its tunnels stand on one. */
function instanceLosses({ joins, gateways }: Layout): Loss[] {
  const lost = new Map<string, Set<number>>();
  for (const join of joins) {
    for (const side of ["a", "b"] as const) {
      const instance = onlyInterface(join, side);
      const member = gateways[join[side]]?.member;
      if (instance === undefined || member === undefined) continue;
      const name = `${member}/gateway/${instance}`;
      lost.set(name, (lost.get(name) ?? new Set()).add(join.id));
    }
  }
  return [...lost].map(([name, ids]) => loss({ kind: "gateway-instance", name }, { joins: ids }));
}

function onlyInterface({ tunnels }: Join, side: "a" | "b"): number | undefined {
  const interfaces = new Set(
    tunnels.map((tunnel) => {
      const end = tunnel[side];
      // Azure's active-active connection holds a tunnel of the other instance too.
      return isUnknown(end.interface) || (end.others?.length ?? 0) > 0 ? undefined : end.interface;
    }),
  );
  const [instance] = interfaces;
  return interfaces.size === 1 ? instance : undefined;
}

/** Of members that lie in one zone. */
function zoneLosses({ networks, gateways }: Layout): Loss[] {
  const zones = new Map<string, Set<string | undefined>>();
  for (const { member, hosts } of networks) {
    const known = zones.get(member) ?? new Set();
    for (const { zone } of hosts) known.add(zone);
    zones.set(member, known);
  }
  return [...zones].flatMap(([member, own]) => {
    const [zone] = own;
    if (own.size !== 1 || zone === undefined) return [];
    const ids = gateways.filter((one) => one.member === member).map(({ id }) => id);
    const failure = { kind: "zone", name: `${member}/${zone}` } as const;
    return [loss(failure, { gateways: new Set(ids) }, new Set([member]))];
  });
}

function memberLosses({ gateways, networks }: Layout): Loss[] {
  const members = new Set([...networks, ...gateways].map(({ member }) => member));
  return [...members].sort().map((name) => {
    const ids = gateways.filter(({ member }) => member === name).map(({ id }) => id);
    return loss({ kind: "member", name }, { gateways: new Set(ids) }, new Set([name]));
  });
}

function cloudLosses({ gateways, networks }: Layout): Loss[] {
  const clouds = [...new Set(gateways.map(({ fact }) => fact.cloud))].filter((cloud) => cloud !== "site");
  return clouds.sort().map((cloud) => {
    const own = gateways.filter(({ fact }) => fact.cloud === cloud);
    // In a cloud whose networks are peered not every member has a gateway.
    const without = networks.filter((network) => network.cloud === cloud);
    const ends = new Set([...own, ...without].map(({ member }) => member));
    return loss({ kind: "cloud", name: cloud }, { gateways: new Set(own.map(({ id }) => id)) }, ends);
  });
}

function loss(failure: Failure, lost: Partial<Lost>, ends: ReadonlySet<string> = new Set()): Loss {
  return { failure, lost: { gateways: lost.gateways ?? new Set(), joins: lost.joins ?? new Set() }, ends };
}
