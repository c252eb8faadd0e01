import { podMaskFor } from "../../../network/address/capacity";
import type { NodePoolFact } from "../../../network/model/node-pool";
import { flag, list, number, text, valueAt } from "../../../network/model/property";
import { isUnknown, type OrUnknown, type Resource, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { gcpFacts } from "../facts";
import { TYPES } from "./types";

/** Pods a node where neither pool nor cluster says it ("Configure maximum Pods per node", GKE docs, 2026). */
const PODS_PER_NODE = 110;

/** Zones of a regional cluster that names none ("Regional clusters", GKE docs, 2026). */
const ZONES_OF_A_REGION = 3;

/** Node pools, and the one that a cluster is made with unless that is removed. Autopilot's nodes are Google's to count. */
export function readNodePools(resources: ResourceIndex): NodePoolFact[] {
  const own = resources.ofType(TYPES.cluster).flatMap((cluster): NodePoolFact[] => {
    const removed = flag(cluster.props, "removeDefaultNodePool") ?? false;
    if (removed === true || flag(cluster.props, "enableAutopilot") === true) return [];
    const apart = list(cluster.props, "nodePools");
    if (apart !== undefined && (isUnknown(apart) || apart.length > 0)) return [];
    const max = isUnknown(removed)
      ? UNKNOWN
      : timesZones(number(cluster.props, "initialNodeCount") ?? 0, [cluster]);
    return max === 0 ? [] : [fact(resources, cluster, cluster, max, "initialNodeCount")];
  });
  const pools = resources.ofType(TYPES.nodePool).flatMap((pool): NodePoolFact[] => {
    const cluster = resources.referred(pool, "cluster", TYPES.cluster);
    return cluster ? [fact(resources, cluster, pool, ...most(pool, cluster))] : [];
  });
  return [...own, ...pools];
}

/** Most nodes of a pool, and the property that says it: limits are by zone, but for `totalMaxNodeCount`. */
function most(pool: Resource, cluster: Resource): [OrUnknown<number>, string] {
  const total = "autoscaling.totalMaxNodeCount";
  const byZone = "autoscaling.maxNodeCount";
  if (isUnknown(valueAt(pool.props, "autoscaling"))) return [UNKNOWN, "autoscaling"];
  const inAll = number(pool.props, total);
  if (inAll !== undefined && inAll !== 0) return [inAll, total];
  const [property = "nodeCount"] = [byZone, "nodeCount", "initialNodeCount"].filter(
    (path) => number(pool.props, path) !== undefined,
  );
  return [timesZones(number(pool.props, property) ?? 0, [pool, cluster]), property];
}

function timesZones(count: OrUnknown<number>, places: Resource[]): OrUnknown<number> {
  const zones = zonesOf(places);
  return isUnknown(count) || isUnknown(zones) ? UNKNOWN : count * zones;
}

/** The pool's own zones, else the cluster's: those named, else one of a zone and three of a region. */
function zonesOf(places: Resource[]): OrUnknown<number> {
  for (const { props } of places) {
    const named = list(props, "nodeLocations");
    if (isUnknown(named)) return UNKNOWN;
    // Those of a zonal cluster are besides its own; of a regional one they are all.
    if (named !== undefined && named.length > 0)
      return named.length + (isZone(text(props, "location")) ? 1 : 0);
  }
  const location = text(places.at(-1)?.props, "location") ?? UNKNOWN;
  if (isUnknown(location)) return UNKNOWN;
  return isZone(location) ? 1 : ZONES_OF_A_REGION;
}

/** `europe-west3-a`, and not `europe-west3`. */
function isZone(location: OrUnknown<string> | undefined): boolean {
  return typeof location === "string" && /-[a-z]$/.test(location);
}

function fact(
  resources: ResourceIndex,
  cluster: Resource,
  from: Resource,
  max: OrUnknown<number>,
  property: string,
): NodePoolFact {
  const pods =
    number(from.props, "maxPodsPerNode") ?? number(cluster.props, "defaultMaxPodsPerNode") ?? PODS_PER_NODE;
  const subnet = resources.referred(cluster, "subnetwork", TYPES.subnet);
  return {
    cluster: cluster.urn,
    cloud: "gcp",
    name: from.name,
    max,
    podMask: isUnknown(pods) || pods < 1 ? UNKNOWN : podMaskFor(pods),
    addresses: 1,
    subnets: subnet ? [subnet.urn] : [],
    reserved: gcpFacts.ranges.reservedPerSubnet,
    origin: { urn: from.urn, property },
  };
}
