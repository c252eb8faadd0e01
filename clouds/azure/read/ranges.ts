import type { RangeFact, RangeUse } from "../../../network/model/network";
import { list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { GATEWAY_SUBNET } from "../facts";
import { podSubnets } from "./pod-subnets";
import { type AzureResources, inline, networkOf } from "./resources";

/** AKS's own where none is given (azure-aks-docs, "IP address planning"; `az aks create`, 2025). */
const DEFAULT_PODS = "10.244.0.0/16";
const DEFAULT_SERVICES = "10.0.0.0/16";

/** VNets' address spaces, their subnets, those of Virtual WAN's hubs, and the pods and Services of clusters. */
export function readRanges(resources: AzureResources): RangeFact[] {
  const ofPods = podSubnets(resources);
  const useOf = (subnet: Resource, name: OrUnknown<string> | undefined): RangeUse =>
    name === GATEWAY_SUBNET ? "gateway" : ofPods(subnet, name) ? "pods" : "subnet";
  return [
    ...resources
      .ofKind("network:VirtualNetwork")
      .flatMap((vnet) => [
        ...prefixes(vnet.props, "addressSpace.", ["addressPrefixes"]).map(fact(vnet, "network", vnet.urn)),
        ...inlineSubnets(vnet, useOf),
      ]),
    ...resources.ofKind("network:Subnet").flatMap((subnet) => {
      const owner = networkOf(resources, subnet) ?? subnet.urn;
      return prefixes(subnet.props, "", SUBNET_PREFIXES).map(
        fact(subnet, useOf(subnet, subnetName(subnet)), owner),
      );
    }),
    // No hosts of anybody's live there: only what Azure has in it.
    ...resources.ofKind("network:VirtualHub").map((hub) =>
      fact(
        hub,
        "gateway",
        hub.urn,
      )({
        cidr: text(hub.props, "addressPrefix") ?? UNKNOWN,
        property: "addressPrefix",
      }),
    ),
    ...resources
      .ofKind("containerservice:ManagedCluster")
      .flatMap((cluster) => [...pods(cluster), ...services(cluster)]),
  ];
}

interface Prefix {
  cidr: OrUnknown<string>;
  property: string;
}

/** A subnet has one of them; the other, where a provider fills it in, says the same. */
const SUBNET_PREFIXES = ["addressPrefix", "addressPrefixes"];

/** The first of `properties` that is known; without any, the range is one that is given out later. */
function prefixes(props: unknown, at: string, properties: string[]): Prefix[] {
  for (const property of properties.map((name) => `${at}${name}`)) {
    const one = text(props, property);
    if (one !== undefined && !isUnknown(one)) return [{ cidr: one, property }];
    const several = list(props, property);
    if (several === undefined || isUnknown(several) || several.length === 0) continue;
    return several.map((cidr, index) => ({
      cidr: typeof cidr === "string" ? cidr : UNKNOWN,
      property: `${property}.${index}`,
    }));
  }
  return [{ cidr: UNKNOWN, property: `${at}${properties[0]}` }];
}

function fact(from: Resource, use: RangeUse, owner: string): (prefix: Prefix) => RangeFact {
  return ({ cidr, property }) => ({ use, cidr, cloud: "azure", owner, origin: { urn: from.urn, property } });
}

function inlineSubnets(
  vnet: Resource,
  useOf: (vnet: Resource, name: OrUnknown<string> | undefined) => RangeUse,
): RangeFact[] {
  const subnets = inline(vnet, "subnets");
  if (isUnknown(subnets)) return [fact(vnet, "subnet", vnet.urn)({ cidr: UNKNOWN, property: "subnets" })];
  return subnets.flatMap((subnet, index) => {
    const at = `subnets.${index}.`;
    return prefixes(vnet.props, at, SUBNET_PREFIXES).map(
      fact(vnet, useOf(vnet, text(subnet, "name")), vnet.urn),
    );
  });
}

function subnetName(subnet: Resource): OrUnknown<string> | undefined {
  const name = text(subnet.props, "subnetName");
  return name === undefined || isUnknown(name) ? text(subnet.props, "name") : name;
}

/** With Azure's own plugin and no overlay, pods have addresses of the VNet. */
function pods(cluster: Resource): RangeFact[] {
  const plugin = text(cluster.props, "networkProfile.networkPlugin");
  const overlay = text(cluster.props, "networkProfile.networkPluginMode") === "overlay";
  if (plugin === "azure" && !overlay) return [];
  return clusterRange(cluster, "pods", ["podCidrs", "podCidr"], isUnknown(plugin) ? undefined : DEFAULT_PODS);
}

function services(cluster: Resource): RangeFact[] {
  return clusterRange(cluster, "services", ["serviceCidrs", "serviceCidr"], DEFAULT_SERVICES);
}

function clusterRange(
  cluster: Resource,
  use: RangeUse,
  properties: string[],
  ifUnset: string | undefined,
): RangeFact[] {
  const at = "networkProfile.";
  const isSet = properties.some((property) => {
    const value = list(cluster.props, at + property) ?? text(cluster.props, at + property);
    return value !== undefined;
  });
  const found =
    isSet || ifUnset === undefined
      ? prefixes(cluster.props, at, properties)
      : [{ cidr: ifUnset, property: at + properties[1] }];
  return found.map(fact(cluster, use, cluster.urn));
}
