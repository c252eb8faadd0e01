import * as pulumi from "@pulumi/pulumi";
import type { MemberPlan, Plan } from "../network/plan/shape";
import { accountProviders } from "./account-providers";
import { createCertificateAuthority } from "./certificate-authority";
import { type Cluster, createCluster } from "./cluster";
import type { CertificateAuthorityArgs } from "./cluster-args";
import { Link } from "./link";
import type { MeshArgs } from "./mesh-args";
import { meshPlan, mirrorOfMesh, refuseBrokenMesh } from "./mesh-plan";

/** What a program can use of a member once it is made. */
export interface MemberOutputs {
  /** Secret. */
  kubeconfig: pulumi.Output<string>;
  clusterName: pulumi.Output<string>;
  endpoint: pulumi.Output<string>;
}

/**
 * One container network over Kubernetes clusters in several clouds: a cluster component for each member, a `Link` for each
 * pair that the topology joins, one certificate authority, and the network agent in every cluster.
 *
 * Costs while idle what its parts cost: see `EksCluster`, `GkeCluster`, `AksCluster` and `Link`. Three small members, fully
 * meshed, are about 1.5 USD an hour before nodes.
 */
export class Mesh extends pulumi.ComponentResource {
  /** The members by name. */
  readonly members: Record<string, MemberOutputs>;
  /** Node, pod and service ranges by member: plain, known at preview. */
  readonly ranges: Record<string, MemberPlan["ranges"]>;

  constructor(name: string, args: MeshArgs, opts?: pulumi.ComponentResourceOptions) {
    const planned = meshPlan(name, args);
    const { plan } = planned;
    const mirrored = mirrorOfMesh(plan);
    super("isthmus:index:Mesh", name, mirrored, opts);
    refuseBrokenMesh(planned, args.lock, this);

    const providers = accountProviders(Object.values(plan.members), args, this);
    const authority = createCertificateAuthority(name, { parent: this });
    const clusters = createClusters(plan, providers, authority, this);
    createLinks(plan, clusters, providers, this);

    this.members = Object.fromEntries(
      Object.entries(clusters).map(([member, cluster]) => [
        member,
        { kubeconfig: cluster.kubeconfig, clusterName: cluster.clusterName, endpoint: cluster.endpoint },
      ]),
    );
    this.ranges = Object.fromEntries(
      Object.values(plan.members).map((member) => [member.name, member.ranges]),
    );
    this.registerOutputs(mirrored);
  }
}

function createClusters(
  plan: Plan,
  providers: (member: MemberPlan) => pulumi.ProviderResource[],
  ca: CertificateAuthorityArgs,
  parent: pulumi.Resource,
): Record<string, Cluster> {
  return Object.fromEntries(
    Object.values(plan.members).map((member) => [
      member.name,
      createCluster(member, ca, { parent, providers: providers(member) }),
    ]),
  );
}

function createLinks(
  plan: Plan,
  clusters: Record<string, Cluster>,
  providers: (member: MemberPlan) => pulumi.ProviderResource[],
  parent: pulumi.Resource,
): void {
  for (const link of plan.links) {
    const end = (name: string) => {
      const gateway = clusters[name]?.gateway;
      if (!gateway) throw new Error(`${link.name}: ${name} has no gateway`);
      return { member: name, gateway };
    };
    const members = [link.a, link.b].flatMap((name) => plan.members[name] ?? []);
    new Link(
      link.name,
      {
        a: end(link.a),
        b: end(link.b),
        inside: link.tunnels.map((tunnel) => tunnel.inside),
        generations: link.tunnels.map((tunnel) => tunnel.generation),
      },
      { parent, providers: members.flatMap(providers) },
    );
  }
}
