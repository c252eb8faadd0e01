import { guid } from "../digest";
import { objectAt, type Properties, text } from "../properties";
import type { TypeDescriptor, Use } from "../type-descriptor";
import { GROUP, placed, subscriptionOf, tenantOf } from "./identity";
import { SUBNET } from "./network";

const VAULT = "azure-native:keyvault:Vault";
const IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";

const VAULT_BY_NAME: Use = { types: [VAULT], by: "name", within: ["resourceGroupName"], bond: "owned" };

/**
 * Keys, identities and who may do what. Immutable beside the parts of the id: pulumi-azure-native,
 * `provider/pkg/gen/replacement.go`, forceNewMap (1b7112a).
 */
export const ACCESS_TYPES: Record<string, TypeDescriptor> = {
  [IDENTITY]: placed({
    kind: "Microsoft.ManagedIdentity/userAssignedIdentities",
    name: "resourceName",
    longest: 128,
    computed: (made) => ({
      principalId: guid(made.digest("principal")),
      clientId: guid(made.digest("client")),
      tenantId: tenantOf(made.provider),
    }),
  }),
  "azure-native:authorization:RoleAssignment": {
    autoname: { property: "roleAssignmentName", style: "uuid" },
    id: ({ inputs }) =>
      `${text(inputs, "scope")}/providers/Microsoft.Authorization/roleAssignments/${text(inputs, "roleAssignmentName")}`,
    withheld: ["roleAssignmentName"],
    immutable: ["roleAssignmentName", "principalId", "scope"],
    // Only a condition and a description change in place (RoleAssignmentUpdateNotPermitted).
    fixed: ["roleDefinitionId", "principalType"],
    uses: {
      scope: { types: [VAULT, ...SUBNET.types], bond: "owned" },
      principalId: { types: [IDENTITY], by: "principalId", bond: "loose" },
    },
    refuses: (inputs, others) => {
      const other = others.find((one) =>
        ["scope", "principalId", "roleDefinitionId"].every(
          (path) => text(one.inputs, path) === text(inputs, path),
        ),
      );
      return (
        other && `Code="RoleAssignmentExists" Message="The role assignment already exists (${other.id})."`
      );
    },
    computed: ({ inputs }) => ({
      name: text(inputs, "roleAssignmentName"),
      type: "Microsoft.Authorization/roleAssignments",
      azureApiVersion: "2022-04-01",
    }),
  },
  [VAULT]: placed({
    kind: "Microsoft.KeyVault/vaults",
    name: "vaultName",
    longest: 24,
    // A deleted vault keeps its name, unique in the world, until it is purged ("Soft-delete overview", Key Vault, 2026).
    unique: [({ vaultName }) => `vault ${vaultName}`],
    staysTaken: true,
    computed: ({ inputs }) => ({
      properties: {
        ...objectAt(inputs, "properties"),
        provisioningState: "Succeeded",
        vaultUri: vaultUri(inputs),
      },
    }),
    follows: ["properties"],
  }),
  "azure-native:keyvault:Key": {
    autoname: { property: "keyName", longest: 127, style: "copy" },
    id: (making) =>
      `/subscriptions/${subscriptionOf(making.provider)}/resourceGroups/${text(making.inputs, "resourceGroupName")}/providers/Microsoft.KeyVault/vaults/${text(making.inputs, "vaultName")}/keys/${text(making.inputs, "keyName")}`,
    withheld: ["resourceGroupName", "vaultName", "keyName", "properties"],
    immutable: [
      "resourceGroupName",
      "vaultName",
      "keyName",
      "properties.kty",
      "properties.keySize",
      "properties.curveName",
    ],
    uses: { resourceGroupName: GROUP, vaultName: VAULT_BY_NAME },
    computed: (made) => {
      const keyUri = `${vaultUri(made.inputs)}keys/${text(made.inputs, "keyName")}`;
      return {
        ...objectAt(made.inputs, "properties"),
        name: text(made.inputs, "keyName"),
        type: "Microsoft.KeyVault/vaults/keys",
        azureApiVersion: "2024-11-01",
        attributes: { enabled: true, exportable: false },
        keyUri,
        keyUriWithVersion: `${keyUri}/${made.digest("version").slice(0, 32)}`,
      };
    },
  },
};

function vaultUri(inputs: Properties): string {
  return `https://${text(inputs, "vaultName")}.vault.azure.net/`;
}
