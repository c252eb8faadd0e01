import { settingsHold } from "../../network/judge/settings-hold";
import { cisGke } from "../cis";
import type { Rule } from "../rule";

const rule = "exposure-flow-logs";

export const flowLogsRule: Rule = {
  name: rule,
  title: "Networks log their flows",
  description: "Every VPC, subnet of Google Cloud and VNet has a flow log.",
  why: "Without it nobody can tell which addresses talked to which, neither after an incident nor before a firewall is made tighter. No cloud keeps one by default.",
  fix: "AWS: an `aws.ec2.FlowLog` for the VPC. Google Cloud: `logConfig` of the subnet. Azure: an `azure-native.network.FlowLog` for the VNet.",
  needs: "The flow logs among the resources, and what each is for.",
  limits: "A flow log that another stack makes is not seen: except the network, with its owner.",
  severity: "low",
  level: "advisory",
  alone: false,
  frameworks: [{ name: "NIST SP 800-53", version: "Rev. 5", control: "AU-12" }, ...cisGke("5.6.1")],
  checkov: ["CKV2_AWS_11", "CKV_GCP_26"],
  judge: (network) =>
    settingsHold(network, {
      rule,
      settings: ["flows-logged"],
      why: "nobody can tell afterwards which addresses talked to which",
      question: "whether its flows are logged",
    }),
};
