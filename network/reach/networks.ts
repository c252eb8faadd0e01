import type { Inventory } from "../model/inventory";
import { type Origin, RangeUse } from "../model/network";
import { networkOwners } from "../model/network-owners";
import { isUnknown } from "../model/resource";
import { type Prefix, prefixOf } from "./interval";
import type { Host, NetworkNode } from "./layout";

export function networksOf(inventory: Inventory): NetworkNode[] {
  const ranges = grouped(
    inventory.ranges.filter(({ use }) => use !== RangeUse.pods && use !== RangeUse.services),
    ({ owner }) => owner,
  );
  const subnets = grouped(inventory.subnets, ({ network }) => network ?? "");
  const pods = grouped(routedPods(inventory), ({ network }) => network);
  return [...networkOwners(inventory)].map(([urn, name], id): NetworkNode => {
    const told = ownRanges(ranges.get(urn) ?? []).flatMap(({ cidr }) =>
      isUnknown(cidr) ? [] : (prefixOf(cidr) ?? []),
    );
    const nodes = hostsOf(id, subnets.get(urn), ranges.get(urn) ?? []);
    const hosts = [...nodes, ...podsOf(nodes, pods.get(urn) ?? [])];
    const inSubnets = nodes.flatMap(({ text }) => prefixOf(text) ?? []);
    const cloud = ranges.get(urn)?.[0]?.cloud ?? "";
    // Elsewhere pods that are routed as they are live in the network's own ranges, of which some are theirs alone; here in further ones
    // of its subnets.
    const secondary = (pods.get(urn) ?? []).flatMap(({ range, own }) =>
      cloud === "gcp" || own ? [range] : [],
    );
    return {
      id,
      urn,
      member: name,
      cloud,
      ranges: [...(told.length > 0 ? told : inSubnets), ...secondary],
      hosts,
      atoms: [],
      routes: new Map(),
      unread: [],
      attachments: [],
      peered: [],
    };
  });
}

/** Ranges of pods that are routed as they are, by the network that they live in. */
function routedPods(
  inventory: Inventory,
): { network: string; range: Prefix; own: boolean; origin: Origin }[] {
  const networks = new Map(inventory.clusters.map(({ urn, network }) => [urn, network]));
  const native = new Set(
    inventory.agents.flatMap(({ cluster, routing }) => (routing === "native" && cluster ? [cluster] : [])),
  );
  return inventory.ranges.flatMap(({ use, cidr, owner, network: given, origin }) => {
    const network = networks.get(owner);
    const range = isUnknown(cidr) ? undefined : prefixOf(cidr);
    if (use !== RangeUse.pods || !native.has(owner) || !network || !range) return [];
    return [{ network, range, own: given === network, origin }];
  });
}

/** What a gateway knows of a network: its whole ranges where it has such, of which subnets are parts, else those that it has. */
function ownRanges(ranges: Inventory["ranges"]): Inventory["ranges"] {
  if (!ranges.some(({ use }) => use === RangeUse.network)) return ranges;
  return ranges.filter(({ use }) => use === RangeUse.network || use === RangeUse.nodes);
}

/** They leave by the tables of their nodes. */
function podsOf(nodes: readonly Host[], pods: readonly { range: Prefix; origin: Origin }[]): Host[] {
  return pods.flatMap(({ range: { first, last, text }, origin }) =>
    nodes.map((node): Host => ({ ...node, first, last, text, of: "pods", origin })),
  );
}

/** By subnets where they are known, else by what is told of the whole: then one table holds for all. */
function hostsOf(
  network: number,
  subnets: Inventory["subnets"] | undefined,
  ranges: Inventory["ranges"],
): Host[] {
  if (subnets && subnets.length > 0) {
    return subnets.flatMap((subnet): Host[] => {
      const range = !subnet.hosts || isUnknown(subnet.cidr) ? undefined : prefixOf(subnet.cidr);
      if (!range) return [];
      const { zone, table, learns = true, origin } = subnet;
      return [
        {
          network,
          first: range.first,
          last: range.last,
          text: range.text,
          ...(zone === undefined || isUnknown(zone) ? {} : { zone }),
          ...(table === undefined ? {} : { table }),
          learns,
          of: "nodes",
          origin,
        },
      ];
    });
  }
  const nodes = ranges.filter(({ use }) => use === RangeUse.nodes);
  const whole = nodes.length > 0 ? nodes : ranges.filter(({ use }) => use === RangeUse.network);
  return whole.flatMap(({ cidr, origin }): Host[] => {
    const range = isUnknown(cidr) ? undefined : prefixOf(cidr);
    if (!range) return [];
    return [
      { network, first: range.first, last: range.last, text: range.text, learns: true, of: "nodes", origin },
    ];
  });
}

function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
