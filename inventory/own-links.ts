import type { PeeringFact } from "../network/model/forwarding";
import type { GatewayFact, Network, TunnelEndFact } from "../network/model/network";
import { number, text, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud } from "../network/spec/shape";

/** Token of our own component, whose outputs mirror which gateways it joins. */
const LINK = "isthmus:index:Link";

/**
 * Gateways that a link of ours joins and that are made elsewhere, in the members' own stacks: the link tells whose they are, in
 * which cloud, and their ASNs. An end whose gateway is among the resources is left as it was read.
 */
export function withOwnLinks(network: Network, resources: ResourceIndex): Network {
  const links = resources.ofType(LINK);
  const elsewhere = links.flatMap((link) => gatewaysOf(link).map((gateway) => ({ link, gateway })));
  if (elsewhere.length === 0) return network;
  const used = new Set<GatewayFact>();
  const tunnelEnds = network.tunnelEnds.map((end): TunnelEndFact => {
    const made = resources.get(end.urn);
    // What it names was made here, and is gone: that is no gateway elsewhere.
    if (end.gateway !== undefined || (made && resources.namesAnyMissing(made))) return end;
    const parent = made?.parent;
    const candidates = elsewhere.filter(
      ({ link, gateway }) => link.urn === parent && gateway.cloud === end.cloud,
    );
    const [only] = candidates;
    if (!only || candidates.length > 1) return end;
    used.add(only.gateway);
    return { ...end, gateway: only.gateway.urn, asn: only.gateway.asn };
  });
  const peerings = network.peerings.map((half) => named(half, links, resources));
  return { ...network, tunnelEnds, peerings, gateways: [...network.gateways, ...used] };
}

/** A half whose link tells whom it joins; its own side is the end whose name it has at its end. */
function named(half: PeeringFact, links: readonly Resource[], resources: ResourceIndex): PeeringFact {
  const made = resources.get(half.urn);
  const link = links.find(({ urn }) => urn === made?.parent);
  const [a, b] = [text(link?.props, "a"), text(link?.props, "b")];
  if (half.members || typeof a !== "string" || typeof b !== "string") return half;
  return { ...half, members: made?.name.endsWith(b) ? [b, a] : [a, b] };
}

function gatewaysOf(link: Resource): GatewayFact[] {
  const ends = valueAt(link.props, "ends");
  if (typeof ends !== "object" || ends === null || isUnknown(ends)) return [];
  return Object.entries(ends).flatMap(([member, end]): GatewayFact[] => {
    const cloud = Object.values(Cloud).find((one) => one === text(end, "cloud"));
    if (!cloud) return [];
    return [
      {
        urn: `${link.urn}::${member}`,
        cloud,
        region: text(end, "region") ?? UNKNOWN,
        networks: [],
        asn: number(end, "asn") ?? UNKNOWN,
        member,
        origin: { urn: link.urn, property: `ends.${member}` },
      },
    ];
  });
}
