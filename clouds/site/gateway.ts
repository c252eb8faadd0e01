import type { SitePlan } from "../../network/plan/shape";
import type { GatewayArgs } from "../link-end";

/** A site's devices as a link of theirs sees them: they exist, so nothing is made and all of it is known at preview. */
export function siteGateway({
  addresses,
  asn,
  ranges,
}: Pick<SitePlan, "addresses" | "asn" | "ranges">): GatewayArgs {
  return { cloud: "site", region: "", asn, id: "", addresses, advertise: ranges };
}
