import type { Inventory, Link } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { cutNodes } from "../topology/cut-nodes";
import { bridges } from "../topology/graph";
import type { Judgement, UnknownValue } from "./judgement";
import { unknownAt } from "./judgement";

export const LINK_SINGLE_POINT_OF_FAILURE = "link-single-point-of-failure";

/**
 * No single link's or member's loss parts others that are joined; links between one pair count as one. Linear in members and links.
 * A link of which no end's gateway is here stands in a stack of its own, from which the ways beside it cannot be seen: not judged.
 */
export function linkSinglePointOfFailure(network: Inventory): Judgement {
  const seen = new Set(network.gateways.map((one) => one.member ?? one.urn));
  const links = network.links.filter(({ a, b }) => seen.has(a) || seen.has(b));
  const nodes = [...new Set(links.flatMap(({ a, b }) => [a, b]))].sort();
  const problems = [
    ...bridges(nodes, links).map((link) => ({
      rule: LINK_SINGLE_POINT_OF_FAILURE,
      message:
        `${link.name} is the only way between ${link.a} and ${link.b} and those behind them, so they are parted whenever it is down; join them ` +
        "by a second way over another member, or accept it with `except`.",
      subjects: subjectsOf(link, network),
    })),
    ...cutNodes(nodes, links).map((name) => ({
      rule: LINK_SINGLE_POINT_OF_FAILURE,
      message:
        `${name} is the only way between others that are joined through it (${neighbours(name, links).join(", ")}), so they are parted whenever ` +
        "it is down; join two of them directly.",
      subjects: memberSubjects(name, network),
    })),
  ];
  return { problems, unknowns: problems.length > 0 ? hidden(network) : [] };
}

/** Tunnels that may be the second way, had their addresses been known. */
function hidden(network: Inventory): UnknownValue[] {
  return network.tunnelEnds
    .filter((end) => isUnknown(end.address) || isUnknown(end.peerAddress))
    .map((end) =>
      unknownAt({ urn: end.origin.urn }, "the tunnel's inside addresses", "whether it is a second way"),
    );
}

function subjectsOf({ tunnels, line, a, b }: Link, network: Inventory): string[] {
  const urns = [
    ...tunnels.flatMap((tunnel) => [tunnel.a.origin.urn, tunnel.b.origin.urn]),
    ...(line ? [line.origin.urn] : []),
  ];
  return urns.length > 0
    ? [...new Set(urns)]
    : [...memberSubjects(a, network), ...memberSubjects(b, network)];
}

function memberSubjects(name: string, { members, gateways }: Inventory): string[] {
  const gateway = gateways.find((one) => (one.member ?? one.urn) === name);
  const member = members.find((one) => one.name === name);
  return [gateway?.urn ?? member?.origin.urn ?? name];
}

function neighbours(name: string, links: readonly Link[]): string[] {
  const joined = links.flatMap(({ a, b }) => (a === name ? [b] : b === name ? [a] : []));
  return [...new Set(joined)].sort();
}
