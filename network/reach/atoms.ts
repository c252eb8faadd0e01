import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import { bordersOf, cut, firstAbove, holds, type Interval, longest, type Prefix, prefixOf } from "./interval";
import type { Atom, GatewayNode, Host, Join, NetworkNode } from "./layout";

/** Prefixes that are set for one tunnel alone. */
function wordsOf({ advertises, sends }: TunnelEndFact): Prefix[] {
  return [advertises, sends].flatMap((texts) =>
    texts === undefined || isUnknown(texts) ? [] : texts.flatMap((text) => prefixOf(text) ?? []),
  );
}

export function atomsOf(networks: NetworkNode[], gateways: GatewayNode[], joins: Join[]): Atom[] {
  const borders = bordersOf([
    ...networks.flatMap(({ ranges, routes }) => [...ranges, ...[...routes.values()].flat()]),
    ...gateways.flatMap(({ tells, routes }) => [...tells, ...routes]),
    ...joins.flatMap(({ tunnels }) => tunnels.flatMap(({ a, b }) => [...wordsOf(a), ...wordsOf(b)])),
  ]);
  let id = 0;
  return networks.flatMap((network) => {
    const parts = new Map<string, Atom>();
    for (const host of network.hosts) {
      for (const part of cut(host, borders)) {
        const key = `${host.of} ${firstAbove(borders, part.first)}`;
        const known = parts.get(key);
        if (known) known.text = longest(network.ranges, known)[0]?.text ?? known.text;
        else parts.set(key, { ...part, id: id++, network: network.id, host, text: textOf(part, host) });
      }
    }
    return [...parts.values()];
  });
}

/** `10.64.0.0/22`, or a part of that. */
function textOf(part: Interval, host: Host): string {
  return holds(part, host) ? host.text : `a part of ${host.text}`;
}
