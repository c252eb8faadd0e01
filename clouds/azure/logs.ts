import type { ManagedCluster } from "@pulumi/azure-native/containerservice";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { type AzureMember, placed } from "./member";

/** Without `kube-audit`, which `kube-audit-admin` holds but for reads (AKS "Monitor", resource logs). */
const CATEGORIES = [
  "cluster-autoscaler",
  "guard",
  "kube-apiserver",
  "kube-audit-admin",
  "kube-controller-manager",
  "kube-scheduler",
];

/** The control plane's logs, kept for 30 days: what the price of a gigabyte taken in includes. */
export function makeLogs(member: AzureMember, cluster: ManagedCluster): Workspace {
  const { plan, parent } = member;
  const workspace = new Workspace(
    `${plan.name}-logs`,
    { ...placed(member), sku: { name: "PerGB2018" }, retentionInDays: 30 },
    { parent },
  );
  new DiagnosticSetting(
    `${plan.name}-control-plane`,
    {
      resourceUri: cluster.id,
      workspaceId: workspace.id,
      logAnalyticsDestinationType: "Dedicated",
      logs: CATEGORIES.map((category) => ({ category, enabled: true })),
    },
    { parent },
  );
  return workspace;
}
