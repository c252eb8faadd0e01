import * as eks from "@pulumi/aws/eks";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { coreDnsConfiguration } from "./cluster-set-dns";
import type { Firewall } from "./firewall";
import { type AwsMember, type Subnets, subnetNamed, subnetsWithRole, tagsOf } from "./member";
import { makeRole } from "./role";

/**
 * The EKS control plane, with kube-proxy and the Pod Identity agent. Its logical name is the member's own. The API server
 * is private; the ranges of `api.access` get a public endpoint for themselves alone.
 */
export function makeControlPlane(member: AwsMember, subnets: Subnets, firewall: Firewall): eks.Cluster {
  const { plan, parent } = member;
  const { name, region, api } = plan;
  const { role, grants } = makeRole(member, {
    name: "control-plane",
    service: "eks.amazonaws.com",
    managed: ["AmazonEKSClusterPolicy"],
  });
  const key = new kms.Key(
    `${name}-secrets`,
    {
      region,
      description: `Secrets of the Kubernetes cluster ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags: tagsOf(member, "secrets"),
    },
    { parent },
  );
  const isPublic = api.access.length > 0;
  const cluster = new eks.Cluster(
    name,
    {
      region,
      version: plan.kubernetes,
      roleArn: role.arn,
      // Else EKS installs its own network agent, kube-proxy and CoreDNS; only settable at creation.
      bootstrapSelfManagedAddons: false,
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] },
      kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: plan.ranges.services },
      vpcConfig: {
        subnetIds: subnetsWithRole(member, "nodes").map(
          (subnet) => subnetNamed(subnets, subnet.name, "subnets").id,
        ),
        securityGroupIds: [firewall.controlPlane.id],
        endpointPrivateAccess: true,
        endpointPublicAccess: isPublic,
        ...(isPublic ? { publicAccessCidrs: api.access } : {}),
      },
      tags: plan.tags,
    },
    // EKS takes no new zone for its control plane after creation ("VPC and subnet requirements", 2024-12); nodes may
    // stand in others.
    { parent, dependsOn: grants, ignoreChanges: ["vpcConfig.subnetIds"] },
  );
  makeAddon(member, cluster, "kube-proxy", []);
  // Rather than an OIDC provider: a role for a workload trusts one service instead of this cluster's issuer, so it
  // outlives the cluster and is known at preview. Pods need it, since they cannot reach the node's own role.
  makeAddon(member, cluster, "eks-pod-identity-agent", []);
  return cluster;
}

/** CoreDNS waits for nodes: as an add-on it counts as failed while its pods have nowhere to run. */
export function makeDns(
  member: AwsMember,
  cluster: eks.Cluster,
  nodes: pulumi.Resource,
  /** A zone whose names are answered elsewhere. */
  elsewhere?: { zone: string; address: string },
): void {
  const configuration = elsewhere && coreDnsConfiguration(elsewhere.zone, elsewhere.address);
  makeAddon(member, cluster, "coredns", [nodes], configuration);
}

function makeAddon(
  { plan, parent }: AwsMember,
  cluster: eks.Cluster,
  addonName: string,
  dependsOn: pulumi.Resource[],
  configuration?: string,
): void {
  new eks.Addon(
    `${plan.name}-${addonName}`,
    {
      region: plan.region,
      clusterName: cluster.name,
      addonName,
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      ...(configuration === undefined ? {} : { configurationValues: configuration }),
      tags: plan.tags,
    },
    { parent, dependsOn },
  );
}

/** Kubeconfig as JSON text, secret. kubectl and the provider get their tokens from the AWS CLI; none is held in it. */
export function kubeconfigOf(cluster: eks.Cluster, region: string, roleArn?: string): pulumi.Output<string> {
  const text = pulumi
    .all([cluster.name, cluster.endpoint, cluster.certificateAuthority])
    .apply(([name, server, authority]) =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        clusters: [{ name, cluster: { server, "certificate-authority-data": authority.data } }],
        contexts: [{ name, context: { cluster: name, user: name } }],
        "current-context": name,
        users: [{ name, user: { exec: tokenCommand(name, region, roleArn) } }],
      }),
    );
  return pulumi.secret(text);
}

function tokenCommand(cluster: string, region: string, roleArn?: string) {
  return {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    command: "aws",
    args: [
      "eks",
      "get-token",
      "--cluster-name",
      cluster,
      "--region",
      region,
      "--output",
      "json",
      ...(roleArn ? ["--role-arn", roleArn] : []),
    ],
    interactiveMode: "Never",
  };
}
