import type { Lock } from "../address/lock";
import type { Catalogue } from "../catalogue";
import { type Fault, InputError } from "../errors";
import { JoinKind, joinKind } from "../link/join";
import { linkName } from "../link/suite";
import { countsOn } from "../routing/transit";
import type { AccountSpec, LocationSpec, MemberSpec, MeshSpec, TopologySpec } from "../spec/shape";
import { notJoined } from "./links";
import { memberNames } from "./reach";

/** A member as the topology sees it. */
export interface Node {
  name: string;
  cloud: MemberSpec["cloud"];
  /** Empty for a site. */
  region: string;
  account?: AccountSpec;
  /** Of a site, where it says one. */
  location?: LocationSpec;
  /** AWS: the member whose transit gateway it uses instead of one of its own. */
  behind?: string;
}

/** Members as nodes, in name order. `shared`: by member, the one whose transit gateway it uses. */
export function nodesOf(spec: MeshSpec, shared: ReadonlyMap<string, string>): Node[] {
  return memberNames(spec).map((name) => {
    const { cloud, region, account, location } = spec.members[name] as MemberSpec; // a name of the spec
    const behind = shared.get(name);
    return {
      name,
      cloud,
      region: region ?? "",
      ...(account ? { account } : {}),
      ...(location ? { location } : {}),
      ...(behind === undefined ? {} : { behind }),
    };
  });
}

/**
 * Whether `auto` may link two members. Who uses the gateway of a peered network, as the lock has it, goes on to, so that a member that
 * comes later moves nobody. (An Azure VNet could not have one of its own besides: azure-docs `virtual-network-peering-overview.md` @
 * 59e519e.)
 */
export function joinable(a: Node, b: Node, { gateways }: Lock, isMember: (name: string) => boolean): boolean {
  const kind = joinKind(a, b);
  if (kind !== JoinKind.vpn) return kind !== undefined;
  return ![a, b].some((end) => isMember(gateways.get(end.name) ?? ""));
}

/** A topology as those see it that have a gateway of their own: a pair asked for by name is their link. */
export function ofOwners(topology: TopologySpec, shared: ReadonlyMap<string, string>): TopologySpec {
  const owner = (name: string): string => shared.get(name) ?? name;
  const pairs = new Map(
    (topology.links ?? []).flatMap(({ a, b }) => {
      const [one, other] = [owner(a), owner(b)];
      return one === other ? [] : [[linkName(one, other), { a: one, b: other }] as const];
    }),
  );
  return {
    ...topology,
    ...(topology.hub === undefined ? {} : { hub: owner(topology.hub) }),
    ...(topology.links === undefined ? {} : { links: [...pairs.values()] }),
  };
}

/**
 * Refuses what a spec asks for by name and cannot be built: a pair of two sites, a hub that does not pass routes on. `auto` asks
 * for no pair by name.
 *
 * @throws InputError with every such pair
 */
export function refuseUnbuilt(nodes: Node[], topology: TopologySpec, clouds: Catalogue): void {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const faults: Fault[] = [];
  const hub = topology.hub === undefined ? undefined : byName.get(topology.hub);
  const dead = topology.kind === "hub" && hub ? passesNothingOn(hub, clouds) : undefined;
  if (dead) faults.push({ path: "topology.hub", message: dead });
  for (const [a, b] of askedPairs(nodes, topology)) {
    if (joinKind(a, b) !== undefined) continue;
    faults.push({ path: `topology (${linkName(a.name, b.name)})`, message: notJoined(end(a), end(b)) });
  }
  if (faults.length > 0) throw new InputError(faults);
}

/** Why no traffic between others runs through a member, and what would do; `undefined` where it does. */
function passesNothingOn({ name, cloud }: Node, clouds: Catalogue): string | undefined {
  const others = Object.values(clouds)
    .filter(({ transit }) => countsOn(transit, "vpn", "vpn"))
    .map((facts) => facts.cloud);
  const take = `take a hub in ${others.join(" or ")}`;
  if (cloud === "site") return `${name} is a site, whose devices tell their own ranges only; ${take}`;
  if (countsOn(clouds[cloud].transit, "vpn", "vpn")) return undefined;
  return `${name} is in ${cloud}, whose gateway does not pass on what it learned; ${take}`;
}

/** The pairs that a topology asks for by name. */
function askedPairs(nodes: Node[], topology: TopologySpec): [Node, Node][] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  switch (topology.kind) {
    case "mesh":
      return nodes.flatMap((a, index) => nodes.slice(index + 1).map((b): [Node, Node] => [a, b]));
    case "hub": {
      const hub = byName.get(topology.hub ?? "");
      return hub ? nodes.filter((node) => node !== hub).map((node): [Node, Node] => [hub, node]) : [];
    }
    case "links":
      return (topology.links ?? []).flatMap(({ a, b }) => {
        const [one, other] = [byName.get(a), byName.get(b)];
        return one && other ? [[one, other] as [Node, Node]] : [];
      });
    case "auto":
      return [];
  }
}

function end(node: Node): { member: string; cloud: Node["cloud"] } {
  return { member: node.name, cloud: node.cloud };
}
