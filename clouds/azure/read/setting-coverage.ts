import { type PropertyRows, type ReadType, reads, usedFor } from "../../../network/model/coverage";

/** A pool of nodes, inline in its cluster or a resource of its own. */
export function pool<At extends string>(at: At): PropertyRows {
  return {
    ...usedFor("node pool", {
      [`${at}name`]: "word",
      [`${at}enableAutoScaling`]: "flag",
      [`${at}maxCount`]: "number",
      [`${at}count`]: "number",
      [`${at}maxPods`]: "number",
      [`${at}podSubnetID`]: "reference",
      [`${at}vnetSubnetID`]: "reference",
    }),
    ...usedFor("setting", {
      [`${at}enableNodePublicIP`]: "flag",
      [`${at}enableEncryptionAtHost`]: "flag",
      [`${at}type`]: "word",
      [`${at}mode`]: "word",
      [`${at}nodeTaints`]: "words",
    }),
  };
}

/** What settings are read from, of types that other facts are read from too. */
export const SETTINGS = {
  network: usedFor("setting", { "dhcpOptions.dnsServers": "addresses" }),
  cluster: usedFor("setting", {
    "securityProfile.azureKeyVaultKms.enabled": "flag",
    "networkProfile.networkPolicy": "word",
    "networkProfile.networkDataplane": "word",
    enableRBAC: "flag",
    disableLocalAccounts: "flag",
    "addonProfiles.kubeDashboard.enabled": "flag",
    "addonProfiles.httpApplicationRouting.enabled": "flag",
    "addonProfiles.azureKeyvaultSecretsProvider.enabled": "flag",
    "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation": "flag",
    "sku.tier": "word",
    "autoUpgradeProfile.upgradeChannel": "word",
    "autoUpgradeProfile.nodeOSUpgradeChannel": "word",
    diskEncryptionSetID: "reference",
  }),
} as const satisfies Record<string, PropertyRows>;

/** Types that nothing but settings is read from. */
export const SETTING_TYPES: ReadType[] = [
  reads("azure-native:network:FlowLog", "setting", {
    ...{ targetResourceId: "reference", enabled: "flag" },
    ...{ "retentionPolicy.enabled": "flag", "retentionPolicy.days": "number" },
  }),
  reads("azure-native:monitor:DiagnosticSetting", "setting", {
    ...{ resourceUri: "reference", "logs.*.category": "word", "logs.*.categoryGroup": "word" },
    "logs.*.enabled": "flag",
  }),
  reads("azure-native:network:NetworkInterface", "setting", {
    ...{ enableIPForwarding: "flag", "ipConfigurations.*.publicIPAddress": "reference" },
  }),
  reads("azure-native:keyvault:Key", "setting", {}),
];
