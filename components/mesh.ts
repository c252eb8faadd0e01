import * as pulumi from "@pulumi/pulumi";
import { isBroker } from "../network/plan/broker";
import type { MemberPlan, Plan } from "../network/plan/shape";
import { accountProviders } from "./account-providers";
import { createCertificateAuthority } from "./certificate-authority";
import { type Cluster, createCluster } from "./cluster";
import type { CertificateAuthorityArgs } from "./cluster-args";
import type { SharedGatewayArgs } from "./eks-cluster";
import { explained } from "./gate";
import { Link, type SiteOutputs } from "./link";
import type { MeshArgs } from "./mesh-args";
import { meshPlan, mirrorOfMesh, refuseBrokenMesh } from "./mesh-plan";
import { hasLink, type MadeEnd, neededOf, plannedLink } from "./planned-link";
import { sharedGateway } from "./shared-gateway";

/** What a program can use of a member once it is made. */
export interface MemberOutputs {
  /** Secret. */
  kubeconfig: pulumi.Output<string>;
  clusterName: pulumi.Output<string>;
  endpoint: pulumi.Output<string>;
}

/**
 * One container network over Kubernetes clusters in several clouds: a cluster component for each member, a `Link` for each
 * pair that the topology joins (but where two in AWS share a transit gateway), one certificate authority, and the network agent in every cluster. Sites it joins by links, and
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
  // Declared only: a property without a value would be warned of where a program exports the component.
  declare readonly sites?: Record<string, SiteOutputs>;

  constructor(name: string, args: MeshArgs, opts?: pulumi.ComponentResourceOptions) {
    const planned = meshPlan(name, args);
    const { plan } = planned;
    const mirrored = mirrorOfMesh(plan);
    super("isthmus:index:Mesh", name, mirrored, opts);
    refuseBrokenMesh(planned, args.lock, this);

    const providers = accountProviders(Object.values(plan.members), args, this);
    const authority = createCertificateAuthority(name, { parent: this });
    const clusters = explained(name, () => createClusters(plan, providers, { ca: authority, ...args }, this));
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
  { ca, kubeconfigs = {} }: { ca: CertificateAuthorityArgs; kubeconfigs?: MeshArgs["kubeconfigs"] },
  parent: pulumi.Resource,
): Record<string, Cluster> {
  const members = Object.values(plan.members);
  const made = new Map<string, Cluster>();
  const make = (member: MemberPlan, shared?: SharedGatewayArgs): void => {
    const kubeconfig = kubeconfigs[member.name];
    const broker = made.get(member.agent.submariner?.broker ?? "")?.broker;
    const access = {
      ca,
      ...(broker ? { broker } : {}),
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
    };
    made.set(member.name, createCluster(member, access, { parent, providers: providers(member) }, shared));
  };
  // Who is the broker has a gateway of its own, and the others ask it for credentials.
  for (const member of members.filter(isBroker)) make(member);
  for (const member of members)
    if (member.gateway?.behind === undefined && !made.has(member.name)) make(member);
  for (const member of members) {
    const owner = plan.members[member.gateway?.behind ?? ""];
    const gateway = made.get(owner?.name ?? "")?.gateway;
    if (owner && gateway) make(member, sharedGateway(member, owner, gateway, providers));
  }
  return Object.fromEntries([...made].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function createLinks(
  plan: Plan,
  clusters: Record<string, Cluster>,
  providers: (member: MemberPlan) => pulumi.ProviderResource[],
  parent: pulumi.Resource,
): Link[] {
  return plan.links.filter(hasLink).map((link) => {
    const made = (member: MemberPlan): MadeEnd => {
      const { gateway, network } = clusters[member.name] ?? {};
      const needed = neededOf(link, member);
      if ((needed.gateway && !gateway) || (needed.network && !network))
        throw new Error(`${link.name}: ${member.name} lacks what the link needs of it`);
      return {
        ...(gateway && needed.gateway ? { gateway } : {}),
        ...(network && needed.network ? { network } : {}),
      };
    };
    const planned = plannedLink(plan, link, made, providers);
    return new Link(link.name, planned.args, { parent, providers: planned.providers });
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
