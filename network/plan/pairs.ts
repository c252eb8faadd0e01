import type { Catalogue } from "../catalogue";
import { type Fault, InputError } from "../errors";
import { tunnelTable } from "../link/pairing";
import { linkName } from "../link/suite";
import { countsOn } from "../routing/transit";
import type { LocationSpec, MemberSpec, MeshSpec } from "../spec/shape";
import { notJoined } from "./links";
import { memberNames } from "./reach";

/** A member as the topology sees it. */
export interface Node {
  name: string;
  cloud: MemberSpec["cloud"];
  /** Empty for a site. */
  region: string;
  /** Of a site, where it says one. */
  location?: LocationSpec;
}

/** Members as nodes, in name order. */
export function nodesOf(spec: MeshSpec): Node[] {
  return memberNames(spec).map((name) => {
    const { cloud, region, location } = spec.members[name] as MemberSpec; // a name of the spec
    return { name, cloud, region: region ?? "", ...(location ? { location } : {}) };
  });
}

/** Whether a link can be built between two members. */
export function joinable(a: Node, b: Node): boolean {
  return tunnelTable(a.cloud, b.cloud) !== undefined;
}

/**
 * Refuses what a spec asks for by name and cannot be built: a pair inside one cloud, or of two sites, a hub that does not pass
 * routes on. `auto` asks for no pair by name, so it is refused only where a member can be joined to nobody.
 *
 * @throws InputError with every such pair
 */
export function refuseUnbuilt(spec: MeshSpec, clouds: Catalogue): void {
  const nodes = nodesOf(spec);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const topology = spec.topology ?? { kind: "auto" as const };
  const faults: Fault[] = [];

  const hub = topology.hub === undefined ? undefined : byName.get(topology.hub);
  const dead = topology.kind === "hub" && hub ? passesNothingOn(hub, clouds) : undefined;
  if (dead) faults.push({ path: "topology.hub", message: `${dead}; take a hub in azure` });
  for (const [a, b] of askedPairs(nodes, topology)) {
    if (joinable(a, b)) continue;
    faults.push({ path: `topology (${linkName(a.name, b.name)})`, message: notJoined(end(a), end(b)) });
  }
  if (topology.kind === "auto" && nodes.length > 1 && faults.length === 0) {
    const alone = nodes.filter((node) => !nodes.some((other) => joinable(node, other)));
    faults.push(
      ...alone.map((node) => ({
        path: `members.${node.name}`,
        message: `can be joined to no other: all are in ${node.cloud}, and links inside one cloud are not built yet`,
      })),
    );
  }
  if (faults.length > 0) throw new InputError(faults);
}

/** Why no traffic between others runs through a member; `undefined` where it does. */
function passesNothingOn({ name, cloud }: Node, clouds: Catalogue): string | undefined {
  if (cloud === "site") return `${name} is a site, whose devices tell their own ranges only`;
  if (countsOn(clouds[cloud].transit, "vpn", "vpn")) return undefined;
  return `${name} is in ${cloud}, whose gateway does not pass on what it learned`;
}

/** The pairs that a topology asks for by name. */
function askedPairs(nodes: Node[], topology: NonNullable<MeshSpec["topology"]>): [Node, Node][] {
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
