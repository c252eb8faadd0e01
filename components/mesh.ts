import type { Provider as AwsProvider } from "@pulumi/aws/provider";
import type { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import type { Provider as GcpProvider } from "@pulumi/gcp/provider";
import * as pulumi from "@pulumi/pulumi";
import { emptyLock } from "../network/address/lock";
import { parseLock } from "../network/address/lock-text";
import { plannedNetwork } from "../network/plan/network";
import { type Planned, planMesh } from "../network/plan/plan";
import type { MemberPlan, Plan } from "../network/plan/shape";
import { readSpec } from "../network/spec/read";
import type { MeshSpec } from "../network/spec/shape";
import { accountProviders } from "./account-providers";
import { createCertificateAuthority } from "./certificate-authority";
import { type Cluster, createCluster } from "./cluster";
import type { CertificateAuthorityArgs } from "./cluster-args";
import { brokenInvariants, explained, refuse } from "./gate";
import { Link } from "./link";
import { SOURCES } from "./plan-sources";

/** A spec (see its own fields), the allocations made for it, and the providers of its accounts. */
export interface MeshArgs extends MeshSpec {
  /**
   * Content of the lock file that `isthmus plan --write` made, so that no address is made up at apply. Read the file in
   * your program: `readFileSync("prod.lock.yaml", "utf8")`. A lock that is missing or behind the spec fails the update.
   */
  lock?: string;
  /** AWS providers by role ARN, instead of those made from the members' `account.roleArn`. Default none. */
  awsProviders?: Record<string, AwsProvider>;
  /** Google Cloud providers by project, instead of those made from `account.project`. Default none. */
  gcpProviders?: Record<string, GcpProvider>;
  /** Azure providers by subscription, instead of those made from `account.subscription`. Default none. */
  azureProviders?: Record<string, AzureProvider>;
}

/** What a program can use of a member once it is made. */
export interface MeshMember {
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
  readonly members: Record<string, MeshMember>;
  /** Node, pod and service ranges by member: plain, known at preview. */
  readonly ranges: Record<string, MemberPlan["ranges"]>;

  constructor(name: string, args: MeshArgs, opts?: pulumi.ComponentResourceOptions) {
    const planned = explained(name, () => plannedMesh(args));
    const { plan } = planned;
    const mirrored = mirror(plan);
    super("isthmus:index:Mesh", name, mirrored, opts);
    refuse(brokenInvariants(plannedNetwork(plan)), this);
    refuseStaleLock(planned, args.lock, this);

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

function plannedMesh(args: MeshArgs): Planned {
  const { lock, awsProviders: _aws, gcpProviders: _gcp, azureProviders: _azure, ...spec } = args;
  return planMesh(readSpec(spec), lock === undefined ? emptyLock() : parseLock(lock), SOURCES);
}

/** What rules need of a mesh that its resources do not tell: plain values, and nothing secret. */
function mirror(plan: Plan) {
  return {
    datapath: plan.datapath,
    members: Object.fromEntries(
      Object.values(plan.members).map(({ name, cloud, region, ranges }) => [name, { cloud, region, ranges }]),
    ),
    traffic: plan.traffic.map(({ from, to, tier }) => ({ from, to, ...(tier ? { tier: tier.name } : {}) })),
    tiers: Object.fromEntries(plan.traffic.flatMap(({ tier }) => (tier ? [[tier.name, tier] as const] : []))),
  };
}

/** Addresses made up at apply would move with the next member, so an update takes only what a lock holds. */
function refuseStaleLock({ added }: Planned, lock: string | undefined, mesh: pulumi.Resource): void {
  if (added.length === 0) return;
  const what =
    lock === undefined ? "no lock was given" : `the lock is behind the spec: it lacks ${shortList(added)}`;
  refuse(
    [
      {
        rule: "lock",
        message: `${what}; run \`npx isthmus plan --write\` and commit the lock`,
        subjects: [],
      },
    ],
    mesh,
  );
}

function shortList(keys: string[]): string {
  const shown = keys.slice(0, 3).join(", ");
  return keys.length > 3 ? `${shown} and ${keys.length - 3} more` : shown;
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
