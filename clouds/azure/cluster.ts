import { RoleAssignment } from "@pulumi/azure-native/authorization";
import {
  listManagedClusterUserCredentialsOutput,
  ManagedCluster,
} from "@pulumi/azure-native/containerservice";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import { serviceAddress } from "../../network/address/service-address";
import type { MemberPlan } from "../../network/plan/shape";
import { makeLogs } from "./logs";
import { type AzureMember, builtInRole, placed } from "./member";
import type { AzureNetwork } from "./network";
import { makeSecretsKey, type SecretsKey } from "./secrets";

/** "Network Contributor" (Azure built-in roles, networking). */
const NETWORK_CONTRIBUTOR = "4d97b98b-1d4f-4787-a291-c67834d212e7";

/** Half of what AKS takes with one's own network plugin (250), and what fits the /24 that Cilium hands a node. */
const PODS_PER_NODE = 110;

export interface AzureCluster {
  cluster: ManagedCluster;
  /** Secret: it holds a client certificate. */
  kubeconfig: pulumi.Output<string>;
  /** URL of the API server. */
  endpoint: pulumi.Output<string>;
}

/** An AKS cluster without a network plugin: its nodes become ready when the agent runs. */
export function makeCluster(member: AzureMember, network: AzureNetwork): AzureCluster {
  const { plan, parent } = member;
  const { identity, grant } = makeIdentity(member, network);
  const secrets = makeSecretsKey(member, identity);
  const cluster = new ManagedCluster(
    plan.name,
    {
      ...placed(member),
      kubernetesVersion: plan.kubernetes,
      dnsPrefix: plan.name,
      sku: { name: "Base", tier: "Standard" },
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
      enableRBAC: true,
      apiServerAccessProfile: apiAccess(plan, network),
      networkProfile: networkProfile(plan),
      agentPoolProfiles: [nodePool(plan, network)],
      oidcIssuerProfile: { enabled: true },
      securityProfile: securityProfile(secrets),
      // Security fixes of the nodes' system; the Kubernetes version is for the plan to raise.
      autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" },
    },
    { parent, dependsOn: [grant, secrets.grant] },
  );
  makeLogs(member, cluster);
  return {
    cluster,
    kubeconfig: kubeconfigOf(member, cluster),
    endpoint: pulumi.interpolate`https://${plan.api.access.length === 0 ? cluster.privateFQDN : cluster.fqdn}`,
  };
}

/** What the control plane acts as: it may attach nodes and load balancers to their subnet, and nothing else of the network. */
function makeIdentity(
  member: AzureMember,
  network: AzureNetwork,
): { identity: UserAssignedIdentity; grant: RoleAssignment } {
  const { plan, parent } = member;
  const identity = new UserAssignedIdentity(`${plan.name}-identity`, placed(member), { parent });
  const grant = new RoleAssignment(
    `${plan.name}-network-grant`,
    {
      scope: network.nodes.id,
      principalId: identity.principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: builtInRole(member, NETWORK_CONTRIBUTOR),
    },
    { parent },
  );
  return { identity, grant };
}

/** Private, unless someone outside was let in: then public for those, and for the nodes, which come from the NAT's address. */
function apiAccess({ api }: MemberPlan, { egress }: AzureNetwork) {
  if (api.access.length === 0) {
    return { enablePrivateCluster: true, enablePrivateClusterPublicFQDN: false, privateDNSZone: "system" };
  }
  const own = egress.ipAddress.apply((address) => `${address}/32`);
  return { enablePrivateCluster: false, authorizedIPRanges: [...api.access, own] };
}

function networkProfile({ ranges }: MemberPlan) {
  return {
    networkPlugin: "none",
    podCidr: ranges.pods,
    serviceCidr: ranges.services,
    dnsServiceIP: serviceAddress(ranges.services, "clusterDns"),
    outboundType: "userAssignedNATGateway",
    loadBalancerSku: "standard",
  };
}

/**
 * One system pool over all zones. It has no taint against pods that come before the agent: system pools refuse custom ones,
 * and nodes without a network plugin are not ready, so nothing comes.
 */
function nodePool({ nodes, zones, kubernetes, tags }: MemberPlan, network: AzureNetwork) {
  return {
    name: "nodes",
    mode: "System",
    type: "VirtualMachineScaleSets",
    vmSize: nodes.type,
    orchestratorVersion: kubernetes,
    availabilityZones: zones,
    enableAutoScaling: true,
    count: nodes.min,
    minCount: nodes.min,
    maxCount: nodes.max,
    maxPods: PODS_PER_NODE,
    enableNodePublicIP: false,
    osType: "Linux",
    vnetSubnetID: network.nodes.id,
    tags,
  };
}

/** The key's version is part of its name here: a rotated key takes effect by an update of the cluster. */
function securityProfile({ key }: SecretsKey) {
  return {
    workloadIdentity: { enabled: true },
    azureKeyVaultKms: { enabled: true, keyId: key.keyUriWithVersion, keyVaultNetworkAccess: "Public" },
  };
}

/**
 * With a client certificate, so that installing the agent needs no program beside Pulumi. Who may fetch it is for Azure's
 * role assignments to say (`listClusterUserCredential`).
 */
function kubeconfigOf({ group, parent }: AzureMember, cluster: ManagedCluster): pulumi.Output<string> {
  const credentials = listManagedClusterUserCredentialsOutput(
    { resourceGroupName: group.name, resourceName: cluster.name },
    { parent },
  );
  return pulumi.secret(
    credentials.apply(({ kubeconfigs }) =>
      Buffer.from(kubeconfigs[0]?.value ?? "", "base64").toString("utf8"),
    ),
  );
}
