import type { MemberFact } from "../network/model/inventory";
import type { ClusterFact, Network } from "../network/model/network";
import { isUnknown } from "../network/model/resource";
import type { TransitSetting } from "../network/routing/transit";
import type { Cloud } from "../network/spec/shape";

/** Facts with their members' names, and the members themselves. */
export interface Membership {
  network: Network;
  members: MemberFact[];
}

/**
 * Names what belongs to whom. A network belongs to the one cluster in it; a network with none or several, and a gateway
 * with no network at all, is a member by its own name. `told` are the members that a mesh lists, which may have no
 * resource here.
 */
export function nameMembers(
  found: Network,
  told: MemberFact[],
  passesOnRoutes: (cloud: Cloud, settings: readonly TransitSetting[]) => boolean,
): Membership {
  const clusters = withUniqueNames(found.clusters);
  const agents = found.agents.map((agent) => ({ ...agent, cluster: clusterOf(agent, clusters)?.urn }));
  const policies = found.policies.map((policy) => ({ ...policy, cluster: clusterOf(policy, clusters)?.urn }));
  const memberOf = ownership(clusters, [
    ...found.ranges.filter(({ use }) => use === "network").map(({ owner }) => owner),
    ...found.gateways.flatMap((gateway) => gateway.networks),
  ]);

  const named = new Set(clusters.map((cluster) => cluster.name));
  const gateways = found.gateways.map((gateway) => {
    const owners = gateway.networks.map(memberOf).filter((owner) => owner !== undefined);
    const member = gateway.member ?? owners.find((owner) => named.has(owner)) ?? owners[0];
    return { ...gateway, member: member ?? nameOf(gateway.urn) };
  });
  const agentOwner = new Map(agents.flatMap((agent) => (agent.cluster ? [[agent.urn, agent.cluster]] : [])));
  const ranges = found.ranges.map((range) => {
    const owner = agentOwner.get(range.owner) ?? range.owner;
    return { ...range, owner, member: range.member ?? memberOf(owner) };
  });
  const routes = found.routes.map((route) => ({ ...route, member: route.member ?? memberOf(route.network) }));
  const firewalls = found.firewalls.map((firewall) => ({
    ...firewall,
    member: firewall.member ?? memberOf(firewall.network),
  }));

  const members = new Map<string, MemberFact>();
  for (const member of [
    ...clusters.map(({ name, cloud, region, origin }): MemberFact => ({ name, cloud, region, origin })),
    ...told,
    ...gateways.map(
      ({ member: name, cloud, region, origin }): MemberFact => ({ name, cloud, region, origin }),
    ),
  ]) {
    if (members.has(member.name)) continue;
    const own = gateways.filter((gateway) => gateway.member === member.name);
    const settings = own.flatMap((gateway) => gateway.settings ?? []);
    members.set(member.name, { ...member, transit: passesOnRoutes(member.cloud, settings) });
  }
  return {
    network: { ...found, clusters, agents, policies, gateways, ranges, routes, firewalls },
    members: [...members.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

/** The member that owns a network's or cluster's URN. Networks of one logical name (of several clouds) go by their URNs. */
function ownership(
  clusters: ClusterFact[],
  networks: string[],
): (owner: string | undefined) => string | undefined {
  const names = new Map(clusters.map((cluster) => [cluster.urn, cluster.name]));
  for (const { network, name } of clusters) {
    if (network) names.set(network, names.has(network) ? nameOf(network) : name);
  }
  const taken = new Map<string, string>([...names].map(([urn, name]) => [name, urn]));
  for (const network of new Set(networks)) {
    if (names.has(network)) continue;
    const name = nameOf(network);
    names.set(network, taken.has(name) ? network : name);
    taken.set(name, network);
  }
  return (owner) => (owner === undefined ? undefined : (names.get(owner) ?? nameOf(owner)));
}

/** The cluster that an agent or a policy is in: as its reader found it, else the one that it names. */
function clusterOf(
  { cluster: urn, clusterName }: Pick<Network["policies"][number], "cluster" | "clusterName">,
  clusters: ClusterFact[],
): ClusterFact | undefined {
  return clusters.find((cluster) =>
    urn ? cluster.urn === urn : !isUnknown(clusterName) && cluster.name === clusterName,
  );
}

/** Two clusters of one logical name (of two types) are two members: they go by their URNs. */
function withUniqueNames(clusters: ClusterFact[]): ClusterFact[] {
  const count = new Map<string, number>();
  for (const { name } of clusters) count.set(name, (count.get(name) ?? 0) + 1);
  return clusters.map((cluster) =>
    (count.get(cluster.name) ?? 0) > 1 ? { ...cluster, name: cluster.urn } : cluster,
  );
}

/** Logical name: the last part of a URN. */
function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
