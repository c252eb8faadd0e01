import { UNKNOWN } from "../../../network/model/resource";
import { AKS, GKE, type Single } from "../single";
import { describeBaseline } from "./table";

const gke = (props: object = {}): Record<string, Single> => ({ one: { type: GKE, props: { ...props } } });
const aks = (props: object = {}): Record<string, Single> => ({ one: { type: AKS, props: { ...props } } });
const cilium: Single = {
  type: "kubernetes:helm.sh/v3:Release",
  props: { chart: "cilium", values: { cluster: { name: "one", id: 1 } } },
  refs: { values: "one" },
};
const addons = (name: string, profile: object) => aks({ addonProfiles: { [name]: profile } });

describeBaseline("baseline of clusters", [
  {
    rule: "baseline-cluster-network-policy",
    passes: [
      gke({ networkPolicy: { enabled: true } }),
      gke({ datapathProvider: "ADVANCED_DATAPATH" }),
      aks({ networkProfile: { networkPolicy: "calico" } }),
      { ...gke(), cilium },
      { ...aks({ networkProfile: { networkPlugin: "none" } }), cilium },
    ],
    names: [gke(), aks(), aks({ networkProfile: { networkPolicy: "none" } })],
    unknown: [gke({ networkPolicy: UNKNOWN }), aks({ networkProfile: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-vpc-native",
    passes: [gke(), gke({ networkingMode: "VPC_NATIVE" })],
    names: [gke({ networkingMode: "ROUTES" })],
    unknown: [gke({ networkingMode: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-intranode-visibility",
    passes: [gke({ enableIntranodeVisibility: true }), { ...gke(), cilium }],
    names: [gke(), gke({ enableIntranodeVisibility: false })],
    unknown: [gke({ enableIntranodeVisibility: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-upgrades-chosen",
    passes: [
      gke({ releaseChannel: { channel: "STABLE" } }),
      aks({ autoUpgradeProfile: { upgradeChannel: "patch" } }),
      aks({ autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" } }),
    ],
    names: [gke(), gke({ releaseChannel: { channel: "UNSPECIFIED" } }), aks()],
    unknown: [gke({ releaseChannel: UNKNOWN }), aks({ autoUpgradeProfile: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-rbac",
    passes: [aks({ enableRBAC: true })],
    names: [aks(), aks({ enableRBAC: false })],
    unknown: [aks({ enableRBAC: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-no-local-accounts",
    passes: [aks({ disableLocalAccounts: true })],
    names: [aks()],
    unknown: [aks({ disableLocalAccounts: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-no-open-addons",
    passes: [aks(), addons("kubeDashboard", { enabled: false })],
    names: [addons("kubeDashboard", { enabled: true }), addons("httpApplicationRouting", { enabled: true })],
    unknown: [aks({ addonProfiles: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-store-secrets-rotated",
    passes: [
      aks(),
      addons("azureKeyvaultSecretsProvider", { enabled: true, config: { enableSecretRotation: "true" } }),
    ],
    names: [addons("azureKeyvaultSecretsProvider", { enabled: true })],
    unknown: [addons("azureKeyvaultSecretsProvider", { enabled: true, config: UNKNOWN })],
  },
  {
    rule: "baseline-cluster-sla",
    passes: [aks({ sku: { tier: "Standard" } }), aks({ sku: { tier: "Premium" } })],
    names: [aks(), aks({ sku: { tier: "Free" } })],
    unknown: [aks({ sku: UNKNOWN })],
  },
]);
