import type { ImportId } from "../lost-create";

const GROUP = "/subscriptions/{@subscription}/resourceGroups/{resourceGroupName}";
const NETWORK = `${GROUP}/providers/Microsoft.Network`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/{vaultName}`;

/** Resource Manager's ids (azure-rest-api-specs, the paths of each type, 2026). Names are in the checked inputs. */
export const AZURE_IMPORT_IDS: Record<string, ImportId> = {
  "azure-native:authorization:RoleAssignment": {
    id: "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
  },
  "azure-native:containerservice:ManagedCluster": {
    id: `${GROUP}/providers/Microsoft.ContainerService/managedClusters/{resourceName}`,
  },
  "azure-native:keyvault:Key": { id: `${VAULT}/keys/{keyName}` },
  "azure-native:keyvault:Vault": { id: VAULT },
  "azure-native:managedidentity:UserAssignedIdentity": {
    id: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}`,
  },
  "azure-native:monitor:DiagnosticSetting": {
    id: "/{resourceUri}/providers/microsoft.insights/diagnosticSettings/{name}",
  },
  "azure-native:network:LocalNetworkGateway": {
    id: `${NETWORK}/localNetworkGateways/{localNetworkGatewayName}`,
  },
  "azure-native:network:NatGateway": { id: `${NETWORK}/natGateways/{natGatewayName}` },
  "azure-native:network:NetworkSecurityGroup": {
    id: `${NETWORK}/networkSecurityGroups/{networkSecurityGroupName}`,
  },
  "azure-native:network:PublicIPAddress": { id: `${NETWORK}/publicIPAddresses/{publicIpAddressName}` },
  "azure-native:network:SecurityRule": {
    id: `${NETWORK}/networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}`,
  },
  "azure-native:network:Subnet": {
    id: `${NETWORK}/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}`,
  },
  "azure-native:network:VirtualNetwork": { id: `${NETWORK}/virtualNetworks/{virtualNetworkName}` },
  "azure-native:network:VirtualNetworkPeering": {
    id: `${NETWORK}/virtualNetworks/{virtualNetworkName}/virtualNetworkPeerings/{virtualNetworkPeeringName}`,
  },
  "azure-native:network:VirtualNetworkGateway": {
    id: `${NETWORK}/virtualNetworkGateways/{virtualNetworkGatewayName}`,
  },
  "azure-native:network:VirtualNetworkGatewayConnection": {
    id: `${NETWORK}/connections/{virtualNetworkGatewayConnectionName}`,
  },
  "azure-native:operationalinsights:Workspace": {
    id: `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}`,
  },
  "azure-native:resources:ResourceGroup": { id: GROUP },
};
