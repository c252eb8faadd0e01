import { settingsHold } from "../../network/judge/settings-hold";
import { cisAks, cisEks, cisGke } from "../cis";
import type { Rule } from "../rule";

const rule = "encryption-secrets-at-rest";

/** Defaults: docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html for EKS from 1.28 on, 2026-11-23. */
export const secretsAtRestRule: Rule = {
  name: rule,
  title: "Secrets are encrypted with a key of yours",
  description:
    "Every cluster encrypts Kubernetes Secrets with a key of the cloud's key service that you hold.",
  why:
    "Under the cloud's own key, whoever gets at a copy of etcd through the cloud's side reads every Secret, and nobody can see that or take the key away. EKS of version 1.28 and later, " +
    "GKE and AKS encrypt by themselves, but with a key that is not yours.",
  fix: 'EKS: `encryptionConfig` with `resources: ["secrets"]`. GKE: `databaseEncryption` with state `ENCRYPTED`. AKS: `securityProfile.azureKeyVaultKms`.',
  needs: "Each cluster's setting of the encryption of Secrets.",
  severity: "high",
  level: "advisory",
  alone: false,
  frameworks: [
    { name: "NIST SP 800-53", version: "Rev. 5", control: "SC-28" },
    ...cisEks("5.3.1"),
    ...cisGke("5.3.1"),
    ...cisAks("5.3.1"),
  ],
  checkov: ["CKV_AWS_58"],
  judge: (network) =>
    settingsHold(network, {
      rule,
      settings: ["secrets-encrypted"],
      why: "whoever gets at a copy of etcd reads every Secret in it, and no key of yours can be withdrawn from them",
      question: "whether Secrets are encrypted with a key of yours",
    }),
};
