import { objectAt, type Properties, text, valuesAt } from "../properties";
import type { Made, TypeDescriptor, Use } from "../type-descriptor";
import { labelled, locatedId, projectOf } from "./identity";
import { NETWORK, SUBNETWORK } from "./network";

const CLUSTER = "gcp:container/cluster:Cluster";
const ACCOUNT: Use = { types: ["gcp:serviceaccount/account:Account"], by: "email", bond: "loose" };
const LABELS = ["effectiveLabels", "pulumiLabels"];

/**
 * Immutable: ForceNew in terraform-provider-google 7 (`resource_container_cluster.go`,
 * `resource_container_node_pool.go`, 2026; `node_config.go`, 00b984c). A node pool's machine type, disk, image and
 * taints change in place since GKE's UpdateNodePoolRequest takes them (googleapis cf6f9ee, 2023-08).
 */
export const CLUSTER_TYPES: Record<string, TypeDescriptor> = {
  [CLUSTER]: {
    id: locatedId("clusters"),
    autoname: { property: "name", longest: 40 },
    defaults: { deletionProtection: true, enableIntranodeVisibility: false },
    immutable: [
      "name",
      "confidentialNodes",
      "datapathProvider",
      "defaultMaxPodsPerNode",
      "description",
      "enableKubernetesAlpha",
      "initialNodeCount",
      "ipAllocationPolicy.clusterIpv4CidrBlock",
      "ipAllocationPolicy.clusterSecondaryRangeName",
      "ipAllocationPolicy.servicesIpv4CidrBlock",
      "ipAllocationPolicy.servicesSecondaryRangeName",
      "ipAllocationPolicy.stackType",
      "location",
      "masterAuth.clientCertificateConfig.issueClientCertificate",
      "network",
      "networkingMode",
      "nodeConfig",
      "privateClusterConfig.masterIpv4CidrBlock",
      "privateClusterConfig.privateEndpointSubnetwork",
      "subnetwork",
    ],
    uses: {
      network: NETWORK,
      subnetwork: SUBNETWORK,
      "nodeConfig.serviceAccount": ACCOUNT,
      "databaseEncryption.keyName": { types: ["gcp:kms/cryptoKey:CryptoKey"], bond: "loose" },
    },
    keeps: ({ deletionProtection }) =>
      deletionProtection === true
        ? "Cannot destroy cluster because deletion_protection is set to true. Set it to false to proceed with cluster deletion."
        : undefined,
    serves: ({ outputs }) => `https://${text(outputs, "endpoint")}`,
    computed: (made) => ({
      project: projectOf(made),
      selfLink: `https://container.googleapis.com/v1/${made.id}`,
      ...labelled(made, made.inputs.resourceLabels),
      endpoint: endpointOf(made),
      masterAuth: { ...objectAt(made.inputs, "masterAuth"), ...certificates(made) },
      privateClusterConfig: privateConfig(made),
      ipAllocationPolicy: { ...objectAt(made.inputs, "ipAllocationPolicy"), ...allocatedRanges(made) },
      servicesIpv4Cidr: allocatedRanges(made).servicesIpv4CidrBlock,
      clusterIpv4Cidr: allocatedRanges(made).clusterIpv4CidrBlock,
      masterVersion: `${text(made.inputs, "minMasterVersion") || "1.35"}.1-gke.100`,
      nodeVersion: `${text(made.inputs, "minMasterVersion") || "1.35"}.1-gke.100`,
      defaultMaxPodsPerNode: 110,
      operation: "",
      tpuIpv4CidrBlock: "",
    }),
    follows: ["masterAuth", "privateClusterConfig", "ipAllocationPolicy", "masterVersion", "endpoint"],
    secret: LABELS,
  },
  "gcp:container/nodePool:NodePool": {
    id: ({ inputs, provider }) =>
      `projects/${projectOf({ inputs, provider })}/locations/${text(inputs, "location")}/clusters/${text(inputs, "cluster")}/nodePools/${text(inputs, "name")}`,
    autoname: { property: "name", longest: 40 },
    immutable: [
      "name",
      "namePrefix",
      "cluster",
      "initialNodeCount",
      "location",
      "maxPodsPerNode",
      "placementPolicy",
      "networkConfig.createPodRange",
      "networkConfig.podIpv4CidrBlock",
      "networkConfig.podRange",
      "nodeConfig.advancedMachineFeatures",
      "nodeConfig.gcfsConfig",
      "nodeConfig.guestAccelerators",
      "nodeConfig.gvnic",
      "nodeConfig.localSsdCount",
      "nodeConfig.metadata",
      "nodeConfig.minCpuPlatform",
      "nodeConfig.oauthScopes",
      "nodeConfig.preemptible",
      "nodeConfig.reservationAffinity",
      "nodeConfig.serviceAccount",
      "nodeConfig.shieldedInstanceConfig",
      "nodeConfig.spot",
    ],
    uses: {
      cluster: { types: [CLUSTER], by: "name", within: ["location"], bond: "owned" },
      "nodeConfig.serviceAccount": ACCOUNT,
    },
    computed: (made) => ({
      project: projectOf(made),
      nodeCount: made.inputs.initialNodeCount ?? 1,
      version: "1.35.1-gke.100",
      operation: "",
      instanceGroupUrls: [],
      managedInstanceGroupUrls: [],
      namePrefix: "",
    }),
  },
};

/** The API server's address: the second of its own range where it is private. */
function endpointOf(made: Made): string {
  const [isPrivate] = valuesAt(made.inputs, "privateClusterConfig.enablePrivateEndpoint");
  return isPrivate === true ? privateEndpoint(made.inputs) : made.address("endpoint");
}

function privateEndpoint(inputs: Properties): string {
  const [, start = "", last = "0"] =
    /^(.*\.)(\d+)\/\d+$/.exec(text(inputs, "privateClusterConfig.masterIpv4CidrBlock")) ?? [];
  return start === "" ? "" : `${start}${Number(last) + 2}`;
}

function privateConfig(made: Made): Properties {
  return {
    ...objectAt(made.inputs, "privateClusterConfig"),
    peeringName: "",
    privateEndpoint: privateEndpoint(made.inputs),
    publicEndpoint: made.address("public endpoint"),
    privateEndpointSubnetwork: "",
  };
}

function certificates(made: Made): Properties {
  return {
    clientCertificate: "",
    clientKey: "",
    clusterCaCertificate: Buffer.from(`certificate authority of ${made.id}`).toString("base64"),
  };
}

/** The ranges behind the names of the subnet's secondary ranges. */
function allocatedRanges(made: Made): { clusterIpv4CidrBlock: string; servicesIpv4CidrBlock: string } {
  const range = (name: string) =>
    valuesAt(made.used("subnetwork")?.inputs, "secondaryIpRanges[*]").flatMap((entry) =>
      valuesAt(entry, "rangeName")[0] === name ? valuesAt(entry, "ipCidrRange") : [],
    )[0];
  return {
    clusterIpv4CidrBlock: rangeText(range(text(made.inputs, "ipAllocationPolicy.clusterSecondaryRangeName"))),
    servicesIpv4CidrBlock: rangeText(
      range(text(made.inputs, "ipAllocationPolicy.servicesSecondaryRangeName")),
    ),
  };
}

function rangeText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
