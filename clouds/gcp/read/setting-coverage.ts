import { type PropertyRows, type ReadType, reads, usedFor } from "../../../network/model/coverage";
import { TYPES } from "./types";

/** What is asked of the nodes of a cluster's own pool, and of every other. */
const NODES = usedFor("setting", {
  "nodeConfig.shieldedInstanceConfig.enableSecureBoot": "flag",
  "nodeConfig.shieldedInstanceConfig.enableIntegrityMonitoring": "flag",
  "nodeConfig.workloadMetadataConfig.mode": "word",
  "nodeConfig.bootDiskKmsKey": "reference",
  "nodeConfig.bootDisk.kmsKey": "reference",
});

/** What settings are read from, of types that other facts are read from too. */
export const SETTINGS = {
  subnet: usedFor("setting", {
    ...{ logConfig: "word", privateIpGoogleAccess: "flag", privateIpv6GoogleAccess: "word" },
  }),
  cluster: {
    ...usedFor("setting", {
      "databaseEncryption.state": "word",
      loggingService: "word",
      "loggingConfig.enableComponents": "words",
      "privateClusterConfig.enablePrivateNodes": "flag",
      "networkPolicy.enabled": "flag",
      datapathProvider: "word",
      enableAutopilot: "flag",
      networkingMode: "word",
      enableIntranodeVisibility: "flag",
      "releaseChannel.channel": "word",
      enableShieldedNodes: "flag",
    }),
    ...NODES,
  },
  nodePool: { ...usedFor("setting", { "networkConfig.enablePrivateNodes": "flag" }), ...NODES },
} as const satisfies Record<string, PropertyRows>;

/** Types that nothing but settings is read from. */
export const SETTING_TYPES: ReadType[] = [
  reads(TYPES.flowLogs, "setting", { subnet: "reference", network: "reference" }),
];
