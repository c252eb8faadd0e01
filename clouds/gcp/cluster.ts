import * as container from "@pulumi/gcp/container";
import * as pulumi from "@pulumi/pulumi";
import type { MemberPlan } from "../../network/plan/shape";
import { SECONDARY_RANGES } from "./facts";
import type { NodeIdentity } from "./identity";
import { controlPlaneRange, type GcpMember } from "./member";
import { labelsOf } from "./names";
import type { GcpNetwork } from "./network";
import { makeSecretsKey } from "./secrets-key";

/**
 * The GKE control plane, without nodes. Its logical name is the member's own. The API server is private; the ranges of
 * `api.access` get a public endpoint for themselves alone.
 */
export function makeControlPlane(
  member: GcpMember,
  network: GcpNetwork,
  identity: NodeIdentity,
): container.Cluster {
  const { plan, parent } = member;
  const { name, region, api } = plan;
  const { key, grant } = makeSecretsKey(member);
  return new container.Cluster(
    name,
    {
      location: region,
      nodeLocations: plan.zones,
      network: network.vpc.id,
      subnetwork: network.subnet.id,
      // The provider's default refuses `pulumi destroy` until an update of its own turns it off. Pulumi's option `protect`
      // on the component does the same for all three clouds alike.
      deletionProtection: false,
      releaseChannel: { channel: "REGULAR" },
      minMasterVersion: plan.kubernetes,
      networkingMode: "VPC_NATIVE",
      ipAllocationPolicy: {
        clusterSecondaryRangeName: SECONDARY_RANGES.pods,
        servicesSecondaryRangeName: SECONDARY_RANGES.services,
      },
      // Dataplane V2 is Google's own Cilium, and leaves no place for another.
      datapathProvider: "LEGACY_DATAPATH",
      ...routedPods(plan),
      privateClusterConfig: {
        enablePrivateNodes: true,
        enablePrivateEndpoint: api.access.length === 0,
        masterIpv4CidrBlock: controlPlaneRange(plan),
        // The private endpoint, from other regions: what comes in by a link there.
        masterGlobalAccessConfig: { enabled: true },
      },
      // Present but empty, it lets in nobody but the cluster's own nodes; left out, everybody.
      masterAuthorizedNetworksConfig: {
        cidrBlocks: api.access.map((cidrBlock) => ({ cidrBlock, displayName: "api.access" })),
        gcpPublicCidrsAccessEnabled: false,
      },
      masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
      enableLegacyAbac: false,
      enableShieldedNodes: true,
      databaseEncryption: { state: "ENCRYPTED", keyName: key.id },
      workloadIdentityConfig: { workloadPool: pulumi.interpolate`${identity.account.project}.svc.id.goog` },
      loggingConfig: {
        enableComponents: ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER", "SCHEDULER", "CONTROLLER_MANAGER"],
      },
      // GKE makes no cluster without nodes: it begins with one a zone, under the nodes' own account, and drops them.
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      nodeConfig: {
        serviceAccount: identity.account.email,
        shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
      },
      resourceLabels: labelsOf(plan.tags),
    },
    {
      parent,
      dependsOn: [grant, identity.grant],
      // Of the nodes that are gone; a change of any would replace the cluster.
      ignoreChanges: ["nodeConfig", "initialNodeCount"],
    },
  );
}

/**
 * Where pods are routed. Google's own plugin gives each an interface of its own only with intranode visibility, and an agent that keeps
 * policies needs that ("Google Kubernetes Engine", Calico Enterprise 3.23 docs, 2026). Their addresses are kept wherever they go: GKE
 * would else hide them from ranges that are not private; to the internet Cloud NAT hides them.
 */
function routedPods({ agent }: MemberPlan): Partial<container.ClusterArgs> {
  if (agent.datapath !== "routed") return {};
  return { enableIntranodeVisibility: true, defaultSnatStatus: { disabled: true } };
}

/** Kubeconfig as JSON text, secret. kubectl and the provider get their tokens from Google's plugin; none is held in it. */
export function kubeconfigOf(cluster: container.Cluster): pulumi.Output<string> {
  const text = pulumi
    .all([cluster.name, cluster.endpoint, cluster.masterAuth])
    .apply(([name, endpoint, auth]) =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        clusters: [
          {
            name,
            cluster: {
              server: `https://${endpoint}`,
              "certificate-authority-data": auth.clusterCaCertificate,
            },
          },
        ],
        contexts: [{ name, context: { cluster: name, user: name } }],
        "current-context": name,
        users: [{ name, user: { exec: TOKEN_COMMAND } }],
      }),
    );
  return pulumi.secret(text);
}

const TOKEN_COMMAND = {
  apiVersion: "client.authentication.k8s.io/v1beta1",
  command: "gke-gcloud-auth-plugin",
  installHint: "Install it with: gcloud components install gke-gcloud-auth-plugin",
  provideClusterInfo: true,
  interactiveMode: "Never",
};
