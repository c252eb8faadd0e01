import { JoinKind } from "../network/link/join";
import { linkName } from "../network/link/suite";
import type { Link } from "../network/model/inventory";
import type { Origin } from "../network/model/network";
import { list, number, text } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown } from "../network/model/resource";
import { LineEncryption } from "../network/spec/shape";

/** Links that are there already, as a mesh of ours tells of them; what of them could not be read is unread. */
export function linesOf(mesh: Resource): { links: Link[]; unread: Origin[] } {
  const told = list(mesh.props, "links") ?? [];
  if (isUnknown(told)) return { links: [], unread: [{ urn: mesh.urn, property: "links" }] };
  const found: { links: Link[]; unread: Origin[] } = { links: [], unread: [] };
  told.forEach((entry, index) => {
    const origin = { urn: mesh.urn, property: `links.${index}` };
    const link = lineOf(entry, origin);
    if (link) found.links.push(link);
    else found.unread.push(origin);
  });
  return found;
}

function lineOf(entry: unknown, origin: Origin): Link | undefined {
  const [a, b, asOf, encryption] = ["a", "b", "asOf", "encryption"].map((key) => text(entry, key));
  const [mtu, capacity, rtt] = ["mtu", "capacity", "rtt"].map((key) => number(entry, key));
  const encrypted = Object.values(LineEncryption).find((one) => one === encryption);
  if (typeof a !== "string" || typeof b !== "string" || typeof asOf !== "string" || !encrypted)
    return undefined;
  if (typeof mtu !== "number" || typeof capacity !== "number" || typeof rtt !== "number") return undefined;
  const line = { rtt, asOf, capacity, encryption: encrypted, origin };
  return { name: linkName(a, b), a, b, kind: JoinKind.existing, tunnels: [], mtu, line };
}
