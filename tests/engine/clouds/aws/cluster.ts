import { objectAt, text } from "../properties";
import type { TypeDescriptor, Use } from "../type-descriptor";
import { arn, ec2Id, regionOf } from "./identity";
import { SUBNET } from "./network";
import { SECURITY_GROUP } from "./security";

const CLUSTER: Use = { types: ["aws:eks/cluster:Cluster"], by: "name", within: ["region"] };

/** A role or a key may go under the cluster's feet: nothing holds it. */
const ROLE: Use = { types: ["aws:iam/role:Role"], by: "arn", bond: "loose" };

/**
 * Immutable: ForceNew in terraform-provider-aws, `internal/service/eks/cluster.go` (00555dc), `eks/node_group.go` (012e0a3),
 * `eks/addon.go` and `ec2/ec2_launch_template.go` (6.x, 2026).
 */
export const CLUSTER_TYPES: Record<string, TypeDescriptor> = {
  "aws:eks/cluster:Cluster": {
    id: ({ inputs }) => text(inputs, "name"),
    autoname: { property: "name", longest: 100 },
    defaults: { bootstrapSelfManagedAddons: true },
    immutable: [
      "name",
      "roleArn",
      "bootstrapSelfManagedAddons",
      "accessConfig.bootstrapClusterCreatorAdminPermissions",
      "kubernetesNetworkConfig.ipFamily",
      "kubernetesNetworkConfig.serviceIpv4Cidr",
      "remoteNetworkConfig",
    ],
    // The provider would change it; EKS takes a key once only ("Encrypt Kubernetes secrets with KMS", EKS user guide, 2026).
    fixed: ["encryptionConfig.provider.keyArn"],
    uses: {
      roleArn: ROLE,
      "vpcConfig.subnetIds[*]": SUBNET,
      "vpcConfig.securityGroupIds[*]": SECURITY_GROUP,
      "encryptionConfig.provider.keyArn": { types: ["aws:kms/key:Key"], by: "arn", bond: "loose" },
    },
    follows: ["vpcConfig"],
    serves: ({ outputs }) => text(outputs, "endpoint"),
    unique: [({ region, name }) => `${region} ${name}`],
    computed: (made) => {
      const issuer = made.digest("issuer").slice(0, 32).toUpperCase();
      const region = regionOf(made);
      return {
        arn: arn(made, "eks", `cluster/${text(made.inputs, "name")}`),
        clusterId: "",
        endpoint: `https://${issuer}.gr7.${region}.eks.amazonaws.com`,
        certificateAuthority: { data: Buffer.from(`certificate authority of ${made.id}`).toString("base64") },
        identities: [{ oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/${issuer}` }] }],
        platformVersion: "eks.1",
        status: "ACTIVE",
        createdAt: "2026-01-01T00:00:00Z",
        deletionProtection: false,
        vpcConfig: {
          ...objectAt(made.inputs, "vpcConfig"),
          clusterSecurityGroupId: `sg-0${made.digest("group").slice(0, 16)}`,
          vpcId: text(made.used("vpcConfig.subnetIds[*]")?.inputs ?? {}, "vpcId"),
        },
        ...(made.inputs.upgradePolicy === undefined ? { upgradePolicy: { supportType: "EXTENDED" } } : {}),
      };
    },
  },
  "aws:eks/addon:Addon": {
    id: ({ inputs }) => `${text(inputs, "clusterName")}:${text(inputs, "addonName")}`,
    immutable: ["addonName", "clusterName"],
    // A cluster with node groups is not deleted (EKS API, `DeleteCluster`: ResourceInUseException); its add-ons go with it.
    uses: { clusterName: { ...CLUSTER, bond: "owned" } },
    unique: [({ region, clusterName, addonName }) => `${region} ${clusterName}:${addonName}`],
    computed: (made) => ({
      arn: arn(made, "eks", `addon/${text(made.inputs, "clusterName")}/${text(made.inputs, "addonName")}`),
      addonVersion: "v1.0.0-eksbuild.1",
      createdAt: "2026-01-01T00:00:00Z",
      modifiedAt: "2026-01-01T00:00:00Z",
      configurationValues: "",
      namespaceConfig: { namespace: "kube-system" },
    }),
  },
  "aws:eks/nodeGroup:NodeGroup": {
    id: ({ inputs }) => `${text(inputs, "clusterName")}:${text(inputs, "nodeGroupName")}`,
    autoname: { property: "nodeGroupName", longest: 63 },
    immutable: [
      "amiType",
      "capacityType",
      "clusterName",
      "diskSize",
      "instanceTypes",
      "launchTemplate.id",
      "launchTemplate.name",
      "nodeGroupName",
      "nodeGroupNamePrefix",
      "nodeRoleArn",
      "remoteAccess",
      "subnetIds",
    ],
    uses: {
      clusterName: CLUSTER,
      nodeRoleArn: ROLE,
      "subnetIds[*]": SUBNET,
      "launchTemplate.id": { types: ["aws:ec2/launchTemplate:LaunchTemplate"], bond: "loose" },
    },
    unique: [({ region, clusterName, nodeGroupName }) => `${region} ${clusterName}:${nodeGroupName}`],
    computed: (made) => {
      const group = `eks-${text(made.inputs, "nodeGroupName")}-${made.digest("group").slice(0, 8)}`;
      return {
        arn: arn(made, "eks", `nodegroup/${made.id.replace(":", "/")}/${made.digest("arn").slice(0, 8)}`),
        capacityType: "ON_DEMAND",
        diskSize: 0,
        releaseVersion: "1.35.0-20260101",
        resources: [{ autoscalingGroups: [{ name: group }], remoteAccessSecurityGroupId: "" }],
        status: "ACTIVE",
      };
    },
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    id: ec2Id("lt"),
    autoname: { property: "name", longest: 128 },
    immutable: ["name", "namePrefix"],
    uses: { "vpcSecurityGroupIds[*]": { ...SECURITY_GROUP, bond: "loose" } },
    unique: [({ region, name }) => `${region} ${name}`],
    computed: (made) => ({
      arn: arn(made, "ec2", `launch-template/${made.id}`),
      defaultVersion: 1,
      latestVersion: 1,
    }),
    // Each change is a new version (EC2 API, `CreateLaunchTemplateVersion`).
    updated: ({ latestVersion }) => {
      const next = Number(latestVersion) + 1;
      return { latestVersion: next, defaultVersion: next };
    },
  },
};
