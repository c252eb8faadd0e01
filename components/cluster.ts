import type * as pulumi from "@pulumi/pulumi";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import type { MemberPlan } from "../network/plan/shape";
import { AksCluster } from "./aks-cluster";
import type { CertificateAuthorityArgs, SubmarinerBrokerArgs } from "./cluster-args";
import { EksCluster, type SharedGatewayArgs } from "./eks-cluster";
import { GkeCluster } from "./gke-cluster";

/** What a mesh uses of a cluster, whichever cloud it is in. */
export interface Cluster {
  kubeconfig: pulumi.Output<string>;
  clusterName: pulumi.Output<string>;
  endpoint: pulumi.Output<string>;
  gateway?: GatewayArgs;
  network: NetworkArgs;
  /** Where clusters meet by Submariner: in one of them. */
  broker?: SubmarinerBrokerArgs;
}

/** What installing the agent takes besides the plan. */
export interface ClusterAccess {
  ca: CertificateAuthorityArgs;
  /** Of the cluster where all meet by Submariner; absent for that one, and where none do. */
  broker?: SubmarinerBrokerArgs;
  /** Of a cluster that is there. */
  kubeconfig?: pulumi.Input<string>;
}

/**
 * The cluster component of a member's cloud, given the member's part of the plan; `sharedGateway` where that uses another's transit
 * gateway.
 */
export function createCluster(
  member: MemberPlan,
  { ca, broker, kubeconfig }: ClusterAccess,
  opts: pulumi.ComponentResourceOptions,
  sharedGateway?: SharedGatewayArgs,
): Cluster {
  // A component takes all of a member's plan but what it works out itself, and comes to the same plan again.
  const { name, cloud, account, subnets: _subnets, ...rest } = member;
  const args = {
    ...rest,
    ca,
    ...(broker ? { broker } : {}),
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
  };
  switch (cloud) {
    case "aws":
      return new EksCluster(
        name,
        {
          ...args,
          ...(account?.roleArn ? { roleArn: account.roleArn } : {}),
          ...(sharedGateway ? { sharedGateway } : {}),
        },
        opts,
      );
    case "gcp":
      return new GkeCluster(name, args, opts);
    case "azure":
      return new AksCluster(name, args, opts);
    case "site":
      throw new Error(`${name}: a site has no cluster`);
  }
}
