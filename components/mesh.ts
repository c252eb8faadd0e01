import * as pulumi from "@pulumi/pulumi";
import type { MemberPlan, Plan } from "../network/plan/shape";
import { accountProviders } from "./account-providers";
import { createCertificateAuthority } from "./certificate-authority";
import { type Cluster, createCluster } from "./cluster";
import type { CertificateAuthorityArgs } from "./cluster-args";
import { Link, type SiteOutputs } from "./link";
import { type LinkEndArgs, siteArgs } from "./link-args";
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
 * pair that the topology joins, one certificate authority, and the network agent in every cluster. Sites it joins by links, and
 * makes nothing in them.
 *
 * Costs while idle what its parts cost: see `EksCluster`, `GkeCluster`, `AksCluster` and `Link`. Three small members, fully
 * meshed, are about 1.5 USD an hour before nodes.
 */
export class Mesh extends pulumi.ComponentResource {
  /** The members by name. */
  readonly members: Record<string, MemberOutputs>;
  /** Node, pod and service ranges by member: plain, known at preview. */
  readonly ranges: Record<string, MemberPlan["ranges"]>;
  /** What the sites' devices must be told beyond the plan, by site. Absent where there is none. */
  readonly sites?: Record<string, SiteOutputs>;

  constructor(name: string, args: MeshArgs, opts?: pulumi.ComponentResourceOptions) {
    const planned = meshPlan(name, args);
    const { plan } = planned;
    const mirrored = mirrorOfMesh(plan);
    super("isthmus:index:Mesh", name, mirrored, opts);
    refuseBrokenMesh(planned, args.lock, this);

    const providers = accountProviders(Object.values(plan.members), args, this);
    const authority = createCertificateAuthority(name, { parent: this });
    const clusters = createClusters(plan, providers, authority, this);
    const links = createLinks(plan, clusters, providers, this);

    this.members = Object.fromEntries(
      Object.entries(clusters).map(([member, cluster]) => [
        member,
        { kubeconfig: cluster.kubeconfig, clusterName: cluster.clusterName, endpoint: cluster.endpoint },
      ]),
    );
    this.ranges = Object.fromEntries(
      Object.values(plan.members).map((member) => [member.name, member.ranges]),
    );
    if (plan.sites) this.sites = sitesOf(plan, links);
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
): Link[] {
  return plan.links.map((link) => {
    const end = (name: string): LinkEndArgs => {
      const site = plan.sites?.[name];
      if (site) return { member: name, site: siteArgs(site) };
      const gateway = clusters[name]?.gateway;
      if (!gateway) throw new Error(`${link.name}: ${name} has no gateway`);
      return { member: name, gateway };
    };
    const members = [link.a, link.b].flatMap((name) => plan.members[name] ?? []);
    return new Link(
      link.name,
      {
        a: end(link.a),
        b: end(link.b),
        inside: link.tunnels.map((tunnel) => tunnel.inside),
        generations: link.tunnels.map((tunnel) => tunnel.generation),
      },
      { parent, providers: members.flatMap(providers) },
    );
  });
}

/** Of all of a site's links together. */
function sitesOf(plan: Plan, links: Link[]): Record<string, SiteOutputs> {
  return Object.fromEntries(
    Object.keys(plan.sites ?? {}).map((name) => {
      const own = plan.links.filter(({ a, b }) => a === name || b === name).map((link) => link.name);
      const outputs = links.flatMap((link) => (own.includes(link.linkName) && link.site ? link.site : []));
      const joined = (parts: pulumi.Output<Record<string, string>>[]) =>
        pulumi.all(parts).apply((all): Record<string, string> => Object.assign({}, ...all));
      return [
        name,
        {
          peers: joined(outputs.map(({ peers }) => peers)),
          keys: pulumi.secret(joined(outputs.map(({ keys }) => keys))),
        },
      ];
    }),
  );
}
