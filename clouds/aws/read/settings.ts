import { list } from "../../../network/model/property";
import type { ResourceIndex } from "../../../network/model/resource-index";
import type { SettingFact } from "../../../network/model/setting";
import { holdsAll, type SettingCheck, settingFacts } from "../../setting-check";
import { BASELINE } from "./baseline";
import { flowsLogged } from "./flow-logs";
import { disksEncrypted, nodesPrivate } from "./node-settings";
import { TYPES } from "./types";

/** How clusters, nodes and networks of AWS are set. */
export function readSettings(resources: ResourceIndex): SettingFact[] {
  return settingFacts("aws", [...CHECKS, ...BASELINE], {
    ofType: (type) => resources.ofType(type),
    resources,
  });
}

/** What tells who did what: of the five kinds, `controllerManager` and `scheduler` tell why (Amazon EKS user guide, "Control plane logs", 2026-11-23). */
const AUDIT_LOGS = ["api", "audit", "authenticator"];

const CHECKS: SettingCheck<ResourceIndex>[] = [
  {
    setting: "secrets-encrypted",
    of: [TYPES.cluster],
    property: "encryptionConfig",
    found: "encrypts Kubernetes Secrets with no key of yours",
    remedy: 'set `encryptionConfig: { provider: { keyArn }, resources: ["secrets"] }` with a key of KMS',
    holds: ({ props }) => {
      const config = "encryptionConfig";
      const listed = list(props, config);
      // The schema has one; the wire form of older versions of the provider is a list of one.
      const path = Array.isArray(listed) && listed.length > 0 ? `${config}.0` : config;
      return holdsAll(props, `${path}.resources`, ["secrets"]);
    },
  },
  {
    setting: "control-plane-logged",
    of: [TYPES.cluster],
    property: "enabledClusterLogTypes",
    found: "keeps no complete log of who asked its API server for what",
    remedy: `set \`enabledClusterLogTypes\` to ${AUDIT_LOGS.join(", ")} at least`,
    holds: ({ props }) => holdsAll(props, "enabledClusterLogTypes", AUDIT_LOGS),
  },
  {
    setting: "node-disks-encrypted",
    of: [TYPES.nodeGroup],
    property: "launchTemplate",
    found: "runs nodes whose disks nothing encrypts",
    remedy:
      "give its launch template `blockDeviceMappings` with `ebs.encrypted`, or encrypt all of the account's disks with `aws.ebs.EncryptionByDefault`",
    holds: disksEncrypted,
  },
  {
    setting: "nodes-private",
    of: [TYPES.nodeGroup],
    property: "subnetIds",
    found: "gives its nodes public addresses, by a subnet or by its launch template",
    remedy: "place it in subnets without `mapPublicIpOnLaunch`, and let nodes out by a NAT gateway",
    holds: nodesPrivate,
  },
  {
    setting: "flows-logged",
    of: [TYPES.vpc],
    property: "flow logs",
    found: "has no flow log",
    remedy: "add an `aws.ec2.FlowLog` with its `vpcId`",
    holds: flowsLogged,
  },
];
