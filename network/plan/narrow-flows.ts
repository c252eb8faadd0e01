import { linkName } from "../link/suite";
import type { LinkPlan, Plan, TierPlan, TrafficPlan } from "./shape";

/** An intent whose tier asks for more bandwidth than a single flow gets on its path. */
export interface NarrowFlow {
  intent: TrafficPlan;
  tier: TierPlan & { bandwidth: number };
  /** The link of the path on which a single flow gets least; of equals the first. */
  link: string;
  /** Mbit/s that it gets there. */
  flow: number;
  /** Mbit/s of the narrowest link of the path, all flows together; absent where no cloud states a figure. */
  capacity?: number;
  /** What makes one flow of all that two nodes exchange; `none`: each connection is a flow. */
  bundles: "wireguard" | "ipsec" | "none";
}

/**
 * In the order of the plan's traffic. None of it is wrong by itself: flows between other nodes may carry together what one can't.
 */
export function narrowFlows({
  traffic,
  links,
  members,
}: Pick<Plan, "traffic" | "links" | "members">): NarrowFlow[] {
  const byName = new Map(links.map((link) => [link.name, link]));
  return traffic.flatMap((intent): NarrowFlow[] => {
    const { path, tier, from, to } = intent;
    const hops = path.slice(1).flatMap((next, index) => byName.get(linkName(path[index] ?? "", next)) ?? []);
    const [narrowest] = least(hops, "flow");
    if (tier?.bandwidth === undefined || !narrowest || narrowest.figure >= tier.bandwidth) return [];
    const [fullest] = least(hops, "capacity");
    // What a site's hosts send, no network agent has bundled.
    const bundles = members[from] && members[to] ? members[from].agent.encryption : "none";
    return [
      {
        intent,
        tier: { ...tier, bandwidth: tier.bandwidth },
        link: narrowest.link,
        flow: narrowest.figure,
        ...(fullest ? { capacity: fullest.figure } : {}),
        bundles,
      },
    ];
  });
}

/** Links with a figure, the least first. */
function least(hops: LinkPlan[], of: "flow" | "capacity"): { link: string; figure: number }[] {
  return hops
    .flatMap(({ name, [of]: figure }) => (figure === undefined ? [] : [{ link: name, figure }]))
    .sort((one, other) => one.figure - other.figure);
}
