import type { Inventory } from "../network/model/inventory";
import type { Network } from "../network/model/network";
import { emptyNetwork } from "../network/model/network";
import type { Resource } from "../network/model/resource";
import { ResourceIndex } from "../network/model/resource-index";
import { withBrought, withExisting } from "./existing";
import { linksOf } from "./links";
import { nameMembers } from "./members";
import { readMesh } from "./mesh";
import { withOwnLinks } from "./own-links";
import { distinctRanges } from "./ranges";
import { passesOnRoutes, peeringMtu, READERS, tunnelMtu } from "./readers";
import { withSiteEnds } from "./site-ends";
import { inKnownWords } from "./spelling";
import { pairTunnels } from "./tunnels";
import { unseenIn } from "./unseen";

/**
 * The network that any Pulumi resources make, ours or not: what every room's reader finds, joined. Deterministic for
 * resources in one order; never throws for what a resource holds.
 */
export function inventory(resources: Resource[]): Inventory {
  const index = new ResourceIndex(withBrought(inKnownWords(resources)));
  const mesh = readMesh(index);
  const brought = withExisting(concatenated(READERS.map((reader) => reader(index))), index);
  const found = withSiteEnds(withOwnLinks(brought.network, index), index);
  const { network, members } = nameMembers(found, mesh.members, passesOnRoutes);
  // What a mesh tells of a member's ranges counts only where no resource of that member tells better.
  const seen = new Set(network.clusters.map((cluster) => cluster.name));
  const told = mesh.ranges.filter((range) => range.member !== undefined && !seen.has(range.member));
  const tunnels = pairTunnels(network.tunnelEnds);
  return {
    ...network,
    ranges: distinctRanges([...network.ranges, ...told], network.clusters),
    members,
    tunnels,
    links: linksOf(tunnels, network, { tunnel: tunnelMtu, peering: peeringMtu }, mesh.lines),
    intents: mesh.intents,
    ...(mesh.isolation === undefined ? {} : { isolation: mesh.isolation }),
    ...(mesh.supernet === undefined ? {} : { supernet: mesh.supernet }),
    ...(brought.existing.length > 0 ? { existing: brought.existing } : {}),
    ...(mesh.ranges.length > 0 ? { locked: mesh.ranges.filter(({ cloud }) => cloud !== "site") } : {}),
    unread: mesh.unread,
    unseen: unseenIn(index),
  };
}

function concatenated(networks: Network[]): Network {
  const all = emptyNetwork();
  for (const network of networks) {
    all.ranges.push(...network.ranges);
    all.remoteRanges.push(...network.remoteRanges);
    all.clusters.push(...network.clusters);
    all.agents.push(...network.agents);
    all.gateways.push(...network.gateways);
    all.tunnelEnds.push(...network.tunnelEnds);
    all.routes.push(...network.routes);
    all.firewalls.push(...network.firewalls);
    all.subnets.push(...network.subnets);
    all.attachments.push(...network.attachments);
    all.peerings.push(...network.peerings);
    all.gatewayRoutes.push(...network.gatewayRoutes);
    all.policies.push(...network.policies);
    all.nodePools.push(...network.nodePools);
    all.settings.push(...network.settings);
    all.namespaces.push(...network.namespaces);
    all.webhooks.push(...network.webhooks);
    all.keys.push(...network.keys);
  }
  return all;
}
