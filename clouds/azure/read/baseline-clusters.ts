import { flag, list, text, texts, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { perIndex } from "../../per-index";
import { allHold, either, flagIs, isSet, type SettingCheck, textFits } from "../../setting-check";
import { type AzureResources, referred } from "./resources";

const CLUSTER = "containerservice:ManagedCluster";
const POOL = "containerservice:AgentPool";

/** Of clusters and their nodes. Defaults: reference of the AKS API, 2026-11-23. */
export const CLUSTERS: SettingCheck<AzureResources>[] = [
  {
    setting: "network-policy-enforced",
    of: [CLUSTER],
    property: "networkProfile",
    found: "has nothing that enforces network policies",
    remedy: "set `networkProfile.networkPolicy` to cilium, or install an agent that enforces them",
    holds: either(
      textFits("networkProfile.networkPolicy", (value) => value.toLowerCase() !== "none", false),
      textFits("networkProfile.networkDataplane", (value) => value === "cilium", false),
    ),
  },
  {
    setting: "rbac",
    of: [CLUSTER],
    property: "enableRBAC",
    found: "lets whoever gets in do everything",
    remedy: "set `enableRBAC: true`",
    holds: flagIs("enableRBAC", true, false),
  },
  {
    setting: "local-accounts-off",
    of: [CLUSTER],
    property: "disableLocalAccounts",
    found: "has a local administrator, whose certificate nobody can withdraw",
    remedy: "set `disableLocalAccounts: true` with an `aadProfile`",
    holds: flagIs("disableLocalAccounts", true, false),
  },
  {
    setting: "addons-safe",
    of: [CLUSTER],
    property: "addonProfiles",
    found: "runs an add-on that was retired for being open: the dashboard, or HTTP application routing",
    remedy: "leave out `kubeDashboard` and `httpApplicationRouting` of `addonProfiles`",
    holds: ({ props }) =>
      allHold(
        ["kubeDashboard", "httpApplicationRouting"].map((addon) => {
          const on = flag(props, `addonProfiles.${addon}.enabled`) ?? false;
          return isUnknown(on) ? UNKNOWN : !on;
        }),
      ),
  },
  {
    setting: "store-secrets-rotated",
    of: [CLUSTER],
    property: "addonProfiles",
    found: "never fetches anew the secrets that it mounts out of a key vault",
    remedy: 'set `addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation: "true"`',
    holds: ({ props }) => {
      const addon = "addonProfiles.azureKeyvaultSecretsProvider";
      const on = flag(props, `${addon}.enabled`) ?? false;
      if (on === false) return undefined;
      return allHold([on, flag(props, `${addon}.config.enableSecretRotation`) ?? false]);
    },
  },
  {
    setting: "sla",
    of: [CLUSTER],
    property: "sku",
    found: "is of the free tier, which promises no time that its API server answers",
    remedy: 'set `sku: { name: "Base", tier: "Standard" }`',
    holds: textFits("sku.tier", (tier) => tier === "Standard" || tier === "Premium", false),
  },
  {
    setting: "upgrades-chosen",
    of: [CLUSTER],
    property: "autoUpgradeProfile",
    found: "takes no upgrade by itself, not even of its nodes' system",
    remedy: "set `autoUpgradeProfile.nodeOSUpgradeChannel`, or `upgradeChannel`",
    holds: either(
      textFits("autoUpgradeProfile.upgradeChannel", (channel) => channel.toLowerCase() !== "none", false),
      textFits(
        "autoUpgradeProfile.nodeOSUpgradeChannel",
        (channel) => channel.toLowerCase() !== "none",
        false,
      ),
    ),
  },
  {
    setting: "disks-own-key",
    of: [CLUSTER],
    property: "diskEncryptionSetID",
    found: "encrypts its nodes' disks with Microsoft's key",
    remedy: "set `diskEncryptionSetID`",
    holds: isSet("diskEncryptionSetID"),
  },
  {
    setting: "host-encryption",
    of: [CLUSTER, POOL],
    property: "agentPoolProfiles",
    found: "leaves its nodes' temporary disks and caches in clear on the host",
    remedy: "set `enableEncryptionAtHost` of its agent pools, once the subscription has that feature",
    holds: ofPools((pool) => flag(pool, "enableEncryptionAtHost") ?? false),
  },
  {
    setting: "scale-sets",
    of: [CLUSTER, POOL],
    property: "agentPoolProfiles",
    found: "has nodes in an availability set, which does not scale and takes one pool only",
    remedy: 'leave out `type: "AvailabilitySet"`',
    holds: ofPools((pool) => {
      const type = text(pool, "type") ?? "VirtualMachineScaleSets";
      return isUnknown(type) ? UNKNOWN : type !== "AvailabilitySet";
    }),
  },
  {
    setting: "system-pods-apart",
    of: [CLUSTER],
    property: "agentPoolProfiles",
    found: "lets any pod onto the nodes of its system pods, although it has other pools",
    remedy: "give its system pools the taint CriticalAddonsOnly=true:NoSchedule",
    holds: systemPodsApart,
  },
];

/** Of the pools that stand in a cluster, or of one that is a resource of its own. */
function ofPools(
  holds: (pool: unknown) => OrUnknown<boolean>,
): (resource: Resource) => OrUnknown<boolean> | undefined {
  return (resource) => {
    if (!resource.type.endsWith(":ManagedCluster")) return holds(asWritten(resource));
    const pools = list(resource.props, "agentPoolProfiles") ?? [];
    if (isUnknown(pools)) return UNKNOWN;
    return pools.length === 0 ? undefined : allHold(pools.map(holds));
  };
}

/** What is asked of a pool that is a resource of its own. */
const OF_POOL = ["enableEncryptionAtHost", "type", "mode", "nodeTaints"];

/** That without what a preview calls unknown though nobody wrote it: what was written depends on something. */
function asWritten({ props, propertyDependencies }: Resource): Record<string, unknown> {
  const written = (key: string) => !isUnknown(props[key]) || (propertyDependencies[key] ?? []).length > 0;
  return Object.fromEntries(OF_POOL.filter(written).map((key) => [key, props[key]]));
}

/** Where there is a pool for everything else. */
function systemPodsApart(cluster: Resource, resources: AzureResources): OrUnknown<boolean> | undefined {
  const inline = list(cluster.props, "agentPoolProfiles") ?? [];
  if (isUnknown(inline)) return UNKNOWN;
  const apart = poolsApart(resources).get(cluster.urn) ?? [];
  const pools = [...inline, ...apart];
  const system = pools.filter((pool) => text(pool, "mode") === "System");
  if (system.length === pools.length) return undefined;
  return allHold(
    system.map((pool) => {
      if (isUnknown(valueAt(pool, "nodeTaints"))) return UNKNOWN;
      const taints = texts(pool, "nodeTaints") ?? [];
      return isUnknown(taints) ? UNKNOWN : taints.some((taint) => taint.startsWith("CriticalAddonsOnly="));
    }),
  );
}

/** Pools that are resources of their own, by their cluster's URN. */
const poolsApart = perIndex((resources: AzureResources) => {
  const byCluster = new Map<string, Record<string, unknown>[]>();
  for (const pool of resources.ofKind(POOL)) {
    const cluster = referred(resources, { from: pool, path: "resourceName", kind: CLUSTER });
    if (cluster) byCluster.set(cluster.urn, [...(byCluster.get(cluster.urn) ?? []), asWritten(pool)]);
  }
  return byCluster;
});
