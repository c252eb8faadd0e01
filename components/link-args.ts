import { CATALOGUE } from "../clouds/catalogue";
import type { GatewayArgs } from "../clouds/link-end";
import { type LinkInput, linkPlanOf } from "../network/plan/links";
import type { LinkPlan } from "../network/plan/shape";

/** Two ends, and the inside addresses of the tunnels between them. */
export interface LinkArgs {
  /** One end. */
  a: LinkEndArgs;
  /** The other, in another cloud. */
  b: LinkEndArgs;
  /**
   * One /30 for each tunnel: four with AWS at an end, two between Google Cloud and Azure. Unique in the mesh; with Azure
   * at an end out of 169.254.21.0-169.254.22.255. Example `["169.254.64.0/30", "169.254.64.4/30", …]`.
   */
  inside: string[];
  /** Generation of each tunnel's key, from 1; raise one to rotate that key. Default all 1. */
  generations?: number[];
}

export interface LinkEndArgs {
  /** The member's name. */
  member: string;
  /** The member's gateway: `gateway` of a cluster component, or the same from a stack reference. */
  gateway: GatewayArgs;
}

/** The link's plan from its arguments, by the same function as the mesh's. */
export function linkPlan(args: LinkArgs): LinkPlan {
  const end = (side: LinkEndArgs): LinkInput["a"] => ({
    member: side.member,
    cloud: side.gateway.cloud,
    region: side.gateway.region,
    asn: side.gateway.asn,
  });
  return linkPlanOf(
    { a: end(args.a), b: end(args.b), inside: args.inside, generations: args.generations },
    CATALOGUE,
  );
}
