import { linkName } from "../link/suite";
import type { Inventory } from "../model/inventory";
import { all } from "./flags";
import type { GatewayNode, Join, NetworkNode } from "./layout";

export function joinsOf(
  inventory: Inventory,
  gateways: GatewayNode[],
  gatewayIds: Map<string, number>,
): Join[] {
  const joins = new Map<string, Join>();
  const add = (key: string, make: (id: number) => Join): Join => {
    const known = joins.get(key);
    if (known) return known;
    const made = make(joins.size);
    joins.set(key, made);
    gateways[made.a]?.joins.push(made.id);
    gateways[made.b]?.joins.push(made.id);
    return made;
  };
  for (const link of inventory.links) {
    link.tunnels.forEach((tunnel, index) => {
      const [a, b] = [gatewayIds.get(tunnel.a.gateway ?? ""), gatewayIds.get(tunnel.b.gateway ?? "")];
      if (a === undefined || b === undefined || a === b) return;
      const { origin } = tunnel.a;
      const join = add(`${a} ${b}`, (id) => ({
        id,
        name: link.name,
        kind: "vpn",
        a,
        b,
        members: [gateways[a]?.member ?? "", gateways[b]?.member ?? ""],
        tunnels: [],
        open: true,
        origin,
      }));
      join.tunnels.push({ ...tunnel, name: `${link.name}/tunnel/${index + 1}` });
    });
  }
  for (const half of inventory.peerings) {
    if (half.kind !== "gateway-peering") continue;
    const [own, peer] = [gatewayIds.get(half.own ?? ""), gatewayIds.get(half.peer ?? "")];
    if (own === undefined || peer === undefined) continue;
    const [a, b] = own < peer ? [own, peer] : [peer, own];
    const other = inventory.peerings.find(
      (one) => one !== half && one.kind === half.kind && one.own === half.peer && one.peer === half.own,
    );
    const members: Join["members"] = [gateways[a]?.member ?? "", gateways[b]?.member ?? ""];
    const name = linkName(...members);
    const flags = [half.accepted, half.lookedUp ?? true, other?.accepted ?? false, other?.lookedUp ?? true];
    add(`${a} ${b} peering`, (id) => ({
      id,
      name,
      kind: "gateway-peering",
      a,
      b,
      members,
      tunnels: [],
      open: all(flags),
      origin: half.origin,
    }));
  }
  return [...joins.values()];
}

/** Peerings of networks: each knows the other's ranges, and may use the other's gateway. */
export function peer(
  { peerings }: Inventory,
  networks: NetworkNode[],
  gateways: GatewayNode[],
  joins: Join[],
  idOf: Map<string, number>,
): void {
  const joinOf = new Map<string, number>();
  for (const half of peerings) {
    if (half.kind !== "network-peering") continue;
    const other = peerings.find(
      (one) => one !== half && one.kind === half.kind && one.own === half.peer && one.peer === half.own,
    );
    const [own, far] = [idOf.get(half.own ?? ""), idOf.get(half.peer ?? "")];
    const open = all([half.accepted, other?.accepted ?? false]);
    if (!other || own === undefined || far === undefined || open === false) continue;
    const members: Join["members"] = [networks[own]?.member ?? "", networks[far]?.member ?? ""];
    const name = linkName(...members);
    const key = own < far ? `${own} ${far}` : `${far} ${own}`;
    const join = joinOf.get(key) ?? joins.length;
    if (!joinOf.has(key)) {
      const { origin } = half;
      joins.push({
        id: join,
        name,
        kind: "network-peering",
        a: -1,
        b: -1,
        members,
        tunnels: [],
        open,
        origin,
      });
      joinOf.set(key, join);
    }
    networks[own]?.peered.push({ network: far, join, certain: open === true, origin: half.origin });
    const lent = all([other.lendsGateway ?? false, half.usesGateway ?? false]);
    if (lent === false) continue;
    for (const attachment of [...(networks[far]?.attachments ?? [])]) {
      if (attachment.network !== far || attachment.over !== undefined) continue;
      const borrowed = {
        ...attachment,
        network: own,
        over: join,
        known: lent,
        taught: lent,
        origin: half.origin,
      };
      networks[own]?.attachments.push(borrowed);
      gateways[attachment.gateway]?.attachments.push(borrowed);
    }
  }
}

/** Lines that are there already: both ends' networks know each other, as those who run the line say. */
export function joinLines({ links }: Inventory, networks: NetworkNode[], joins: Join[]): void {
  for (const { name, a, b, line } of links) {
    if (!line) continue;
    const [{ origin }, id] = [line, joins.length];
    const ends = { a: -1, b: -1, members: [a, b] as Join["members"], tunnels: [], open: true };
    joins.push({ id, name, kind: "network-peering", ...ends, origin });
    for (const [own, far] of [
      [a, b],
      [b, a],
    ]) {
      for (const network of networks.filter(({ member }) => member === own)) {
        const byRoute = network.cloud === "aws" ? { byRoute: true } : {};
        for (const other of networks.filter(({ member }) => member === far))
          network.peered.push({ network: other.id, join: id, certain: true, ...byRoute, origin });
      }
    }
  }
}
