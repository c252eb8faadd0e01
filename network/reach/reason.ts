import type { Origin, TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { holds } from "./interval";
import type { Atom, GatewayNode, Join, Layout } from "./layout";
import { type Lost, runs } from "./learned";
import { unknownBreak } from "./unknown-break";
import { type Break, BreakKind } from "./verdict";

/**
 * Why a gateway has no route to an atom: what ought to tell it so, and does not. Names what a person would look for first: the
 * destination's own gateway, then the tunnels to it, then whoever is between.
 */
export function whyUnknown(layout: Layout, gateway: GatewayNode, atom: Atom, lost: Lost): Break[] {
  const [unread] = [...gateway.unread, ...unreadWays(layout, gateway)];
  if (unread)
    return [unknownBreak(unread, `where a static route of the gateway of ${gateway.member} leads to`)];
  const network = layout.networks[atom.network];
  const range = atom.text;
  const owners = layout.gateways.filter(
    ({ id, attachments }) =>
      !lost.gateways.has(id) && attachments.some((one) => one.network === atom.network && one.gateway === id),
  );
  if (owners.length === 0) {
    const message = `the network of ${network?.member} is joined to no gateway, so nobody tells ${range}`;
    return [{ kind: BreakKind.notAdvertised, message, origin: atom.host.origin }];
  }
  const knowing = owners.filter(({ attachments }) =>
    attachments.some(({ network: of, known }) => of === atom.network && known !== false),
  );
  const [unaware] = owners;
  if (knowing.length === 0 && unaware) {
    const attachment = unaware.attachments.find(({ network: of }) => of === atom.network);
    const message = `the gateway of ${unaware.member} does not know the ranges of ${network?.member}: nothing puts them in its route table`;
    return [{ kind: BreakKind.notAdvertised, message, origin: attachment?.origin ?? unaware.fact.origin }];
  }
  const hidden = knowing.find(({ fact }) => fact.advertises !== undefined && isUnknown(fact.advertises));
  if (hidden)
    return [unknownBreak(hidden.fact.origin, `what the gateway of ${hidden.member} tells its peers`)];
  const [silent] = knowing.filter(({ tells }) => !tells.some((prefix) => holds(prefix, atom)));
  if (silent && knowing.length === 1) {
    const message = `the gateway of ${silent.member} tells its peers no range that holds ${range}`;
    return [{ kind: BreakKind.notAdvertised, message, origin: silent.fact.origin }];
  }
  const direct = knowing.flatMap((owner) =>
    gateway.joins.flatMap((id) => {
      const join = layout.joins[id];
      const meets = join && !lost.joins.has(id) && (join.a === owner.id || join.b === owner.id);
      return meets ? [{ owner, join }] : [];
    }),
  );
  const [first] = direct;
  if (first) return overJoin(gateway, first.owner, first.join, range);
  const names = [...new Set(knowing.map(({ member }) => member))].join(" or ");
  const message = `no link that works joins ${gateway.member} to ${names}, and nobody between passes ${range} on`;
  return [{ kind: BreakKind.notPassedOn, message, origin: gateway.fact.origin }];
}

/** Tunnels that are given something whatever BGP says, and nobody knows what. */
function unreadWays({ joins }: Layout, gateway: GatewayNode): Origin[] {
  return gateway.joins.flatMap((id) => {
    const join = joins[id];
    return (join?.tunnels ?? []).flatMap((tunnel) => {
      const { sends, origin } = join?.a === gateway.id ? tunnel.a : tunnel.b;
      return sends !== undefined && isUnknown(sends) ? [origin] : [];
    });
  });
}

/** The two are joined, and yet the route does not come over. */
function overJoin(gateway: GatewayNode, owner: GatewayNode, join: Join, range: string): Break[] {
  if (join.kind === "gateway-peering") {
    const message = `the gateway of ${gateway.member} has no route to ${range} over its peering with ${owner.member}`;
    return [{ kind: BreakKind.blackHole, message, origin: gateway.fact.origin }];
  }
  const broken = join.tunnels.flatMap((tunnel): Break[] => {
    const [here, there] = join.a === gateway.id ? [tunnel.a, tunnel.b] : [tunnel.b, tunnel.a];
    if (runs(there, here)) return [];
    const end = faultyEnd(there, here);
    const at = end === here ? gateway.member : owner.member;
    const what = end.bgp === false ? `no BGP session is set up` : `what BGP tells goes into no route table`;
    return [
      {
        kind: BreakKind.notAdvertised,
        message: `${what} at ${at} for ${tunnel.name}`,
        origin: end.origin,
      },
    ];
  });
  if (broken.length > 0) return broken;
  const message = `${owner.member} does not tell ${range} over ${join.name}`;
  return [{ kind: BreakKind.notAdvertised, message, origin: owner.fact.origin }];
}

function faultyEnd(there: TunnelEndFact, here: TunnelEndFact): TunnelEndFact {
  return there.bgp === false ? there : here;
}
