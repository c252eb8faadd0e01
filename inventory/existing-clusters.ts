import type { SubnetFact } from "../network/model/forwarding";
import type { ClusterFact, Network, RangeFact } from "../network/model/network";
import { text, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import type { Cloud } from "../network/spec/shape";

/** A component of ours that was told of a cluster that is there, and the network that it read. */
export interface ToldCluster {
  component: Resource;
  vpc: Resource;
  cloud: Cloud;
}

/**
 * Clusters that members bring with them: nothing of them is read, so what the component was told is all that is known of the cluster,
 * its subnets and its ranges. What was added to them by plain ids (routes, firewall rules) is put into their network.
 */
export function withClusters(
  network: Network,
  told: readonly ToldCluster[],
  resources: ResourceIndex,
): Network {
  const bringing = told.filter(({ component }) => valueAt(component.props, "existing.cluster") !== undefined);
  if (bringing.length === 0) return network;
  const of = new Map(bringing.map((one) => [one.component.urn, one]));
  const added = (urn: string): ToldCluster | undefined => of.get(resources.get(urn)?.parent ?? "");
  return {
    ...network,
    clusters: [...network.clusters, ...bringing.map(clusterOf)],
    ranges: [...network.ranges, ...bringing.flatMap(rangesOf)],
    subnets: [...network.subnets, ...bringing.flatMap(subnetsOf)],
    routes: network.routes.map((route) => {
      const one = added(route.urn);
      const table = text(resources.get(route.urn)?.props, "routeTableId");
      if (!one || route.network !== undefined || typeof table !== "string") return route;
      return { ...route, network: one.vpc.urn, table };
    }),
    firewalls: network.firewalls.flatMap((rule) => {
      const one = added(rule.urn);
      if (!one) return [rule];
      // What a group that is there lets out, its own rules say, and nobody here sees them.
      if (rule.direction === "out") return [];
      return [rule.network === undefined ? { ...rule, network: one.vpc.urn } : rule];
    }),
  };
}

function clusterOf({ component, vpc, cloud }: ToldCluster): ClusterFact {
  return {
    urn: component.urn,
    name: component.name,
    cloud,
    region: text(component.props, "region") ?? UNKNOWN,
    network: vpc.urn,
    origin: { urn: component.urn, property: "existing.cluster" },
  };
}

function rangesOf({ component, cloud }: ToldCluster): RangeFact[] {
  return (["pods", "services"] as const).map((use) => {
    const property = `ranges.${use}`;
    const cidr = text(component.props, property) ?? UNKNOWN;
    return { use, cidr, cloud, owner: component.urn, origin: { urn: component.urn, property } };
  });
}

function subnetsOf({ component, vpc }: ToldCluster): SubnetFact[] {
  const subnets = valueAt(component.props, "existing.cluster.subnets");
  if (typeof subnets !== "object" || subnets === null || isUnknown(subnets)) return [];
  return Object.entries(subnets).map(([name, subnet]): SubnetFact => {
    const [zone, table] = [text(subnet, "zone"), text(subnet, "routeTable")];
    return {
      urn: `${component.urn}::${name}`,
      network: vpc.urn,
      cidr: text(subnet, "range") ?? UNKNOWN,
      ...(zone === undefined ? {} : { zone }),
      ...(typeof table === "string" ? { table } : {}),
      hosts: true,
      origin: { urn: component.urn, property: `existing.cluster.subnets.${name}.range` },
    };
  });
}
