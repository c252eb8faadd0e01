import type { NodePoolFact } from "../../../network/model/node-pool";
import { flag, list, number, text } from "../../../network/model/property";
import { isUnknown, type OrUnknown, type Resource, UNKNOWN } from "../../../network/model/resource";
import { azureFacts } from "../facts";
import { type AzureResources, referred } from "./resources";

/** One node's part of the pod range, of overlay and kubenet ("Azure CNI Overlay", "IP address planning"; AKS docs, 2026). */
const POD_MASK = 24;

/** Pods a node where nothing is said, of the plugin whose pods have addresses of the VNet ("Azure CNI", AKS docs, 2026). */
const PODS_IN_VNET = 30;

/** Profiles of a cluster, and pools that are resources of their own. */
export function readNodePools(resources: AzureResources): NodePoolFact[] {
  const inline = resources.ofKind("containerservice:ManagedCluster").flatMap((cluster) => {
    const profiles = list(cluster.props, "agentPoolProfiles") ?? [];
    if (isUnknown(profiles)) return [fact(resources, cluster, cluster, "agentPoolProfiles", {})];
    return profiles.map((profile, index) =>
      fact(resources, cluster, cluster, `agentPoolProfiles.${index}`, profile),
    );
  });
  const apart = resources.ofKind("containerservice:AgentPool").flatMap((pool) => {
    const kind = "containerservice:ManagedCluster";
    const cluster = referred(resources, { from: pool, path: "resourceName", kind });
    return cluster ? [fact(resources, cluster, pool, "", pool.props)] : [];
  });
  return [...inline, ...apart];
}

function fact(
  resources: AzureResources,
  cluster: Resource,
  from: Resource,
  at: string,
  profile: unknown,
): NodePoolFact {
  const path = (property: string) => (at === "" ? property : `${at}.${property}`);
  const grows = flag(profile, "enableAutoScaling") ?? false;
  const count = grows === true ? "maxCount" : "count";
  const known = number(profile, count) ?? (grows === true ? UNKNOWN : 1);
  const subnet = referred(resources, { from, path: path("vnetSubnetID"), kind: "network:Subnet" });
  const name = text(profile, "name");
  return {
    cluster: cluster.urn,
    cloud: "azure",
    name: name === undefined || isUnknown(name) ? from.name : name,
    max: isUnknown(grows) || profileUnread(from, at) ? UNKNOWN : known,
    ...podsOf(cluster, profile),
    subnets: subnet ? [subnet.urn] : [],
    reserved: azureFacts.ranges.reservedPerSubnet,
    origin: { urn: from.urn, property: path(count) },
  };
}

/** Whether all of the profiles are unknown, so that not even their number is told. */
function profileUnread(from: Resource, at: string): boolean {
  return at === "agentPoolProfiles" && isUnknown(list(from.props, at));
}

/** Where pods' addresses come from: a part for each node, the nodes' subnet, or a subnet of their own. */
function podsOf(cluster: Resource, profile: unknown): Pick<NodePoolFact, "podMask" | "addresses"> {
  const plugin = text(cluster.props, "networkProfile.networkPlugin");
  const mode = text(cluster.props, "networkProfile.networkPluginMode");
  if (isUnknown(plugin) || isUnknown(mode)) return { podMask: UNKNOWN, addresses: UNKNOWN };
  if (plugin === "none") return { addresses: 1 };
  if (plugin !== "azure" || mode === "overlay") return { podMask: POD_MASK, addresses: 1 };
  if (text(profile, "podSubnetID") !== undefined) return { addresses: 1 };
  const pods: OrUnknown<number> = number(profile, "maxPods") ?? PODS_IN_VNET;
  return { addresses: isUnknown(pods) ? UNKNOWN : pods + 1 };
}
