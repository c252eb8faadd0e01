import { flag, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { perIndex } from "../../per-index";
import { anyHolds } from "../../setting-check";
import { type AzureResources, networkCarrying, referred } from "./resources";

/** Whether a flow log is set up for the VNet, or for a firewall on its subnets, as was done until 2025. */
export function flowsLogged(vnet: Resource, resources: AzureResources): OrUnknown<boolean> {
  const { byVnet, somewhere } = logs(resources);
  return anyHolds([...(byVnet.get(vnet.urn) ?? []), ...(somewhere ? [UNKNOWN] : [])]);
}

const logs = perIndex((resources: AzureResources) => {
  const byVnet = new Map<string, OrUnknown<boolean>[]>();
  let somewhere = false;
  for (const log of resources.ofKind("network:FlowLog")) {
    const target = targetOf(log, resources);
    if (isUnknown(target)) somewhere = true;
    else if (target !== undefined)
      byVnet.set(target, [...(byVnet.get(target) ?? []), flag(log.props, "enabled") ?? true]);
  }
  return { byVnet, somewhere };
});

/** URN of the VNet; UNKNOWN where it may be any. */
function targetOf(log: Resource, resources: AzureResources): OrUnknown<string> | undefined {
  const path = "targetResourceId";
  const vnet = referred(resources, { from: log, path, kind: "network:VirtualNetwork" });
  if (vnet) return vnet.urn;
  const firewall = referred(resources, { from: log, path, kind: "network:NetworkSecurityGroup" });
  if (firewall) return networkCarrying(resources, firewall, "networkSecurityGroup");
  return isUnknown(text(log.props, path)) && (log.propertyDependencies[path] ?? []).length === 0
    ? UNKNOWN
    : undefined;
}
