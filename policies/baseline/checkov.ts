/**
 * One of Checkov's checks for clusters, networks and links, and what we have for it. Its title is Checkov's own, as it stands in its
 * package (pypi.org/project/checkov, 2026-11-23).
 */
export interface CheckovCheck {
  id: string;
  title: string;
  /** Ours that asks for the same, or for more. */
  rule?: string;
  /** How ours differs, where it does. */
  note?: string;
  /** Why there is none. */
  whyNot?: string;
}

/** The version of Checkov that the titles are of. */
export const CHECKOV_VERSION = "3.3.30";

export const CHECKOV: CheckovCheck[] = [
  {
    id: "CKV_AWS_37",
    title: "Ensure Amazon EKS control plane logging is enabled for all log types",
    rule: "encryption-control-plane-logs",
    note: "asks for api, audit and authenticator; the other two tell nothing of who did what",
  },
  {
    id: "CKV_AWS_38",
    title: "Ensure Amazon EKS public endpoint not accessible to 0.0.0.0/0",
    rule: "exposure-api-endpoint-private",
  },
  {
    id: "CKV_AWS_39",
    title: "Ensure Amazon EKS public endpoint disabled",
    rule: "exposure-api-endpoint-private",
    note: "passes a public endpoint for named ranges",
  },
  {
    id: "CKV_AWS_58",
    title: "Ensure EKS Cluster has Secrets Encryption Enabled",
    rule: "encryption-secrets-at-rest",
  },
  {
    id: "CKV_AWS_100",
    title: "Ensure AWS EKS node group does not have implicit SSH access from 0.0.0.0/0",
    rule: "baseline-nodes-no-open-ssh",
  },
  {
    id: "CKV_AWS_123",
    title: "Ensure that VPC Endpoint Service is configured for Manual Acceptance",
    rule: "baseline-link-endpoint-acceptance",
  },
  {
    id: "CKV_AWS_130",
    title: "Ensure VPC subnets do not assign public IP by default",
    rule: "baseline-subnet-no-public-addresses",
  },
  {
    id: "CKV_AWS_148",
    title: "Ensure no default VPC is planned to be provisioned",
    rule: "baseline-network-not-default",
  },
  {
    id: "CKV_AWS_331",
    title: "Ensure Transit Gateways do not automatically accept VPC attachment requests",
    rule: "baseline-link-gateway-acceptance",
  },
  {
    id: "CKV_AWS_339",
    title: "Ensure EKS clusters run on a supported Kubernetes version",
    whyNot:
      "which versions AWS supports changes several times a year, and a list in a package is wrong by the next; EKS makes no cluster of a version that it no longer has",
  },
  { id: "CKV2_AWS_11", title: "Ensure VPC flow logging is enabled in all VPCs", rule: "exposure-flow-logs" },
  {
    id: "CKV2_AWS_12",
    title: "Ensure the default security group of every VPC restricts all traffic",
    rule: "baseline-network-default-group-shut",
  },
  {
    id: "CKV2_AWS_35",
    title: "AWS NAT Gateways should be utilized for the default route",
    rule: "baseline-link-nat-managed",
    note: "names a machine's interface, since Pulumi's provider takes no instance any more",
  },
  {
    id: "CKV2_AWS_44",
    title: "Ensure AWS route table with VPC peering does not contain routes overly permissive to all traffic",
    rule: "baseline-link-peering-route-narrow",
  },
  {
    id: "CKV_GCP_12",
    title: "Ensure Network Policy is enabled on Kubernetes Engine Clusters",
    rule: "baseline-cluster-network-policy",
    note: "passes a cluster whose own agent enforces network policies",
  },
  {
    id: "CKV_GCP_18",
    title: "Ensure GKE Control Plane is not public",
    rule: "exposure-api-endpoint-private",
  },
  {
    id: "CKV_GCP_20",
    title: "Ensure master authorized networks is set to enabled in GKE clusters",
    rule: "exposure-api-endpoint-private",
    note: "passes a private endpoint too",
  },
  {
    id: "CKV_GCP_23",
    title: "Ensure Kubernetes Cluster is created with Alias IP ranges enabled",
    rule: "baseline-cluster-vpc-native",
    note: "passes a cluster that says nothing, since VPC-native is the provider's default",
  },
  {
    id: "CKV_GCP_25",
    title: "Ensure Kubernetes Cluster is created with Private cluster enabled",
    rule: "exposure-no-public-nodes",
  },
  {
    id: "CKV_GCP_26",
    title: "Ensure that VPC Flow Logs is enabled for every subnet in a VPC Network",
    rule: "exposure-flow-logs",
  },
  {
    id: "CKV_GCP_61",
    title: "Enable VPC Flow Logs and Intranode Visibility",
    rule: "baseline-cluster-intranode-visibility",
    note: "is not asked of a cluster with an agent of its own, whose packets the setting does not show; flow logs are exposure-flow-logs",
  },
  {
    id: "CKV_GCP_64",
    title: "Ensure clusters are created with Private Nodes",
    rule: "exposure-no-public-nodes",
  },
  {
    id: "CKV_GCP_65",
    title: "Manage Kubernetes RBAC users with Google Groups for GKE",
    whyNot:
      "how people are grouped is a matter of a directory, which not everybody has, and not of the network or its clusters",
  },
  {
    id: "CKV_GCP_66",
    title: "Ensure use of Binary Authorization",
    whyNot: "which images may run is for rules of workloads; these are for what carries them",
  },
  {
    id: "CKV_GCP_68",
    title: "Ensure Secure Boot for Shielded GKE Nodes is Enabled",
    rule: "baseline-nodes-secure-boot",
  },
  {
    id: "CKV_GCP_69",
    title: "Ensure the GKE Metadata Server is Enabled",
    rule: "baseline-nodes-metadata-hidden",
  },
  {
    id: "CKV_GCP_70",
    title: "Ensure the GKE Release Channel is set",
    rule: "baseline-cluster-upgrades-chosen",
  },
  { id: "CKV_GCP_71", title: "Ensure Shielded GKE Nodes are Enabled", rule: "baseline-nodes-shielded" },
  {
    id: "CKV_GCP_72",
    title: "Ensure Integrity Monitoring for Shielded GKE Nodes is Enabled",
    rule: "baseline-nodes-integrity-monitored",
  },
  {
    id: "CKV_GCP_74",
    title: "Ensure that private_ip_google_access is enabled for Subnet",
    rule: "baseline-subnet-private-google-access",
  },
  {
    id: "CKV_GCP_76",
    title: "Ensure that Private google access is enabled for IPV6",
    rule: "baseline-subnet-private-google-access",
    note: "is asked of subnets that have IPv6",
  },
  {
    id: "CKV2_GCP_2",
    title: "Ensure legacy networks do not exist for a project",
    rule: "baseline-network-subnets-chosen",
    note: "both ask for a network that does not make subnets by itself; legacy networks cannot be made any more",
  },
  {
    id: "CKV2_GCP_18",
    title: "Ensure GCP network defines a firewall and does not use the default firewall",
    whyNot:
      "a network without a firewall rule lets nothing in; what rules let in is judged by exposure-no-world-ingress",
  },
  {
    id: "CKV_AZURE_4",
    title: "Ensure AKS logging to Azure Monitoring is Configured",
    rule: "encryption-control-plane-logs",
    note: "asks for the control plane's logs, by a diagnostic setting; the add-on that Checkov looks for sends those of pods",
  },
  { id: "CKV_AZURE_5", title: "Ensure RBAC is enabled on AKS clusters", rule: "baseline-cluster-rbac" },
  {
    id: "CKV_AZURE_6",
    title: "Ensure AKS has an API Server Authorized IP Ranges enabled",
    rule: "exposure-api-endpoint-private",
    note: "passes a private endpoint too",
  },
  {
    id: "CKV_AZURE_7",
    title: "Ensure AKS cluster has Network Policy configured",
    rule: "baseline-cluster-network-policy",
    note: "passes a cluster whose own agent enforces network policies",
  },
  {
    id: "CKV_AZURE_8",
    title: "Ensure Kubernetes Dashboard is disabled",
    rule: "baseline-cluster-no-open-addons",
  },
  {
    id: "CKV_AZURE_12",
    title: "Ensure that Network Security Group Flow Log retention period is 'greater than 90 days'",
    rule: "baseline-network-flow-logs-kept",
    note: "passes a log without a retention policy, which is kept for ever",
  },
  {
    id: "CKV_AZURE_115",
    title: "Ensure that AKS enables private clusters",
    rule: "exposure-api-endpoint-private",
    note: "passes a public endpoint for named ranges",
  },
  {
    id: "CKV_AZURE_116",
    title: "Ensure that AKS uses Azure Policies Add-on",
    whyNot: "which pods are admitted is for rules of workloads; these are for what carries them",
  },
  {
    id: "CKV_AZURE_117",
    title: "Ensure that AKS uses disk encryption set",
    rule: "baseline-nodes-disks-own-key",
  },
  {
    id: "CKV_AZURE_118",
    title: "Ensure that Network Interfaces disable IP forwarding",
    rule: "baseline-interface-no-forwarding",
  },
  {
    id: "CKV_AZURE_119",
    title: "Ensure that Network Interfaces don't use public IPs",
    rule: "baseline-interface-no-public-address",
  },
  {
    id: "CKV_AZURE_141",
    title: "Ensure AKS local admin account is disabled",
    rule: "baseline-cluster-no-local-accounts",
  },
  {
    id: "CKV_AZURE_143",
    title: "Ensure AKS cluster nodes do not have public IP addresses",
    rule: "exposure-no-public-nodes",
  },
  {
    id: "CKV_AZURE_168",
    title: "Ensure Azure Kubernetes Cluster (AKS) nodes should use a minimum number of 50 pods.",
    whyNot:
      "how many pods a node takes is a question of the pod range's size, which the address rules judge, and fewer are no fault",
  },
  {
    id: "CKV_AZURE_169",
    title: "Ensure Azure Kubernetes Cluster (AKS) nodes use scale sets",
    rule: "baseline-nodes-scale-sets",
  },
  {
    id: "CKV_AZURE_170",
    title: "Ensure that AKS use the Paid Sku for its SLA",
    rule: "baseline-cluster-sla",
  },
  {
    id: "CKV_AZURE_171",
    title: "Ensure AKS cluster upgrade channel is chosen",
    rule: "baseline-cluster-upgrades-chosen",
    note: "passes a cluster that upgrades its nodes' system alone, since its Kubernetes version may be for the program to raise",
  },
  {
    id: "CKV_AZURE_172",
    title: "Ensure autorotation of Secrets Store CSI Driver secrets for AKS clusters",
    rule: "baseline-cluster-store-secrets-rotated",
    note: "is asked of clusters that have the driver",
  },
  {
    id: "CKV_AZURE_182",
    title: "Ensure that VNET has at least 2 connected DNS Endpoints",
    rule: "baseline-network-dns-redundant",
  },
  {
    id: "CKV_AZURE_183",
    title: "Ensure that VNET uses local DNS addresses",
    rule: "baseline-network-dns-local",
  },
  {
    id: "CKV_AZURE_226",
    title: "Ensure ephemeral disks are used for OS disks",
    whyNot:
      "it is a matter of speed and price, and not every size of node has room for one; managed disks are encrypted too",
  },
  {
    id: "CKV_AZURE_227",
    title:
      "Ensure that the AKS cluster encrypt temp disks, caches, and data flows between Compute and Storage resources",
    rule: "baseline-nodes-host-encryption",
  },
  {
    id: "CKV_AZURE_232",
    title: "Ensure that only critical system pods run on system nodes",
    rule: "baseline-nodes-system-apart",
    note: "is asked of clusters that have another pool too",
  },
  {
    id: "CKV_AZURE_246",
    title: "Ensure Azure AKS cluster HTTP application routing is disabled",
    rule: "baseline-cluster-no-open-addons",
  },
  {
    id: "CKV2_AZURE_29",
    title: "Ensure AKS cluster has Azure CNI networking enabled",
    whyNot:
      "which network plugin a cluster has is its owner's choice; what an agent must do is judged by the rules agent-* and encryption-agent-*",
  },
  {
    id: "CKV2_AZURE_31",
    title: "Ensure VNET subnet is configured with a Network Security Group (NSG)",
    rule: "baseline-subnet-firewall",
  },
];
