import type * as pulumi from "@pulumi/pulumi";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import type { LinkPlan, MemberPlan, Plan } from "../network/plan/shape";
import { accountNumber } from "../network/plan/shared-gateways";
import { type LinkArgs, type LinkEndArgs, siteArgs } from "./link-args";

/** What a mesh knows of a member's end, from its cluster or from another stack. */
export interface MadeEnd {
  /** Absent where the link does not need it. */
  gateway?: GatewayArgs;
  network?: NetworkArgs;
}

/**
 * Whether a link of the plan is one of resources: members that share a transit gateway are joined by the attachment to it, and of a
 * line that is there already nothing is made.
 */
export function hasLink({ kind }: LinkPlan): boolean {
  return kind !== "shared-gateway" && kind !== "existing";
}

/** Which of a member's outputs a link needs. */
export function neededOf(link: LinkPlan, member: MemberPlan): { gateway: boolean; network: boolean } {
  const network = link.kind === "network-peering";
  return { gateway: hasLink(link) && (!network || link.lender === member.name), network };
}

/** A link of a mesh's plan as the Link component takes it, and its options. */
export function plannedLink(
  plan: Plan,
  link: LinkPlan,
  made: (member: MemberPlan) => MadeEnd,
  providers: (member: MemberPlan) => pulumi.ProviderResource[],
): { args: LinkArgs; providers: pulumi.ProviderResource[] } {
  const members = [link.a, link.b].flatMap((name) => plan.members[name] ?? []);
  const [one = [], other = []] = members.map(providers);
  // A component's options hold one provider a package, so two accounts of one cloud go by end.
  const byEnd = link.kind !== "vpn" && one[0] !== other[0];
  const end = (side: "a" | "b"): LinkEndArgs => {
    const name = link[side];
    const site = plan.sites?.[name];
    if (site) return { member: name, site: siteArgs(site) };
    const member = plan.members[name];
    if (!member) throw new Error(`${link.name}: the plan has no ${name}`);
    const account = accountNumber(member);
    const [provider] = byEnd ? providers(member) : [];
    return {
      member: name,
      ...made(member),
      ...(link.prefixes ? { prefixes: link.prefixes[side] } : {}),
      ...(link.kind === "gateway-peering" && account !== undefined ? { account } : {}),
      ...(provider ? { provider } : {}),
    };
  };
  return {
    args: {
      a: end("a"),
      b: end("b"),
      inside: link.tunnels.map((tunnel) => tunnel.inside),
      generations: link.tunnels.map((tunnel) => tunnel.generation),
      ...(link.lender === undefined ? {} : { lender: link.lender }),
    },
    providers: byEnd ? [] : [...new Set([...one, ...other])],
  };
}
