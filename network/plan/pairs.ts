import type { Catalogue } from "../catalogue";
import { InputError } from "../errors";
import { tunnelTable } from "../link/pairing";
import { linkName } from "../link/suite";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { notJoined } from "./links";
import { memberNames } from "./reach";

/** A member as the topology sees it. */
export interface Node {
  name: string;
  cloud: MemberSpec["cloud"];
  region: string;
}

/** Members as nodes, in name order. */
export function nodesOf(spec: MeshSpec): Node[] {
  return memberNames(spec).map((name) => {
    const { cloud, region } = spec.members[name] as MemberSpec; // a name of the spec
    return { name, cloud, region: region ?? "" };
  });
}

/** Whether a link can be built between two members. */
export function joinable(a: Node, b: Node): boolean {
  return tunnelTable(a.cloud, b.cloud) !== undefined;
}

/**
 * Refuses what a spec asks for by name and cannot be built: a pair inside one cloud, a site, a hub that does not pass
 * routes on. `auto` asks for no pair by name, so it is refused only where a member can be joined to nobody.
 *
 * @throws InputError with every such pair
 */
export function refuseUnbuilt(spec: MeshSpec, clouds: Catalogue): void {
  const nodes = nodesOf(spec);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const topology = spec.topology ?? { kind: "auto" as const };
  const faults = nodes
    .filter((node) => node.cloud === "site")
    .map((node) => ({ path: `members.${node.name}`, message: notJoined(end(node), end(node)) }));

  const hub = topology.hub === undefined ? undefined : byName.get(topology.hub);
  if (topology.kind === "hub" && hub && hub.cloud !== "site" && !clouds[hub.cloud].gateway.passesOnRoutes) {
    const message = `${hub.name} is in ${hub.cloud}, whose gateway does not pass on what it learned; take a hub in azure`;
    faults.push({ path: "topology.hub", message });
  }
  for (const [a, b] of askedPairs(nodes, topology)) {
    if (joinable(a, b) || a.cloud === "site" || b.cloud === "site") continue;
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
