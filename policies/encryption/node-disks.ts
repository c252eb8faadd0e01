import { settingsHold } from "../../network/judge/settings-hold";
import type { Rule } from "../rule";

const rule = "encryption-node-disks";

export const nodeDisksRule: Rule = {
  name: rule,
  title: "Disks of nodes are encrypted",
  description:
    "Every disk of a managed node group is encrypted, by its launch template or by the account's default.",
  why: "Disks hold images, logs, Secrets that were mounted and what pods wrote. A snapshot or a volume that is left behind gives all of it away. Google Cloud and Azure encrypt always; AWS where it is told.",
  fix: "Give the node group a launch template whose `blockDeviceMappings` have `ebs.encrypted`, or encrypt all disks of the account with `aws.ebs.EncryptionByDefault`.",
  needs: "The launch template of each node group, and the account's default where the stack sets it.",
  limits:
    "A default of the account that another stack sets is not seen. Disks of self-managed nodes (auto-scaling groups) are not judged. Temporary disks of AKS: baseline-nodes-host-encryption.",
  severity: "medium",
  level: "advisory",
  alone: false,
  frameworks: [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-28" }],
  judge: (network) =>
    settingsHold(network, {
      rule,
      settings: ["node-disks-encrypted"],
      why: "a volume or a snapshot that is left behind gives away what pods and mounted Secrets wrote there",
      question: "whether the nodes' disks are encrypted",
    }),
};
