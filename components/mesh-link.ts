import * as pulumi from "@pulumi/pulumi";
import { CATALOGUE } from "../clouds/catalogue";
import type { GatewayArgs } from "../clouds/link-end";
import { InputError } from "../network/errors";
import type { LinkPlan, Plan } from "../network/plan/shape";
import { accountProviders } from "./account-providers";
import { explained } from "./gate";
import { Link, type SiteOutputs } from "./link";
import { type LinkEndArgs, siteArgs } from "./link-args";
import type { MeshArgs } from "./mesh-args";
import { meshPlan, mirrorOfMesh, partOf, refuseBrokenMesh } from "./mesh-plan";
import { refusal } from "./refusal";

/** What a link has to be told of a member's gateway, because only its cloud knows: all else is in the plan. */
export interface GatewayReference {
  /** AWS: id of the transit gateway. Google Cloud: id of the HA VPN gateway. Azure: id of the virtual network gateway. */
  id: string;
  /** Outside addresses by interface. Empty where each tunnel gets its own (AWS). */
  addresses: string[];
  /** AWS: id of the transit gateway's route table. */
  routeTable?: string;
  /** Google Cloud: name of the Cloud Router. */
  router?: string;
  /** Azure: name of the gateway's resource group. */
  resourceGroup?: string;
}

/** The whole mesh, which of its links this is, and the gateways that it joins. */
export interface MeshLinkArgs extends MeshArgs {
  /** Name of one of the plan's links, its ends in order of name. Example `"amsterdam~dublin"`. */
  link: string;
  /** The ends' gateways by member: `gateway` of a `MeshMember`, as a rule by a stack reference. A site has none. */
  gateways: Record<string, pulumi.Input<GatewayReference>>;
}

/**
 * One link of a mesh in a stack of its own: exactly what `Mesh` makes of it, from the same plan. Of the members it needs their
 * gateways only, so neither cluster has to be reachable.
 *
 * Creates a `Link`, and providers for the members' accounts. Costs what that does.
 */
export class MeshLink extends pulumi.ComponentResource {
  /** Outside addresses of both ends, by member and interface. */
  readonly outside: pulumi.Output<Record<string, string[]>>;
  /** What a site's devices must be told beyond the plan. Absent where no end is a site. */
  readonly site?: SiteOutputs;

  constructor(name: string, args: MeshLinkArgs, opts?: pulumi.ComponentResourceOptions) {
    const { link: linkName, gateways, ...mesh } = args;
    const planned = meshPlan(name, mesh);
    const link = explained(name, () => partOf(planned.plan.links, "link", linkName));
    const ends = explained(name, () => endsOf(planned.plan, link, gateways));
    // The traffic that takes this link alone; what takes several has no stack that sees all of them.
    const mirrored = {
      link: linkName,
      ...mirrorOfMesh(planned.plan, ({ path }) => path.length === 2 && path.every((end) => end in ends)),
    };
    super("isthmus:index:MeshLink", name, mirrored, opts);
    refuseBrokenMesh(planned, mesh.lock, this);

    const members = Object.keys(ends).flatMap((member) => planned.plan.members[member] ?? []);
    const providers = accountProviders(members, mesh, this);
    const end = (member: string): LinkEndArgs => {
      const made = ends[member];
      if (!made) throw new Error(`${linkName}: ${member} has no gateway`);
      return made;
    };
    const made = new Link(
      linkName,
      {
        a: end(link.a),
        b: end(link.b),
        inside: link.tunnels.map((tunnel) => tunnel.inside),
        generations: link.tunnels.map((tunnel) => tunnel.generation),
      },
      { parent: this, providers: members.flatMap(providers) },
    );
    this.outside = made.outside;
    if (made.site) this.site = made.site;
    this.registerOutputs(mirrored);
  }
}

/** Both ends by member: what the plan says of the gateway, and what only its cloud could tell; of a site the plan says all. */
function endsOf(plan: Plan, link: LinkPlan, gateways: MeshLinkArgs["gateways"]): Record<string, LinkEndArgs> {
  return Object.fromEntries(
    (["a", "b"] as const).map((side): [string, LinkEndArgs] => {
      const name = link[side];
      const member = plan.members[name];
      const given = gateways[name];
      const site = plan.sites?.[name];
      if (site) return [name, { member: name, site: siteArgs(site) }];
      if (given === undefined || !member?.gateway || member.cloud === "site") {
        throw new InputError({
          path: `gateways.${name}`,
          message: `is missing; ${link.name} joins ${link.a} and ${link.b}: give the gateways of both`,
        });
      }
      const reference = pulumi.output(given);
      // A list of known length, so that what it makes is known at preview too.
      const { outsideAddress } = CATALOGUE[member.cloud].gateway;
      const length =
        outsideAddress === "tunnel"
          ? 0
          : 1 + Math.max(...link.tunnels.map((tunnel) => tunnel[side].interface));
      const gateway: GatewayArgs = {
        cloud: member.cloud,
        region: member.region,
        asn: member.gateway.asn,
        id: reference.id,
        addresses: Array.from({ length }, (_, index) =>
          reference.apply(({ addresses }) => addresses[index] ?? ""),
        ),
        advertise: member.gateway.advertise,
        tags: member.tags,
        ...(member.cloud === "aws" ? { routeTable: required(reference, name, "routeTable") } : {}),
        ...(member.cloud === "gcp" ? { router: required(reference, name, "router") } : {}),
        ...(member.cloud === "azure" ? { resourceGroup: required(reference, name, "resourceGroup") } : {}),
      };
      return [name, { member: name, gateway }];
    }),
  );
}

function required(
  reference: pulumi.Output<GatewayReference>,
  member: string,
  property: "routeTable" | "router" | "resourceGroup",
): pulumi.Output<string> {
  return reference.apply((gateway) => {
    const value = gateway[property];
    if (value === undefined) throw refusal(`gateways.${member}.${property} is missing`);
    return value;
  });
}
