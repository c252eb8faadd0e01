import type { KeyStore } from "./shape";
import { quoted } from "./shell";

/**
 * Prints the key of the role that is its argument, from the cloud's secret store by the host's own identity. Access tokens go to curl by
 * its standard input: arguments of a process are for every user to see.
 */
export function keyScript(store: KeyStore): string {
  return [
    "#!/bin/bash",
    "# Prints the key of a role, worker or manager, from the cloud's secret store.",
    "set -euo pipefail",
    'case "$1" in',
    `worker) secret=${quoted(store.keys.worker)} ;;`,
    ...(store.keys.manager === undefined ? [] : [`manager) secret=${quoted(store.keys.manager)} ;;`]),
    '*) echo "no key for $1 on this host" >&2; exit 1 ;;',
    "esac",
    ...reading(store),
    "",
  ].join("\n");
}

/** Debian packages that the script needs. */
export function keyPackages({ cloud }: KeyStore): string[] {
  return cloud === "aws" ? ["awscli"] : ["curl", "jq"];
}

function reading(store: KeyStore): string[] {
  switch (store.cloud) {
    case "aws":
      return [
        `aws secretsmanager get-secret-value --region ${quoted(store.region)} --secret-id "$secret" --query SecretString --output text`,
      ];
    case "gcp":
      // "Verify the identity of a VM" and Secret Manager's REST reference, cloud.google.com, 2026.
      return [
        "metadata='http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token'",
        "token=$(curl -fsS -H 'Metadata-Flavor: Google' \"$metadata\" | jq -er .access_token)",
        `url="https://secretmanager.googleapis.com/v1/projects/"${quoted(store.project)}"/secrets/$secret/versions/latest:access"`,
        AUTHORIZED,
        "  curl -fsS --config - \"$url\" | jq -er '.payload.data' | base64 -d",
      ];
    case "azure":
      // "How to use managed identities on an Azure VM to acquire an access token" and Key Vault's REST reference 7.4, Microsoft, 2026.
      return [
        `metadata='http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net&client_id='${quoted(store.clientId)}`,
        "token=$(curl -fsS --noproxy '*' -H 'Metadata: true' \"$metadata\" | jq -er .access_token)",
        `url="https://"${quoted(store.vault)}".vault.azure.net/secrets/$secret?api-version=7.4"`,
        AUTHORIZED,
        "  curl -fsS --config - \"$url\" | jq -er '.value'",
      ];
  }
}

const AUTHORIZED = 'printf \'header = "Authorization: Bearer %s"\\n\' "$token" |';
