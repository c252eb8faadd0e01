import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../network/errors";
import type { LinkPlan, Plan } from "../network/plan/shape";
import { accountProviders } from "./account-providers";
import { explained } from "./gate";
import { Link, type SiteOutputs } from "./link";
import type { MeshArgs } from "./mesh-args";
import { meshPlan, mirrorOfMesh, partOf, refuseBrokenMesh } from "./mesh-plan";
import { hasLink, type MadeEnd, neededOf, plannedLink } from "./planned-link";
import { type GatewayReference, gatewayFrom, type NetworkReference, networkFrom } from "./references";

/** The whole mesh, which of its links this is, and the gateways that it joins. */
export interface MeshLinkArgs extends MeshArgs {
  /** Name of one of the plan's links, its ends in order of name. Example `"amsterdam~dublin"`. */
  link: string;
  /**
   * The ends' gateways by member: `gateway` of a `MeshMember`, as a rule by a stack reference. A site has none; of a link inside
   * Google Cloud or Azure the end that lends its gateway.
   */
  gateways: Record<string, pulumi.Input<GatewayReference>>;
  /** Of a link inside Google Cloud or Azure the ends' networks by member: `network` of a `MeshMember`, likewise. Default none. */
  networks?: Record<string, pulumi.Input<NetworkReference>>;
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
  // Declared only: a property without a value would be warned of where a program exports the component.
  declare readonly site?: SiteOutputs;

  constructor(name: string, args: MeshLinkArgs, opts?: pulumi.ComponentResourceOptions) {
    const { link: linkName, gateways: _gateways, networks: _networks, ...mesh } = args;
    const planned = meshPlan(name, mesh);
    const link = explained(name, () => partOf(planned.plan.links, "link", linkName));
    const ends = explained(name, () => endsOf(planned.plan, link, args));
    // The traffic that takes this link alone; what takes several has no stack that sees all of them.
    const mirrored = {
      link: linkName,
      ...mirrorOfMesh(
        planned.plan,
        ({ path }) => path.length === 2 && path.every((end) => end === link.a || end === link.b),
      ),
    };
    super("isthmus:index:MeshLink", name, mirrored, opts);
    refuseBrokenMesh(planned, mesh.lock, this);

    const members = Object.keys(ends).flatMap((member) => planned.plan.members[member] ?? []);
    const providers = accountProviders(members, mesh, this);
    const { args: linkArgs, providers: given } = plannedLink(
      planned.plan,
      link,
      (member) => ends[member.name] ?? {},
      providers,
    );
    const made = new Link(linkName, linkArgs, { parent: this, providers: given });
    this.outside = made.outside;
    if (made.site) this.site = made.site;
    this.registerOutputs(mirrored);
  }
}

/** Of a link that has resources: the ends that are no sites, by member. */
function endsOf({ members }: Plan, link: LinkPlan, args: MeshLinkArgs): Record<string, MadeEnd> {
  const why = `${link.name} joins ${link.a} and ${link.b}: give those of both`;
  if (!hasLink(link)) {
    const message =
      link.kind === "existing"
        ? `${link.a} and ${link.b} are joined already, as the spec says: there is no link to make`
        : `${link.a} and ${link.b} share a transit gateway, so their own stacks join them: there is no link to make`;
    throw new InputError({ path: "link", message });
  }
  return Object.fromEntries(
    [link.a, link.b].flatMap((name): [string, MadeEnd][] => {
      const member = members[name];
      if (!member) return [];
      const needed = neededOf(link, member);
      return [
        [
          name,
          {
            ...(needed.gateway ? { gateway: gatewayFrom(member, args.gateways, { link, why }) } : {}),
            ...(needed.network ? { network: networkFrom(member, args.networks ?? {}, why) } : {}),
          },
        ],
      ];
    }),
  );
}
