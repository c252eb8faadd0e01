import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { Join, JoinTunnel, Layout } from "./layout";
import { type Lost, runs } from "./learned";
import type { Failure } from "./verdict";

/** A single failure, and what does not work because of it. */
export interface Loss {
  failure: Failure;
  lost: Lost;
  /** Joins that are lost, or lose some of their tunnels. */
  touched: ReadonlySet<number>;
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
  return joins.flatMap((join) =>
    join.tunnels.flatMap((tunnel) => {
      return without({ kind: "tunnel", name: tunnel.name }, [[join, [tunnel]]]);
    }),
  );
}

/** An interface at either end, with all tunnels that stand on it. */
function instanceLosses({ joins, gateways }: Layout): Loss[] {
  const standing = new Map<string, Map<Join, JoinTunnel[]>>();
  for (const join of joins) {
    for (const tunnel of join.tunnels) {
      for (const side of ["a", "b"] as const) {
        const { interface: instance } = tunnel[side];
        const member = gateways[join[side]]?.member;
        if (isUnknown(instance) || member === undefined) continue;
        const name = `${member}/gateway/${instance}`;
        const on = standing.get(name) ?? new Map<Join, JoinTunnel[]>();
        standing.set(name, on.set(join, [...(on.get(join) ?? []), tunnel]));
      }
    }
  }
  return [...standing].flatMap(([name, on]) => without({ kind: "gateway-instance", name }, [...on]));
}

/** Tunnels lost: with all of a join's the join itself. Nothing where all that they carry is carried by others beside them. */
function without(failure: Failure, on: readonly (readonly [Join, readonly JoinTunnel[]])[]): Loss[] {
  const needed = on.filter(([join, down]) => {
    const rest = join.tunnels.filter((tunnel) => !down.includes(tunnel));
    return down.some((tunnel) => !rest.some((other) => carriesAll(other, tunnel)));
  });
  if (needed.length === 0) return [];
  const whole = needed.filter(([join, down]) => down.length === join.tunnels.length);
  const parts = needed.filter(([join, down]) => down.length < join.tunnels.length);
  const joins = new Set(whole.map(([{ id }]) => id));
  const tunnels = new Set(parts.flatMap(([, down]) => down));
  const touched = new Set(needed.map(([{ id }]) => id));
  return [{ ...loss(failure, { joins, tunnels }), touched }];
}

/** Whether one tunnel does all that another does, in both directions. */
function carriesAll(one: JoinTunnel, other: JoinTunnel): boolean {
  const ends: [TunnelEndFact, TunnelEndFact][] = [
    [one.a, other.a],
    [one.b, other.b],
  ];
  return (
    (runs(one.a, one.b) || !runs(other.a, other.b)) &&
    (runs(one.b, one.a) || !runs(other.b, other.a)) &&
    ends.every(
      ([mine, theirs]) =>
        same(mine.advertises, theirs.advertises) &&
        (theirs.sends === undefined || same(mine.sends, theirs.sends)),
    )
  );
}

/** Of lists of prefixes; what is not known is the same as itself only. */
function same(one: TunnelEndFact["sends"], other: TunnelEndFact["sends"]): boolean {
  if (one === undefined || other === undefined || isUnknown(one) || isUnknown(other)) return one === other;
  return [...one].sort().join() === [...other].sort().join();
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
  const { gateways = new Set(), joins = new Set(), tunnels = new Set() } = lost;
  return { failure, lost: { gateways, joins, tunnels }, touched: joins, ends };
}
