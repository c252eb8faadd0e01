import { QuotaKind } from "../catalogue";
import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { Cloud } from "../spec/shape";

/** So much of something that a cloud counts, at one place. */
export interface QuotaCount {
  what: QuotaKind;
  cloud: Cloud;
  /** Gateway, network, table or region in words: `dublin-tgw (urn:…)`, `eu-west-1`. */
  place: string;
  needed: number;
  /** What is needed so often: `tunnels`. */
  of: string;
  /** The resources that are counted, the first of them first. */
  urns: string[];
}

/** Something that is counted, and what could not be told of where it counts. */
export interface QuotaCounts {
  counts: QuotaCount[];
  /** Things of a cloud that count at a place that is not known. */
  unplaced: { what: QuotaKind; cloud: Cloud; urn: string; property: string }[];
}

/** Counts what an inventory makes of everything that clouds limit. One pass over its facts. */
export function quotaCounts(network: Inventory, name: (urn: string) => string): QuotaCounts {
  const counter = new Counter(name);
  const clouds = new Map(network.gateways.map(({ urn, cloud }) => [urn, cloud]));
  const regions = new Map(network.gateways.map(({ urn, region }) => [urn, region]));
  const networks = new Map(
    network.ranges.filter(({ use }) => use === "network").map(({ owner, cloud }) => [owner, cloud]),
  );
  for (const end of network.tunnelEnds) {
    if (end.declared) continue;
    const what = QuotaKind.tunnelsPerGateway;
    if (end.gateway) counter.count(what, end.cloud, end.gateway, "tunnels", `${end.urn} ${end.tunnel}`);
    else counter.miss(what, end.cloud, end.urn, "the tunnel's gateway");
  }
  const connections = new Set<string>();
  for (const { urn, cloud, gateway, declared } of network.tunnelEnds) {
    if (cloud !== "aws" || declared || connections.has(urn)) continue;
    connections.add(urn);
    if (gateway) counter.count(QuotaKind.attachmentsPerGateway, cloud, gateway, "attachments", urn);
    const region = regions.get(gateway ?? "");
    if (region === undefined || isUnknown(region))
      counter.miss(QuotaKind.connectionsPerRegion, cloud, urn, "the region of the connection's gateway");
    else counter.count(QuotaKind.connectionsPerRegion, cloud, region, "VPN connections", urn);
  }
  for (const { urn, cloud, region } of network.gateways) {
    if (region === undefined) continue;
    if (isUnknown(region)) counter.miss(QuotaKind.gatewaysPerRegion, cloud, urn, "region");
    else counter.count(QuotaKind.gatewaysPerRegion, cloud, `${region}${kindOf(urn)}`, "gateways", urn);
  }
  for (const { urn, gateway } of network.attachments) {
    const cloud = clouds.get(gateway ?? "");
    if (gateway && cloud) counter.count(QuotaKind.attachmentsPerGateway, cloud, gateway, "attachments", urn);
  }
  for (const { urn, kind, cloud, own } of network.peerings) {
    const joinsGateways = kind === "gateway-peering";
    const what = joinsGateways ? QuotaKind.peeringsPerGateway : QuotaKind.peeringsPerNetwork;
    if (own) counter.count(what, cloud, own, "peerings", urn);
    else counter.miss(what, cloud, urn, "the peering's own side");
    if (joinsGateways && own) counter.count(QuotaKind.attachmentsPerGateway, cloud, own, "attachments", urn);
  }
  for (const { urn, gateway } of network.gatewayRoutes) {
    const cloud = clouds.get(gateway ?? "");
    if (gateway && cloud) counter.count(QuotaKind.routesPerGateway, cloud, gateway, "static routes", urn);
  }
  for (const { urn, table, network: owner } of network.routes) {
    const cloud = networks.get(owner ?? "");
    if (table && cloud) counter.count(QuotaKind.routesInTable, cloud, table, "routes", urn);
  }
  countTold(network, counter);
  return { counts: counter.counts(), unplaced: counter.unplaced };
}

/** Each kind of gateway is counted by itself: ` (aws:ec2transitgateway/transitGateway:TransitGateway)`. */
function kindOf(urn: string): string {
  const type = urn.split("::").at(-2)?.split("$").at(-1);
  return type ? ` (${type})` : "";
}

/** Prefixes that an end tells its peer, where that is said. */
function countTold(network: Inventory, counter: Counter): void {
  const gateways = new Map(network.gateways.map((gateway) => [gateway.urn, gateway]));
  const peers = new Map(network.tunnels.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]));
  for (const end of network.tunnelEnds) {
    const told = end.advertises ?? gateways.get(end.gateway ?? "")?.advertises;
    if (told === undefined || isUnknown(told)) continue;
    for (const prefix of new Set(told)) {
      if (!end.declared)
        counter.count(QuotaKind.routesToPeer, end.cloud, end.urn, "prefixes to its peer", prefix, end.urn);
      const peer = peers.get(end);
      if (peer && !peer.declared)
        counter.count(
          QuotaKind.routesFromPeer,
          peer.cloud,
          peer.urn,
          "prefixes from its peer",
          prefix,
          end.urn,
        );
    }
  }
}

class Counter {
  readonly unplaced: QuotaCounts["unplaced"] = [];
  private readonly found = new Map<
    string,
    { count: Omit<QuotaCount, "needed" | "urns">; of: Set<string>; urns: Set<string> }
  >();

  constructor(private readonly name: (urn: string) => string) {}

  /** One more of `what` at `place`, a URN or a region; the same `thing` counts once. */
  count(what: QuotaKind, cloud: Cloud, place: string, of: string, thing: string, urn = thing): void {
    const key = `${what} ${cloud} ${place}`;
    const named = place.startsWith("urn:") ? `${this.name(place)} (${place})` : place;
    const entry = this.found.get(key) ?? {
      count: { what, cloud, place: named, of },
      of: new Set(),
      urns: new Set(),
    };
    this.found.set(key, entry);
    entry.of.add(thing);
    entry.urns.add(urn.split(" ")[0] ?? urn);
  }

  miss(what: QuotaKind, cloud: Cloud, urn: string, property: string): void {
    this.unplaced.push({ what, cloud, urn, property });
  }

  counts(): QuotaCount[] {
    return [...this.found.values()].map(({ count, of, urns }) => ({
      ...count,
      needed: of.size,
      urns: [...urns],
    }));
  }
}
