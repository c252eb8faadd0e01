import { settingsHold } from "../../network/judge/settings-hold";
import { cisAks, cisEks, cisGke } from "../cis";
import type { Rule } from "../rule";

const rule = "encryption-control-plane-logs";

export const controlPlaneLogsRule: Rule = {
  name: rule,
  title: "Control planes keep a log",
  description:
    "Every cluster sends on the log of its API server, and where it is a log of its own, the audit log.",
  why: "Without it nobody can tell who read a Secret, or changed what decides on encryption, and when. No cloud sends it on by default.",
  fix:
    "EKS: `enabledClusterLogTypes` with api, audit and authenticator. GKE: `APISERVER` among `loggingConfig.enableComponents`. AKS: a `DiagnosticSetting` of the cluster with " +
    "kube-apiserver and kube-audit-admin.",
  needs: "Each cluster's logging; on Azure its diagnostic settings.",
  limits:
    "A diagnostic setting of Azure that another stack, or a policy of the subscription, makes is not seen.",
  severity: "medium",
  level: "advisory",
  alone: false,
  frameworks: [
    { name: "NIST SP 800-53", version: "Rev. 5", control: "AU-12" },
    ...cisEks("2.1.1"),
    ...cisGke("5.7.1"),
    ...cisAks("2.1.1"),
  ],
  checkov: ["CKV_AWS_37", "CKV_AZURE_4"],
  judge: (network) =>
    settingsHold(network, {
      rule,
      settings: ["control-plane-logged"],
      why: "after an incident nobody can tell who read or changed what, and when",
      question: "whether its API server's log is kept",
    }),
};
