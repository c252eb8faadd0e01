import * as pulumi from "@pulumi/pulumi";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import type { MemberPlan } from "../network/plan/shape";
import { accountProviders } from "./account-providers";
import { createCluster } from "./cluster";
import type { CertificateAuthorityArgs, SubmarinerBrokerArgs } from "./cluster-args";
import { explained } from "./gate";
import type { MeshArgs } from "./mesh-args";
import { meshPlan, mirrorOfMesh, partOf, refuseBrokenMesh } from "./mesh-plan";
import { type GatewayReference, type GatewayReferences, sharedGatewayFrom } from "./references";
import { inTwoAccounts, sharedGateway } from "./shared-gateway";

/** The whole mesh, and which of its members this is. */
export interface MeshMemberArgs extends MeshArgs {
  /** Name of one of `members`. Example `"dublin"`. */
  member: string;
  /** The certificate authority that all clusters of the mesh share, the same for each member: made beforehand, once. */
  ca: CertificateAuthorityArgs;
  /**
   * Where the member uses another's transit gateway: that one's, by its name: `gateway` of its `MeshMember`, as a rule by a stack
   * reference. Default none.
   */
  gateways?: Record<string, pulumi.Input<GatewayReference>>;
  /**
   * Where clusters are joined by Submariner, required but of the broker itself: `broker` of its `MeshMember`, as a rule by a stack
   * reference, secret. Default none.
   */
  broker?: SubmarinerBrokerArgs;
}

/**
 * One member of a mesh in a stack of its own: exactly what `Mesh` makes of it, from the same plan. Its `gateway` is what a
 * `MeshLink` in another stack needs of it: ids and outside addresses, nothing secret.
 *
 * Creates the member's cluster component, and a provider for its account. Costs what that does.
 */
export class MeshMember extends pulumi.ComponentResource {
  /** Secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Name of the cluster in its cloud. */
  readonly clusterName: pulumi.Output<string>;
  /** URL or address of the API server. */
  readonly endpoint: pulumi.Output<string>;
  /** Node, pod and service ranges: plain, known at preview. */
  readonly ranges: MemberPlan["ranges"];
  /** What its links need. Absent where it has none. */
  readonly gateway?: GatewayArgs;
  /** What its links to others in its cloud need. */
  readonly network: NetworkArgs;
  /** How other members' clusters come to Submariner's broker, secret. Absent where this is not the broker. */
  // Declared only: a property without a value would be warned of where a program exports the component.
  declare readonly broker?: SubmarinerBrokerArgs;

  constructor(name: string, args: MeshMemberArgs, opts?: pulumi.ComponentResourceOptions) {
    const { member, ca, gateways = {}, broker, ...mesh } = args;
    const planned = meshPlan(name, mesh);
    const own = explained(name, () => partOf(Object.values(planned.plan.members), "member", member));
    const owner = planned.plan.members[own.gateway?.behind ?? ""];
    const shared = explained(name, () => owner && sharedGatewayOf(own, owner, gateways));
    // Traffic is judged where its links are.
    const mirrored = { member, ...mirrorOfMesh(planned.plan, () => false) };
    super("isthmus:index:MeshMember", name, mirrored, opts);
    refuseBrokenMesh(planned, mesh.lock, this);

    const providers = accountProviders(owner && inTwoAccounts(own, owner) ? [own, owner] : [own], mesh, this);
    const cluster = createCluster(
      own,
      {
        ca,
        ...(broker ? { broker } : {}),
        ...(mesh.kubeconfigs?.[member] === undefined ? {} : { kubeconfig: mesh.kubeconfigs[member] }),
      },
      { parent: this, providers: providers(own) },
      owner && shared && sharedGateway(own, owner, shared, providers),
    );

    this.kubeconfig = cluster.kubeconfig;
    this.clusterName = cluster.clusterName;
    this.endpoint = cluster.endpoint;
    this.ranges = own.ranges;
    if (cluster.gateway) this.gateway = cluster.gateway;
    this.network = cluster.network;
    if (cluster.broker) this.broker = cluster.broker;
    this.registerOutputs(mirrored);
  }
}

/** @throws InputError where it is not given */
function sharedGatewayOf(own: MemberPlan, owner: MemberPlan, references: GatewayReferences): GatewayArgs {
  const why = `${own.name} uses the transit gateway of ${owner.name}: give that one's`;
  return sharedGatewayFrom(owner, references, { why, foreign: inTwoAccounts(own, owner) });
}
