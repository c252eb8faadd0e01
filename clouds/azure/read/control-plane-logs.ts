import { flag, list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { perIndex } from "../../per-index";
import { allHold, anyHolds } from "../../setting-check";
import { type AzureResources, referred } from "./resources";

/** Groups that hold the API server's and the audit log (AKS "Monitoring data reference", 2026-11-23). */
const GROUPS = ["allLogs", "audit"];

/** Whether the cluster's diagnostic settings, taken together, send on what its API server was asked. */
export function controlPlaneLogged(cluster: Resource, resources: AzureResources): OrUnknown<boolean> {
  const { byCluster, somewhere } = diagnostics(resources);
  const own = byCluster.get(cluster.urn) ?? [];
  const logs = own.flatMap((setting): unknown[] => {
    const listed = list(setting.props, "logs") ?? [];
    return isUnknown(listed) ? [UNKNOWN] : listed;
  });
  const sent = (...categories: string[]) => anyHolds(logs.map((log) => sends(log, categories)));
  const held = allHold([sent("kube-apiserver"), sent("kube-audit", "kube-audit-admin")]);
  return held === false && somewhere ? UNKNOWN : held;
}

const diagnostics = perIndex((resources: AzureResources) => {
  const byCluster = new Map<string, Resource[]>();
  let somewhere = false;
  for (const setting of resources.ofKind("monitor:DiagnosticSetting")) {
    const path = "resourceUri";
    const target = referred(resources, { from: setting, path, kind: "containerservice:ManagedCluster" });
    if (target) byCluster.set(target.urn, [...(byCluster.get(target.urn) ?? []), setting]);
    // Of something else, unless nothing tells of what.
    else if (isUnknown(text(setting.props, path)) && (setting.propertyDependencies[path] ?? []).length === 0)
      somewhere = true;
  }
  return { byCluster, somewhere };
});

function sends(log: unknown, categories: string[]): OrUnknown<boolean> {
  if (isUnknown(log)) return UNKNOWN;
  const group = text(log, "categoryGroup");
  const category = text(log, "category");
  if (isUnknown(group) || isUnknown(category)) return UNKNOWN;
  const meant =
    (group !== undefined && GROUPS.includes(group)) ||
    (category !== undefined && categories.includes(category));
  return meant ? (flag(log, "enabled") ?? false) : false;
}
