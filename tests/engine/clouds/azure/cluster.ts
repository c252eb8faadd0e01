import { guid } from "../digest";
import { isObject, objectAt, type Properties, text, valuesAt } from "../properties";
import type { Made, TypeDescriptor } from "../type-descriptor";
import { placed, tenantOf } from "./identity";
import { SUBNET } from "./network";

const CLUSTER = "azure-native:containerservice:ManagedCluster";

/** Immutable beside the parts of the id: pulumi-azure-native, `provider/pkg/gen/replacement.go`, forceNewMap (1b7112a). */
export const CLUSTER_TYPES: Record<string, TypeDescriptor> = {
  [CLUSTER]: placed({
    kind: "Microsoft.ContainerService/managedClusters",
    name: "resourceName",
    longest: 63,
    immutable: [
      "diskEncryptionSetID",
      "dnsPrefix",
      "fqdnSubdomain",
      "linuxProfile",
      "nodeResourceGroup",
      "windowsProfile",
      ...[
        "dnsServiceIP",
        "networkDataplane",
        "networkMode",
        "networkPlugin",
        "networkPluginMode",
        "networkPolicy",
      ].map(inNetwork),
      ...["outboundType", "podCidr", "serviceCidr", "serviceCidrs"].map(inNetwork),
    ],
    // PropertyChangeNotAllowed, in the API versions of azure-native 3 (Azure/bicep-registry-modules#7130, 2026-06).
    fixed: [
      "agentPoolProfiles[*].vmSize",
      "agentPoolProfiles[*].vnetSubnetID",
      "agentPoolProfiles[*].podSubnetID",
      "agentPoolProfiles[*].osType",
      "agentPoolProfiles[*].maxPods",
    ],
    uses: {
      "identity.userAssignedIdentities[*]": {
        types: ["azure-native:managedidentity:UserAssignedIdentity"],
        bond: "loose",
      },
      "agentPoolProfiles[*].vnetSubnetID": SUBNET,
      "agentPoolProfiles[*].podSubnetID": SUBNET,
      "securityProfile.azureKeyVaultKms.keyId": {
        types: ["azure-native:keyvault:Key"],
        by: "keyUriWithVersion",
        bond: "loose",
      },
    },
    serves: ({ outputs }) => apiServer(outputs),
    computed: (made) => ({
      ...names(made),
      oidcIssuerProfile: { ...objectAt(made.inputs, "oidcIssuerProfile"), issuerURL: issuer(made) },
      agentPoolProfiles: pools(made),
      nodeResourceGroup: `MC_${text(made.inputs, "resourceGroupName")}_${text(made.inputs, "resourceName")}_${text(made.inputs, "location")}`,
      currentKubernetesVersion: `${text(made.inputs, "kubernetesVersion")}.1`,
      identityProfile: {
        kubeletidentity: {
          clientId: guid(made.digest("kubelet")),
          objectId: guid(made.digest("kubelet object")),
        },
      },
      maxAgentPools: 100,
      powerState: { code: "Running" },
      resourceUID: made.digest("uid").slice(0, 24),
      disableLocalAccounts: false,
      supportPlan: "KubernetesOfficial",
    }),
    follows: ["oidcIssuerProfile", "agentPoolProfiles", "currentKubernetesVersion"],
  }),
  "azure-native:operationalinsights:Workspace": placed({
    kind: "Microsoft.OperationalInsights/workspaces",
    name: "workspaceName",
    longest: 63,
    computed: (made) => ({
      customerId: guid(made.digest("customer")),
      createdDate: "2026-01-01T00:00:00Z",
      modifiedDate: "2026-01-01T00:00:00Z",
      publicNetworkAccessForIngestion: "Enabled",
      publicNetworkAccessForQuery: "Enabled",
      workspaceCapping: {
        dailyQuotaGb: -1,
        quotaNextResetTime: "2026-01-02T00:00:00Z",
        dataIngestionStatus: "RespectQuota",
      },
    }),
  }),
  "azure-native:monitor:DiagnosticSetting": {
    autoname: { property: "name", longest: 260 },
    id: ({ inputs }) =>
      `${text(inputs, "resourceUri")}/providers/microsoft.insights/diagnosticSettings/${text(inputs, "name")}`,
    withheld: ["resourceUri"],
    immutable: ["name", "resourceUri"],
    uses: {
      resourceUri: { types: [CLUSTER], bond: "owned" },
      workspaceId: { types: ["azure-native:operationalinsights:Workspace"], bond: "loose" },
    },
    computed: () => ({
      type: "Microsoft.Insights/diagnosticSettings",
      azureApiVersion: "2021-05-01-preview",
    }),
  },
};

function inNetwork(property: string): string {
  return `networkProfile.${property}`;
}

/** Of the API server; a private cluster has a private name only, unless a public one is asked for. */
function names(made: Made): Properties {
  const { inputs } = made;
  const label = `${text(inputs, "dnsPrefix")}-${made.digest("dns").slice(0, 8)}`;
  const region = text(inputs, "location");
  const [isPrivate] = valuesAt(inputs, "apiServerAccessProfile.enablePrivateCluster");
  return isPrivate === true
    ? { privateFQDN: `${label}.${guid(made.digest("zone"))}.privatelink.${region}.azmk8s.io` }
    : { fqdn: `${label}.hcp.${region}.azmk8s.io` };
}

/** URL of a cluster's API server. */
export function apiServer(outputs: Properties): string {
  return `https://${text(outputs, "privateFQDN") || text(outputs, "fqdn")}:443`;
}

function issuer(made: Made): string {
  return `https://${text(made.inputs, "location")}.oic.prod-aks.azure.com/${tenantOf(made.provider)}/${guid(made.digest("issuer"))}/`;
}

function pools(made: Made): Properties[] {
  return valuesAt(made.inputs, "agentPoolProfiles[*]")
    .filter(isObject)
    .map((pool) => ({
      ...pool,
      currentOrchestratorVersion: `${text(pool, "orchestratorVersion")}.1`,
      nodeImageVersion: "AKSUbuntu-2204gen2containerd-202601.01.0",
      provisioningState: "Succeeded",
      powerState: { code: "Running" },
    }));
}
