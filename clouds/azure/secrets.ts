import { RoleAssignment } from "@pulumi/azure-native/authorization";
import { Key, Vault } from "@pulumi/azure-native/keyvault";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { type AzureMember, builtInRole, placed } from "./member";
import { shortened } from "./names";

/** Longest name of a vault (Azure resource name rules, Microsoft.KeyVault), less the eight characters of automatic naming. */
const LONGEST_VAULT = 24 - 8;

/** "Key Vault Crypto User" (Azure built-in roles, security). */
const CRYPTO_USER = "12338af0-0e69-4776-bea7-57ae8d297424";

/** The key that Kubernetes' secrets are encrypted with, and the right to use it: wait for it before making the cluster. */
export interface SecretsKey {
  key: Key;
  grant: RoleAssignment;
}

/**
 * A key vault of the cluster's own. Its firewall is open, since AKS reaches a closed vault only by API server VNet
 * integration (AKS "KMS etcd encryption", 2025); who may use the key is for the role assignment to say. A deleted vault can
 * be restored for 90 days and cannot be purged earlier: without its key, etcd's secrets are lost.
 */
export function makeSecretsKey(member: AzureMember, identity: UserAssignedIdentity): SecretsKey {
  const { plan, parent, group } = member;
  const vault = new Vault(
    shortened(`kv-${plan.name}`.replace(/-+/g, "-"), LONGEST_VAULT),
    {
      ...placed(member),
      properties: {
        tenantId: identity.tenantId,
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        enablePurgeProtection: true,
        softDeleteRetentionInDays: 90,
        publicNetworkAccess: "Enabled",
      },
    },
    { parent },
  );
  const key = new Key(
    `${plan.name}-secrets`,
    {
      resourceGroupName: group.name,
      vaultName: vault.name,
      properties: { kty: "RSA", keySize: 3072, keyOps: ["encrypt", "decrypt", "wrapKey", "unwrapKey"] },
      tags: plan.tags,
    },
    { parent },
  );
  const grant = new RoleAssignment(
    `${plan.name}-secrets-grant`,
    {
      scope: vault.id,
      principalId: identity.principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: builtInRole(member, CRYPTO_USER),
    },
    { parent },
  );
  return { key, grant };
}
