import { flag, list } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { SettingFact } from "../../../network/model/setting";
import { allHold, type SettingCheck, settingFacts } from "../../setting-check";
import { BASELINE } from "./baseline";
import { controlPlaneLogged } from "./control-plane-logs";
import { flowsLogged } from "./flow-logs";
import { type AzureResources, dependedOn } from "./resources";

/** How clusters, nodes and networks of Azure are set. Managed disks of nodes are always encrypted there. */
export function readSettings(resources: AzureResources): SettingFact[] {
  return settingFacts("azure", [...CHECKS, ...BASELINE], {
    ofType: (kind) => resources.ofKind(kind),
    resources,
  });
}

const CLUSTER = "containerservice:ManagedCluster";

const CHECKS: SettingCheck<AzureResources>[] = [
  {
    setting: "secrets-encrypted",
    of: [CLUSTER],
    property: "securityProfile",
    found: "encrypts Kubernetes Secrets with no key of yours",
    remedy: "set `securityProfile.azureKeyVaultKms: { enabled: true, keyId }` with a key of a key vault",
    holds: secretsEncrypted,
  },
  {
    setting: "control-plane-logged",
    of: [CLUSTER],
    property: "diagnostic settings",
    found: "keeps no log of who asked its API server for what",
    remedy:
      "add an `azure-native.monitor.DiagnosticSetting` with its id as `resourceUri` and the categories kube-apiserver and kube-audit-admin",
    holds: controlPlaneLogged,
  },
  {
    setting: "nodes-private",
    of: [CLUSTER],
    property: "agentPoolProfiles",
    found: "gives its nodes public addresses",
    remedy: "leave out `enableNodePublicIP` of its agent pools, and let nodes out by a NAT gateway",
    holds: ({ props }) => {
      const pools = list(props, "agentPoolProfiles") ?? [];
      return isUnknown(pools) ? UNKNOWN : allHold(pools.map(withoutPublicAddress));
    },
  },
  {
    setting: "nodes-private",
    of: ["containerservice:AgentPool"],
    property: "enableNodePublicIP",
    found: "gives its nodes public addresses",
    remedy: "leave out its `enableNodePublicIP`, and let nodes out by a NAT gateway",
    holds: withoutPublicAddresses,
  },
  {
    setting: "flows-logged",
    of: ["network:VirtualNetwork"],
    property: "flow logs",
    found: "has no flow log",
    remedy: "add an `azure-native.network.FlowLog` with its id as `targetResourceId`",
    holds: flowsLogged,
  },
];

/** Off by default (AKS API, `enableNodePublicIP`, 2026-11-23). */
function withoutPublicAddress(pool: unknown): OrUnknown<boolean> {
  const open = flag(pool, "enableNodePublicIP") ?? false;
  return isUnknown(open) ? UNKNOWN : !open;
}

/**
 * Of a pool that is a resource of its own. In a preview the provider calls unknown also what nobody wrote; what was written
 * depends on something.
 */
function withoutPublicAddresses(pool: Resource): OrUnknown<boolean> {
  const property = "enableNodePublicIP";
  const written = (pool.propertyDependencies[property] ?? []).length > 0;
  return !written && isUnknown(flag(pool.props, property)) ? true : withoutPublicAddress(pool.props);
}

/**
 * The provider's SDK fills defaults into a profile, so that all of it is unknown while the key's name is. Only this part of it takes a
 * key, and takes it only where it is on (AKS API `azureKeyVaultKms.keyId`: "when disabled, leave
 * the field empty", learn.microsoft.com/en-us/javascript/api/@azure-rest/arm-containerservice/azurekeyvaultkms, 2026-11-23).
 */
function secretsEncrypted(cluster: Resource, resources: AzureResources): OrUnknown<boolean> {
  const on = flag(cluster.props, "securityProfile.azureKeyVaultKms.enabled") ?? false;
  const keyed = () => dependedOn(resources, cluster, "securityProfile", "keyvault:Key").length > 0;
  return isUnknown(on) && keyed() ? true : on;
}
