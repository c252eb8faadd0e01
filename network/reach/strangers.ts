import type { Inventory } from "../model/inventory";
import type { Origin } from "../model/network";
import { NO_PORT, portSet, portTexts, without } from "../model/port-set";
import { isUnknown } from "../model/resource";
import { Doors, type Knock, knockAt, knockOf } from "./doors";
import { layoutOf } from "./layout";
import { admission, agentsByMember, clusterNameOf, podRanges } from "./overlay";
import { placesOf } from "./pairs";
import type { ReachKnowledge } from "./reach";
import { Layer, type PairReach } from "./verdict";

/** A pair that can talk though no intent names it, or on ports that none names. */
export interface Stranger {
  from: string;
  to: string;
  layer: Layer;
  /** `443/tcp`, `all`; what is open beyond what intents ask for. Sorted. */
  ports: string[];
  /** What lets it in, or what ought to keep it out. */
  origin: Origin;
}

/**
 * Who can talk to whom without being asked to: between pods what network policies do not keep out, between nodes what firewalls let
 * in beyond the agents' own ports. Of pairs that reach each other only: what no route leads to needs no door.
 */
export function strangers(
  inventory: Inventory,
  pairs: readonly PairReach[],
  { agentPorts }: Pick<ReachKnowledge, "agentPorts">,
): Stranger[] {
  const asked = askedPorts(inventory);
  const agents = agentsByMember(inventory);
  const pods = podRanges(inventory);
  const doors = new Doors(inventory);
  const layout = layoutOf(inventory);
  const places = placesOf(layout, "nodes");
  return pairs.flatMap((pair): Stranger[] => {
    const { from, to, layer, ok } = pair;
    const wanted = asked.get(`${from}→${to}`);
    if (wanted?.has("all")) return [];
    const agent = agents.get(to);
    if (layer === Layer.overlay) {
      if (!ok || !agent) return [];
      const policies = inventory.policies.filter(({ cluster }) => cluster === agent.cluster);
      const other = agents.get(from);
      const { ports, unknown } = admission(
        policies,
        other ? clusterNameOf(other, from) : from,
        pods.get(from),
      );
      const asked = wanted ? portSet([...wanted]) : NO_PORT;
      // Where nothing is shut, that is what there is to say.
      const beyond = portTexts(ports)[0] === "all" ? ["all"] : portTexts(without(ports, asked)).sort();
      return beyond.length === 0 ? [] : [{ from, to, layer, ports: beyond, origin: unknown ?? agent.origin }];
    }
    const reached = ok || pair.breaks.every(({ kind }) => kind === "firewall");
    const [here, there] = [places.get(from), places.get(to)];
    if (!reached || !here || !there) return [];
    const known: Knock[] = [
      ...(agent && agents.has(from)
        ? [...agentPorts(agent).nodes, ...agentPorts(agent).loadBalancer].map(knockOf)
        : []),
      ...[...(wanted ?? [])].map(knockAt),
    ];
    const networks = new Set(there.hosts.map(({ network }) => layout.networks[network]?.urn ?? ""));
    const facts = [...networks].flatMap((network) =>
      here.hosts.flatMap((host) => doors.beyond(network, host, known)),
    );
    return [...new Set(facts)].map(({ ports, origin }) => ({
      from,
      to,
      layer,
      ports: isUnknown(ports) ? [] : [...ports].sort(),
      origin,
    }));
  });
}

/** Ports that intents name, by ordered pair; `all` where one names none. */
function askedPorts({ intents }: Inventory): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { from, to, ports } of intents) {
    const key = `${from}→${to}`;
    const set = asked.get(key) ?? new Set<string>();
    for (const port of ports === undefined || isUnknown(ports) || ports.length === 0 ? ["all"] : ports) {
      set.add(port);
    }
    asked.set(key, set);
  }
  return asked;
}
