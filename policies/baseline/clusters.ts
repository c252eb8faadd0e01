import { cisAks, cisEks, cisGke } from "../cis";
import type { Rule } from "../rule";
import { type BaselineRow, baselineRule } from "./baseline-rule";

const ROWS: BaselineRow[] = [
  {
    name: "cluster-network-policy",
    setting: "network-policy-enforced",
    title: "Something enforces network policies",
    description:
      "Every cluster has a network plugin, or an agent of yours, that does what network policies say.",
    why: "a NetworkPolicy is taken there and does nothing, so that every pod reaches every other although somebody believes otherwise",
    fix: 'GKE: `datapathProvider: "ADVANCED_DATAPATH"`. AKS: `networkProfile.networkPolicy`. Or an agent that enforces them: Cilium, Calico.',
    limits: "On EKS it is an add-on's setting, which is not read.",
    severity: "medium",
    byAgent: true,
    frameworks: [...cisEks("5.4.4"), ...cisAks("5.4.4")],
    checkov: ["CKV_GCP_12", "CKV_AZURE_7"],
  },
  {
    name: "cluster-vpc-native",
    setting: "vpc-native",
    title: "Pods have addresses of the VPC",
    description: "No GKE cluster gives out pod addresses by static routes.",
    why: "such a cluster uses up the VPC's routes, and its pods are not reached over peerings",
    fix: '`networkingMode: "VPC_NATIVE"` with an `ipAllocationPolicy`.',
    frameworks: [...cisGke("5.6.2")],
    checkov: ["CKV_GCP_23"],
  },
  {
    name: "cluster-intranode-visibility",
    setting: "intranode-visible",
    title: "The VPC sees what pods of one node say",
    description:
      "Every GKE cluster without an agent of your own sends traffic between pods of one node by the VPC.",
    why: "what two pods of one node say to each other is in no flow log and passes no firewall rule of the VPC",
    fix: "`enableIntranodeVisibility: true`.",
    byAgent: true,
    frameworks: [...cisGke("5.6.1")],
    checkov: ["CKV_GCP_61"],
  },
  {
    name: "cluster-upgrades-chosen",
    setting: "upgrades-chosen",
    title: "Somebody chose how upgrades come",
    description:
      "Every GKE cluster is in a release channel, and every AKS cluster upgrades at least its nodes' system.",
    why: "fixes of security come when somebody thinks of them",
    fix: "GKE: `releaseChannel`. AKS: `autoUpgradeProfile.nodeOSUpgradeChannel` or `upgradeChannel`.",
    frameworks: [...cisGke("5.5.4")],
    checkov: ["CKV_GCP_70", "CKV_AZURE_171"],
  },
  {
    name: "cluster-rbac",
    setting: "rbac",
    title: "Roles decide who may do what",
    description: "Every AKS cluster has Kubernetes RBAC on.",
    why: "without roles everybody who is let in may do everything, and so may every pod with a token",
    fix: "`enableRBAC: true`.",
    severity: "high",
    checkov: ["CKV_AZURE_5"],
  },
  {
    name: "cluster-no-local-accounts",
    setting: "local-accounts-off",
    title: "Clusters have no local administrator",
    description: "Every AKS cluster lets in by the directory only.",
    why: "a certificate of the local administrator holds until all of the cluster's are made anew, whoever has left in the meantime",
    fix: "`disableLocalAccounts: true`, with an `aadProfile` that names who administers.",
    severity: "medium",
    checkov: ["CKV_AZURE_141"],
  },
  {
    name: "cluster-no-open-addons",
    setting: "addons-safe",
    title: "Retired add-ons are off",
    description: "No AKS cluster has the dashboard or HTTP application routing on.",
    why: "both were retired, get no fixes and are reached from outside the cluster",
    fix: "Leave out `addonProfiles.kubeDashboard` and `addonProfiles.httpApplicationRouting`.",
    severity: "medium",
    checkov: ["CKV_AZURE_8", "CKV_AZURE_246"],
  },
  {
    name: "cluster-store-secrets-rotated",
    setting: "store-secrets-rotated",
    title: "Secrets out of a key vault are fetched anew",
    description: "Every AKS cluster with the Secrets Store driver has its rotation on.",
    why: "pods keep what was withdrawn or changed in the vault until they are started anew",
    fix: '`addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation: "true"`.',
    checkov: ["CKV_AZURE_172"],
  },
  {
    name: "cluster-sla",
    setting: "sla",
    title: "The control plane has a promised availability",
    description: "Every AKS cluster is of the tier Standard or Premium.",
    why: "nothing is promised of how long its API server may be away, and agents' state hangs on it",
    fix: '`sku: { name: "Base", tier: "Standard" }`.',
    checkov: ["CKV_AZURE_170"],
  },
];

export const clusterBaselineRules: Rule[] = ROWS.map(baselineRule);
