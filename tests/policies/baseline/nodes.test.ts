import { UNKNOWN } from "../../../network/model/resource";
import { AKS, EKS_NODES, GKE, GKE_NODES, type Single } from "../single";
import { describeBaseline } from "./table";

type Parts = Record<string, Single>;
const eks = (remoteAccess?: unknown): Parts => ({ one: { type: EKS_NODES, props: { remoteAccess } } });
const pool = (nodeConfig?: unknown): Parts => ({ one: { type: GKE_NODES, props: { nodeConfig } } });
const cluster = (props: object): Parts => ({ one: { type: GKE, props: { ...props } } });
const aks = (...agentPoolProfiles: unknown[]): Parts => ({
  one: { type: AKS, props: { agentPoolProfiles } },
});
const agents = (props: object = {}): Single => ({
  type: "azure-native:containerservice:AgentPool",
  props: { ...props },
});
const shielded = (config: object) => pool({ shieldedInstanceConfig: config });
const TAINTS = ["CriticalAddonsOnly=true:NoSchedule"];
const system = (props: object = {}) => ({ name: "system", mode: "System", ...props });
const user = { name: "user", mode: "User" };

describeBaseline("baseline of nodes", [
  {
    rule: "baseline-nodes-no-open-ssh",
    passes: [eks(), eks({ ec2SshKey: "ops", sourceSecurityGroupIds: [UNKNOWN] })],
    names: [eks({ ec2SshKey: "ops" }), eks({ ec2SshKey: "ops", sourceSecurityGroupIds: [] })],
    unknown: [
      eks(UNKNOWN),
      eks({ ec2SshKey: UNKNOWN }),
      eks({ ec2SshKey: "ops", sourceSecurityGroupIds: UNKNOWN }),
    ],
  },
  {
    rule: "baseline-nodes-metadata-hidden",
    passes: [
      pool({ workloadMetadataConfig: { mode: "GKE_METADATA" } }),
      cluster({ removeDefaultNodePool: true }),
    ],
    names: [pool(), pool({ workloadMetadataConfig: { mode: "GCE_METADATA" } }), cluster({})],
    unknown: [pool(UNKNOWN)],
  },
  {
    rule: "baseline-nodes-secure-boot",
    passes: [shielded({ enableSecureBoot: true }), cluster({ enableAutopilot: true })],
    names: [pool(), shielded({ enableSecureBoot: false }), cluster({})],
    unknown: [pool(UNKNOWN)],
  },
  {
    rule: "baseline-nodes-shielded",
    passes: [cluster({}), cluster({ enableShieldedNodes: true })],
    names: [cluster({ enableShieldedNodes: false })],
    unknown: [cluster({ enableShieldedNodes: UNKNOWN })],
  },
  {
    rule: "baseline-nodes-integrity-monitored",
    passes: [pool(), shielded({ enableIntegrityMonitoring: true })],
    names: [shielded({ enableIntegrityMonitoring: false })],
    unknown: [pool(UNKNOWN)],
  },
  {
    rule: "baseline-nodes-disks-own-key",
    passes: [
      pool({ bootDiskKmsKey: "projects/p/locations/l/keyRings/r/cryptoKeys/k" }),
      { one: { type: AKS, props: { diskEncryptionSetID: "/subscriptions/s" } } },
    ],
    names: [pool(), aks()],
    unknown: [
      pool({ bootDiskKmsKey: UNKNOWN }),
      { one: { type: AKS, props: { diskEncryptionSetID: UNKNOWN } } },
    ],
  },
  {
    rule: "baseline-nodes-host-encryption",
    passes: [aks({ enableEncryptionAtHost: true }), { one: agents({ enableEncryptionAtHost: true }) }],
    names: [
      aks({ enableEncryptionAtHost: true }, {}),
      { one: agents() },
      { one: agents({ enableEncryptionAtHost: UNKNOWN }) },
    ],
    unknown: [
      aks({ enableEncryptionAtHost: UNKNOWN }),
      { one: { type: AKS, props: { agentPoolProfiles: UNKNOWN } } },
      {
        one: { ...agents({ enableEncryptionAtHost: UNKNOWN }), refs: { enableEncryptionAtHost: "flag" } },
        flag: { type: "random:index/randomInteger:RandomInteger" },
      },
    ],
  },
  {
    rule: "baseline-nodes-scale-sets",
    passes: [aks({}), aks({ type: "VirtualMachineScaleSets" })],
    names: [aks({ type: "AvailabilitySet" }), { one: agents({ type: "AvailabilitySet" }) }],
    unknown: [aks({ type: UNKNOWN })],
  },
  {
    rule: "baseline-nodes-system-apart",
    passes: [aks(system()), aks(system({ nodeTaints: TAINTS }), user)],
    names: [
      aks(system(), user),
      {
        ...aks(system()),
        more: { ...agents({ mode: "User", resourceName: UNKNOWN }), refs: { resourceName: "one" } },
      },
    ],
    unknown: [aks(system({ nodeTaints: UNKNOWN }), user)],
  },
]);
