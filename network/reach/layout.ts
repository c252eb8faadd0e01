import type { Inventory } from "../model/inventory";
import type { GatewayFact, Origin, RouteFact, TunnelEndFact } from "../model/network";
import type { OrUnknown } from "../model/resource";
import { atomsOf } from "./atoms";
import { attach, toldBy } from "./attached";
import type { Interval, Prefix } from "./interval";
import { joinLines, joinsOf, peer } from "./joins";
import { networksOf } from "./networks";
import { routesOf } from "./routes";

/** The inventory as packets see it, everything by number, so that many searches over it are cheap. */
export interface Layout {
  networks: NetworkNode[];
  gateways: GatewayNode[];
  joins: Join[];
  /** Where packets come from and go to. */
  hosts: Host[];
  /** Parts of hosts' ranges that everything treats alike. */
  atoms: Atom[];
}

/** A VPC, a VNet, or the network behind a site's devices. */
export interface NetworkNode {
  id: number;
  urn: string;
  /** The member's name, or the network's own. */
  member: string;
  /** Empty where nothing tells. */
  cloud: string;
  /** All that the network holds, hosts or not. */
  ranges: Prefix[];
  hosts: Host[];
  atoms: Atom[];
  /** By route table; under the empty text those that hold for the whole network. */
  routes: Map<string, StaticRoute[]>;
  /** Routes of which nobody knows yet where they lead to. */
  unread: RouteFact[];
  attachments: Attachment[];
  /** Networks that it is peered with, both halves there and accepted, and by which join. */
  peered: Peered[];
}

/** Another network that one knows by itself. */
export interface Peered {
  network: number;
  join: number;
  certain: boolean;
  /** A line that ends at the network's gateway: only where a route in the subnet's table leads there (AWS). */
  byRoute?: boolean;
  origin: Origin;
}

export interface StaticRoute extends Prefix {
  /** Absent where its gateway is not in the inventory. */
  gateway?: number;
  fact: RouteFact;
}

/** Hosts of one network that lie in one subnet. */
export interface Host extends Interval {
  network: number;
  zone?: string;
  table?: string;
  learns: OrUnknown<boolean>;
  /** Pods have addresses of their own only where their agent routes natively. */
  of: "nodes" | "pods";
  origin: Origin;
  text: string;
}

/** Of several hosts that lie between the same borders one stands for all. */
export interface Atom extends Interval {
  id: number;
  network: number;
  host: Host;
  /** As a message says it: the range of its hosts, or the network's where there are several. */
  text: string;
}

/** A network at a gateway. */
export interface Attachment {
  network: number;
  gateway: number;
  known: OrUnknown<boolean>;
  lookedUp: OrUnknown<boolean>;
  taught: OrUnknown<boolean>;
  /** Absent: every zone reaches it. */
  zones?: readonly string[];
  /** The peering by which a network uses another's gateway; absent where the gateway is its own. */
  over?: number;
  origin: Origin;
}

export interface GatewayNode {
  id: number;
  /** The member's name, or the gateway's own. */
  member: string;
  fact: GatewayFact;
  attachments: Attachment[];
  joins: number[];
  /** What it tells: set, or what it knows of its networks. */
  tells: Prefix[];
  /** Whether that is set there: then it tells nothing that it learned. */
  told: "as-set" | "as-known";
  /** Static routes of its own table. */
  routes: GatewayRoute[];
  /** Where those stand of which nobody knows yet where they lead to. */
  unread: Origin[];
}

export interface GatewayRoute extends Prefix {
  /** Attachment by network, or join; absent where it leads nowhere. */
  join?: number;
  network?: number;
  origin: Origin;
}

/** `name`: `amsterdam~dublin/tunnel/2`. */
export interface JoinTunnel {
  a: TunnelEndFact;
  b: TunnelEndFact;
  name: string;
}

/** What joins two gateways: tunnels, or a peering of the gateways themselves; or two networks: a peering of these. */
export interface Join {
  id: number;
  /** Link's name. */
  name: string;
  kind: "vpn" | "gateway-peering" | "network-peering";
  /** Gateways; -1 where it joins networks. */
  a: number;
  b: number;
  /** Members at its ends. */
  members: [string, string];
  /** With `a` on the side of the join's `a`; empty for a peering. */
  tunnels: JoinTunnel[];
  /** Of a peering: whether both halves are there and accepted, and look up what comes over it. */
  open: OrUnknown<boolean>;
  origin: Origin;
}

/** A Layout of an inventory. What is not IPv4 is left out. */
export function layoutOf(inventory: Inventory): Layout {
  const networks = networksOf(inventory);
  const idOf = new Map(networks.map(({ urn, id }) => [urn, id]));
  const gateways = inventory.gateways.map(
    (fact, id): GatewayNode => ({
      id,
      member: fact.member ?? fact.urn,
      fact,
      attachments: [],
      joins: [],
      tells: [],
      told: fact.advertises === undefined ? "as-known" : "as-set",
      routes: [],
      unread: [],
    }),
  );
  const gatewayIds = new Map(gateways.map(({ fact, id }) => [fact.urn, id]));

  attach(inventory, networks, gateways, idOf, gatewayIds);
  const joins = joinsOf(inventory, gateways, gatewayIds);
  peer(inventory, networks, gateways, joins, idOf);
  joinLines(inventory, networks, joins);
  for (const gateway of gateways) gateway.tells = toldBy(gateway, networks);
  routesOf(inventory, networks, gateways, joins, idOf, gatewayIds);

  const atoms = atomsOf(networks, gateways, joins);
  for (const atom of atoms) networks[atom.network]?.atoms.push(atom);
  return { networks, gateways, joins, hosts: networks.flatMap(({ hosts }) => hosts), atoms };
}
