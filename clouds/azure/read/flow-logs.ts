import { flag, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { anyHolds } from "../../setting-check";
import { type AzureResources, networkCarrying, referred } from "./resources";

/** Whether a flow log is set up for the VNet, or for a firewall on its subnets, as was done until 2025. */
export function flowsLogged(vnet: Resource, resources: AzureResources): OrUnknown<boolean> {
  return anyHolds(
    resources.ofKind("network:FlowLog").map((log) => {
      const target = targetOf(log, resources);
      if (isUnknown(target)) return UNKNOWN;
      return target === vnet.urn ? (flag(log.props, "enabled") ?? true) : false;
    }),
  );
}

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
